package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.result.Cause;

/**
 * Timeouts of the application's database calls, workload by workload: waits for the pool, dials of a silent database, and
 * statements that it never answered.
 */
final class StatementTimeouts {

    private final Traffic traffic;
    private final DatabaseClientSide client;

    StatementTimeouts(Traffic traffic, DatabaseClientSide client) {
        this.traffic = traffic;
        this.client = client;
    }

    /** A request waited too long for the pool: the application answers 500, unless it asks again. */
    void poolTimedOut(int workload, long now) {
        RequestTable requests = traffic.requests;
        int slot = traffic.poolTimeouts[workload].nextAlive(now, requests);
        boolean waits = slot >= 0 && requests.state(slot) == RequestTable.AWAITING_CONNECTION;
        if (waits && !isOfAnEarlierTry(slot, workload, now)) {
            PodStation station = traffic.station(requests.pod(slot));
            int blamed = requests.blame(slot);
            Cause cause = blamed >= 0 && blamed != Cause.CONNECTION_POOL.code()
                    ? Cause.DATABASE_FAILOVER
                    : Cause.CONNECTION_POOL;
            station.leaveConnectionLine(slot);
            fail(slot, station, Statements.POOL_TIMEOUT, cause, now);
        }
    }

    /** Whether a wait for the pool that would be over now was one of an earlier try; without retries none is. */
    private boolean isOfAnEarlierTry(int slot, int workload, long now) {
        DatabaseConnections pool = traffic.workloads[workload].database();
        return client.waitsForItsNextTry(slot)
                || (pool != null && now - traffic.requests.since(slot) < pool.poolTimeoutNanos());
    }

    /** Opening a connection failed. */
    void connectTimedOut(int workload, long now) {
        RequestTable requests = traffic.requests;
        int slot = traffic.databaseConnectTimeouts[workload].nextAlive(now, requests);
        boolean isDialing = slot >= 0 && requests.connection(slot) == RequestTable.DIALING_DATABASE;
        if (isDialing && requests.state(slot) == RequestTable.QUERYING_SILENCE) {
            PodStation station = traffic.station(requests.pod(slot));
            fail(slot, station, Statements.CONNECTION_LOST, Cause.DATABASE_FAILOVER, now);
        }
    }

    /** A statement got no answer: its connection is dead, and the pool distrusts all of that age. */
    void socketTimedOut(int workload, long now) {
        RequestTable requests = traffic.requests;
        int slot = traffic.socketTimeouts[workload].nextAlive(now, requests);
        boolean hasConnection = slot >= 0
                && requests.connection(slot) != RequestTable.DIALING_DATABASE
                && requests.connection(slot) != RequestTable.NO_CONNECTION;
        if (hasConnection && requests.state(slot) == RequestTable.QUERYING_SILENCE) {
            PodStation station = traffic.station(requests.pod(slot));
            station.poolStale = 0;
            fail(slot, station, Statements.CONNECTION_LOST, Cause.DATABASE_FAILOVER, now);
        }
    }

    private void fail(int slot, PodStation station, int kind, Cause cause, long now) {
        CpuSharing.advance(station, now);
        client.failed(slot, station, kind, cause, now);
        traffic.cpu.reshare(station, now);
    }
}
