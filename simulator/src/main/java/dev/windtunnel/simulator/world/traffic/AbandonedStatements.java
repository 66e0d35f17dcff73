package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.model.compute.StatementCancel;
import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import java.util.Arrays;
import java.util.List;

/**
 * Statements at the primary whose worker has closed its connection on them: its client left and the server noticed, it was
 * killed for its silence, or its pod ended. PostgreSQL does not notice: the backend works on and counts against max_connections
 * until it writes its answer to the closed socket, unless {@code client_connection_check_interval} (PostgreSQL 14 and later,
 * 0 and so off by default) has it look meanwhile. Those of replicas end their connection at once.
 *
 * <p>A worker whose driver cannot be interrupted ({@link StatementCancel#WAIT}) does not close anything: it leaves when its
 * statement has come back.
 */
final class AbandonedStatements {

    private final Traffic traffic;
    private final Statements[] policies;

    // Backends that work for nobody: the reference that their statement has at the database, and their connection's
    // epoch.
    private long[] backends = new long[16];
    private int[] epochs = new int[16];
    private int count;

    /** Requests that leave their worker when their statement is back, by row. */
    private long[] leaving = new long[16];

    AbandonedStatements(Traffic traffic) {
        this.traffic = traffic;
        List<Statements> byWorkload = traffic.scenario.resilience().statements();
        policies = new Statements[traffic.workloads.length];
        for (int workload = 0; workload < policies.length; workload++) {
            policies[workload] = workload < byWorkload.size() ? byWorkload.get(workload) : Statements.PLAIN;
        }
    }

    /** Whether a worker stays with its statement though its client has left; it then leaves when that is back. */
    boolean waitsOut(int slot, int workload) {
        RequestTable requests = traffic.requests;
        int state = requests.state(slot);
        boolean isInDriver = state == RequestTable.QUERYING || state == RequestTable.QUERYING_SILENCE;
        if (policies[workload].onCancel() != StatementCancel.WAIT || !isInDriver) {
            return false;
        }
        if (slot >= leaving.length) {
            leaving = Arrays.copyOf(leaving, Math.max(slot + 1, 2 * leaving.length));
        }
        leaving[slot] = requests.reference(slot);
        requests.answered(slot);
        return true;
    }

    /** Whether a request whose statement is back leaves now. */
    boolean leaves(int slot) {
        if (slot >= leaving.length || leaving[slot] != traffic.requests.reference(slot)) {
            return false;
        }
        leaving[slot] = TryTable.NOBODY;
        return true;
    }

    /**
     * A worker closes its connection to the primary: returns whether the backend keeps it, because it works on a statement
     * and does not notice.
     */
    boolean keeps(int slot, int workload, int epoch, long now) {
        RequestTable requests = traffic.requests;
        DatabaseStation database = traffic.database;
        long reference = requests.reference(slot);
        boolean isAsked = requests.state(slot) == RequestTable.QUERYING;
        if (database == null || !isAsked || epoch != database.epoch || !database.runs(reference)) {
            return false;
        }
        if (policies[workload].onCancel() == StatementCancel.CANCEL) {
            database.stop(reference, now);
            return false;
        }
        if (count == backends.length) {
            backends = Arrays.copyOf(backends, 2 * count);
            epochs = Arrays.copyOf(epochs, 2 * count);
        }
        backends[count] = reference;
        epochs[count++] = epoch;
        long interval = policies[workload].checkNanos();
        if (interval > 0) {
            long begun = requests.since(slot);
            traffic.delay(begun + ((now - begun) / interval + 1) * interval, Traffic.BACKEND_LOOKS, 0, reference);
        }
        return true;
    }

    /** A statement that no request waits for has ended; its backend finds the socket closed. */
    void ended(long reference) {
        for (int place = 0; place < count; place++) {
            if (backends[place] == reference) {
                DatabaseStation database = traffic.database;
                if (database != null) {
                    database.closed(epochs[place]);
                }
                backends[place] = backends[--count];
                epochs[place] = epochs[count];
                return;
            }
        }
    }

    /** A backend looks whether its client is there, and stops. */
    void looks(long reference, long now) {
        DatabaseStation database = traffic.database;
        if (database != null && database.runs(reference)) {
            database.stop(reference, now);
            ended(reference);
        }
    }

    /** The host is gone, and its backends with it. */
    void hostLost() {
        count = 0;
    }

    /** Makes this equal to the other. */
    void copyFrom(AbandonedStatements other) {
        backends = other.backends.clone();
        epochs = other.epochs.clone();
        count = other.count;
        leaving = other.leaving.clone();
    }
}
