package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The application's side of the database: the pools of a pod's processes (taken as one), statements, and what becomes of
 * both when the database falls silent (APP-12, APP-14, RDS-07, RDS-12).
 *
 * <p>A request takes a connection at its first statement and gives it back at its end. Connections to a host that is gone
 * are found out one by one, each by a timeout; the first one found empties its pod's pool, as SQLAlchemy does.
 */
final class DatabaseClientSide {

    private final Traffic traffic;
    private final Application application;
    private final @Nullable StatementRetries retries;
    private final @Nullable DatabaseConnections[] pools;

    DatabaseClientSide(Traffic traffic, Application application) {
        this.traffic = traffic;
        this.application = application;
        retries = StatementRetries.of(traffic);
        pools = new DatabaseConnections[traffic.workloads.length];
        for (int workload = 0; workload < pools.length; workload++) {
            pools[workload] = traffic.workloads[workload].database();
        }
    }

    /** Whether the worker of a request waits for its statement's next try, and for nothing else. */
    boolean waitsForItsNextTry(int slot) {
        return retries != null && retries.waits(slot);
    }

    /** Statements that were tried again; all zero where none is. */
    StatementCounts statementCounts() {
        return retries == null ? new StatementCounts(0, 0, 0, 0) : retries.counts();
    }

    private DatabaseStation database() {
        DatabaseStation database = traffic.database;
        if (database == null) {
            throw new IllegalStateException(
                    "a statement needs a database, found none\nMaybe an endpoint queries where the"
                            + " environment has no database");
        }
        return database;
    }

    private CompiledDatabase settings() {
        CompiledDatabase settings = traffic.scenario.database();
        if (settings == null) {
            throw new IllegalStateException("a statement needs a database, found none");
        }
        return settings;
    }

    private DatabaseConnections pool(PodStation station) {
        DatabaseConnections pool = pools[station.workload];
        if (pool == null) {
            throw new IllegalStateException("workload " + traffic.workloads[station.workload].name()
                    + " queries and has no database connections");
        }
        return pool;
    }

    /** The request's next statement. The caller has advanced the pod's CPU and shares it anew afterwards. */
    void query(int slot, PodStation station, CompiledEndpoint endpoint, long now) {
        RequestTable requests = traffic.requests;
        if (requests.queriesDone(slot) == 0) {
            traffic.databaseWaits.begin(slot);
        }
        if (retries != null) {
            retries.asks(slot, station.workload, now);
        }
        if (requests.connection(slot) == RequestTable.NO_CONNECTION) {
            int replica = endpoint.statements().readsReplica()
                    ? traffic.replicas.choose(Keys.draw(requests.key(slot), Draw.REPLICA_LAG), now)
                    : ReadReplicas.NONE;
            if (replica != ReadReplicas.NONE) {
                takeOfReplica(slot, replica, station, endpoint, now);
                return;
            }
            DatabaseConnections pool = pool(station);
            traffic.poolUse.wants(station.workload);
            if (station.poolInUse >= pool.most()) {
                requests.state(slot, RequestTable.AWAITING_CONNECTION);
                requests.blame(slot, station.taint >= 0 ? station.taint : requests.blame(slot));
                station.awaitConnection(slot);
                traffic.poolTimeouts[station.workload].push(now + pool.poolTimeoutNanos(), requests.reference(slot));
                return;
            }
            takePlace(station, now);
            take(slot, station, pool, endpoint, now);
        } else {
            send(slot, station, endpoint, 0, now);
        }
    }

    /** Takes a connection of the pool, or opens one, and sends the statement. */
    private void take(int slot, PodStation station, DatabaseConnections pool, CompiledEndpoint endpoint, long now) {
        RequestTable requests = traffic.requests;
        DatabaseStation database = database();
        requests.since(slot, now);
        if (station.poolStale > 0) {
            station.poolStale--;
            requests.connection(slot, database.epoch - (database.answers ? 1 : 0));
            send(slot, station, endpoint, 0, now);
        } else if (station.poolIdle > 0) {
            station.poolIdle--;
            requests.connection(slot, database.epoch);
            send(slot, station, endpoint, 0, now);
        } else if (!database.answers) {
            requests.connection(slot, RequestTable.DIALING_DATABASE);
            requests.state(slot, RequestTable.QUERYING_SILENCE);
            traffic.databaseConnectTimeouts[station.workload].push(
                    now + pool.connectTimeoutNanos(), requests.reference(slot));
        } else if (database.connections >= database.usableConnections) {
            leavePlace(station, now);
            failed(slot, station, Statements.REFUSED, Cause.CONNECTION_POOL, now);
        } else {
            database.opened();
            requests.connection(slot, database.epoch);
            send(slot, station, endpoint, settings().connectCpuNanos(), now);
        }
    }

