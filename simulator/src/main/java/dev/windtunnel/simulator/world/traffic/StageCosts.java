package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.result.Cause;

/** What a request that is still under way has spent its time on at its pod. */
final class StageCosts {

    private final Traffic traffic;
    private final Surroundings surroundings;

    StageCosts(Traffic traffic, Surroundings surroundings) {
        this.traffic = traffic;
        this.surroundings = surroundings;
    }

    /** The stage that has cost a request most until now, its present one included. */
    Cause costliest(int slot, long now) {
        RequestTable requests = traffic.requests;
        long current = now - requests.since(slot);
        int state = requests.state(slot);
        long queue = requests.workerWait(slot) + (state == RequestTable.QUEUED ? current : 0);
        long compute = requests.compute(slot) + (state == RequestTable.COMPUTING ? current : 0);
        long connection = requests.connectionWait(slot) + (state == RequestTable.AWAITING_CONNECTION ? current : 0);
        long query = requests.query(slot)
                + (state == RequestTable.QUERYING || state == RequestTable.QUERYING_SILENCE ? current : 0);
        Cause cause = requests.blame(slot) == Cause.CONNECTION_POOL.code() ? Cause.CONNECTION_POOL : Cause.WORKER_QUEUE;
        long most = queue;
        if (compute > most) {
            most = compute;
            cause = compute - requests.cpuDemand(slot) > requests.cpuDemand(slot) ? Cause.CPU : Cause.OWN_WORK;
        }
        if (connection > most) {
            most = connection;
            cause = Cause.CONNECTION_POOL;
        }
        if (query > most) {
            most = query;
            cause = traffic.databaseWaits.cause(slot, query - requests.queryDemand(slot));
        }
        Cause outside = surroundings.costlier(slot, traffic.station(requests.pod(slot)), most, now);
        if (outside != null) {
            return outside;
        }
        boolean waitsForOthers = cause != Cause.CPU && cause != Cause.OWN_WORK;
        boolean isTainted = state == RequestTable.QUERYING_SILENCE || traffic.station(requests.pod(slot)).taint >= 0;
        return waitsForOthers && isTainted ? Cause.DATABASE_FAILOVER : cause;
    }
}