    /** Takes a kept connection to a replica, or opens one, and sends the statement. */
    private void takeOfReplica(int slot, int replica, PodStation station, CompiledEndpoint endpoint, long now) {
        DatabaseStation host = traffic.replicas.station(replica);
        boolean isKept = traffic.replicas.takeIdle(replica, station.pod);
        if (!isKept && host.connections >= host.usableConnections) {
            failed(slot, station, Statements.REFUSED, Cause.CONNECTION_POOL, now);
            return;
        }
        if (!isKept) {
            host.opened();
        }
        traffic.requests.connection(slot, RequestTable.FIRST_REPLICA - replica);
        send(slot, station, endpoint, isKept ? 0 : settings().connectCpuNanos(), now);
    }

    /** The replica that a connection leads to; negative if to the primary, or none. */
    static int replicaOf(int connection) {
        return RequestTable.FIRST_REPLICA - connection;
    }

    private void send(int slot, PodStation station, CompiledEndpoint endpoint, long extraWorkNanos, long now) {
        RequestTable requests = traffic.requests;
        int replica = replicaOf(requests.connection(slot));
        DatabaseStation host = replica >= 0 ? traffic.replicas.station(replica) : database();
        if (isDead(slot, host, replica)) {
            fallSilent(slot, station, now);
            return;
        }
        int statement = requests.queriesDone(slot);
        StorageStation storage = traffic.storage;
        if (storage != null && commits(endpoint, statement) && !storage.takesWrites(now)) {
            giveBack(slot, station, now);
            application.failInside(slot, station, Cause.DATABASE_STORAGE_FULL, now);
            return;
        }
        double work = endpoint.queryNanos().sampleUpper(Keys.draw(requests.key(slot), Draw.FIRST_QUERY + statement));
        long unloaded = (long) (work / host.speed()) + traffic.roundTrip(station.zone, host.zone);
        requests.addQueryDemand(slot, unloaded);
        requests.state(slot, RequestTable.QUERYING);
        if (station.zone != host.zone) {
            traffic.meters.crossZoneBytes += settings().bytesPerQuery();
        }
        host.begin(work + extraWorkNanos, requests.reference(slot), now);
    }

    private boolean isDead(int slot, DatabaseStation host, int replica) {
        return !host.answers || (replica < 0 && traffic.requests.connection(slot) != host.epoch);
    }

    private void fallSilent(int slot, PodStation station, long now) {
        traffic.requests.state(slot, RequestTable.QUERYING_SILENCE);
        traffic.socketTimeouts[station.workload].push(
                now + pool(station).socketTimeoutNanos(), traffic.requests.reference(slot));
    }

    /** Whether the statement is the one whose commit the request waits for. */
    static boolean commits(CompiledEndpoint endpoint, int statement) {
        return endpoint.writes() && statement == endpoint.queries() - 1;
    }

    /** An answer that waited for storage, a row or a commit reaches the pod, unless its host was lost meanwhile. */
    void answeredLate(long reference, long now) {
        int slot = traffic.requests.resolve(reference);
        int replica = slot < 0 ? ReadReplicas.NONE : replicaOf(traffic.requests.connection(slot));
        boolean hasCapacity = traffic.storage != null || replica >= 0;
        if (slot >= 0 && hasCapacity && traffic.requests.state(slot) == RequestTable.QUERYING) {
            DatabaseStation host = replica >= 0 ? traffic.replicas.station(replica) : database();
            if (isDead(slot, host, replica)) {
                fallSilent(slot, traffic.station(traffic.requests.pod(slot)), now);
                return;
            }
        }
        answered(reference, now);
    }

    /** An answer reaches the pod. */
    void answered(long reference, long now) {
        int slot = traffic.requests.resolve(reference);
        if (slot < 0 || traffic.requests.state(slot) != RequestTable.QUERYING) {
            return;
        }
        if (traffic.abandoned.leaves(slot)) {
            application.leavesDriver(slot, now);
        } else {
            application.resume(slot, now);
        }
    }

    /** A request ends: its connection goes back, or is closed if the pool keeps enough or the host is gone. */
    void giveBack(int slot, PodStation station, long now) {
        DatabaseStation database = database();
        int epoch = traffic.requests.connection(slot);
        if (replicaOf(epoch) >= 0) {
            traffic.replicas.giveBack(replicaOf(epoch), station.pod);
            traffic.requests.connection(slot, RequestTable.NO_CONNECTION);
            return;
        }
        if (epoch == database.epoch
                && database.answers
                && station.poolIdle < pool(station).kept()) {
            station.poolIdle++;
        } else {
            database.closed(epoch);
        }
        freePlace(slot, station, now);
    }

    /** A request failed: its connection is closed. */
    void discard(int slot, PodStation station, long now) {
        boolean isOfPool = replicaOf(traffic.requests.connection(slot)) < 0;
        close(slot, now);
        if (isOfPool) {
            freePlace(slot, station, now);
        }
    }

    /** A request's connection closes, and its place in the pool is nobody's concern. */
    void close(int slot, long now) {
        int workload = traffic.endpoints[traffic.requests.endpoint(slot)].workload();
        int connection = traffic.requests.connection(slot);
        if (replicaOf(connection) >= 0) {
            traffic.replicas.close(replicaOf(connection));
        } else if (!traffic.abandoned.keeps(slot, workload, connection, now)) {
            database().closed(connection);
        }
        traffic.requests.connection(slot, RequestTable.NO_CONNECTION);
    }

    private void takePlace(PodStation station, long now) {
        station.poolInUse++;
        traffic.poolUse.takes(station.workload, now);
    }

    private void leavePlace(PodStation station, long now) {
        station.poolInUse--;
        traffic.poolUse.frees(station.workload, 1, now);
    }

    private void freePlace(int slot, PodStation station, long now) {
        RequestTable requests = traffic.requests;
        requests.connection(slot, RequestTable.NO_CONNECTION);
        leavePlace(station, now);
        // If the database refuses whom the place is given to, the place is free again for the one behind.
        while (station.poolWaiting > 0 && station.poolInUse < pool(station).most()) {
            int next = station.nextForConnection();
            requests.addConnectionWait(next, now - requests.since(next));
            takePlace(station, now);
            take(next, station, pool(station), traffic.endpoints[requests.endpoint(next)], now);
        }
    }

    /** A statement has failed: it is tried again, or the request fails with it. */
    void failed(int slot, PodStation station, int kind, Cause cause, long now) {
        if (retries == null || !retries.triesAgain(slot, station.workload, kind, cause, now)) {
            application.failInside(slot, station, cause, now);
        } else if (traffic.requests.connection(slot) != RequestTable.NO_CONNECTION) {
            discard(slot, station, now);
        }
    }

    /** The wait before a statement's next try is over. */
    void retry(long reference, long now) {
        int slot =
                Objects.requireNonNull(retries, "no statement is tried again").due(reference, now);
        if (slot >= 0) {
            PodStation station = traffic.station(traffic.requests.pod(slot));
            CpuSharing.advance(station, now);
            query(slot, station, traffic.endpoints[traffic.requests.endpoint(slot)], now);
            traffic.cpu.reshare(station, now);
        }
    }

    /** The zone of replicas falls silent. Statements that run there will never be answered. */
    void replicasLost(int zone, long now) {
        for (int replica = 0; replica < traffic.replicas.count(); replica++) {
            DatabaseStation host = traffic.replicas.station(replica);
            if (host.zone == zone && host.answers) {
                silence(host, now);
                traffic.replicas.lose(replica, now);
            }
        }
    }

    private void silence(DatabaseStation host, long now) {
        RequestTable requests = traffic.requests;
        for (int place = 0; place < host.running(); place++) {
            int slot = requests.resolve(host.runningAt(place));
            if (slot >= 0 && requests.state(slot) == RequestTable.QUERYING) {
                fallSilent(slot, traffic.station(requests.pod(slot)), now);
            }
        }
    }

    /** The database falls silent. Statements that run will never be answered. */
    void lost(long now) {
        DatabaseStation database = database();
        silence(database, now);
        traffic.abandoned.hostLost();
        traffic.rowLocks.reset();
        if (traffic.storage != null) {
            traffic.storage.reset(now);
        }
        database.lose(now);
        for (PodStation station : traffic.stations) {
            if (station != null && traffic.workloads[station.workload].database() != null) {
                station.taint = Cause.DATABASE_FAILOVER.code();
                station.poolStale += station.poolIdle;
                station.poolIdle = 0;
            }
        }
    }

    /** A pod ends: its idle connections close. */
    void closeAll(PodStation station, long now) {
        DatabaseStation database = traffic.database;
        traffic.replicas.podEnded(station.pod);
        if (database != null && database.answers) {
            database.connections -= station.poolIdle;
        }
        station.poolIdle = 0;
        station.poolStale = 0;
        traffic.poolUse.frees(station.workload, station.poolInUse, now);
        station.poolInUse = 0;
    }

    /** Takes over another's state. */
    void copyFrom(DatabaseClientSide other) {
        if (retries != null && other.retries != null) {
            retries.copyFrom(other.retries);
        }
    }
}
