package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.result.Cause;

/**
 * What becomes of the residents of a pod that ends. Silence leaves them to their clients' timeouts; a death resets them
 * (ALB-20). Each ends at that instant, so that the cost is proportional to the residents.
 */
final class PodStops {

    private final Traffic traffic;
    private final Application application;

    PodStops(Traffic traffic, Application application) {
        this.traffic = traffic;
        this.application = application;
    }

    /** Ends all that is in the pod, its sidecar included. */
    void end(PodStation station, boolean silent, long now) {
        while (station.busy > 0) {
            traffic.workerUse.change(station.workload, -1, now);
            int resident = station.working[--station.busy];
            if (traffic.probe != null) {
                traffic.probe.left(station.workload, now - traffic.requests.came(resident), now);
            }
            endResident(resident, silent, now);
        }
        while (station.queued > 0) {
            int resident = station.dequeue();
            application.tellOfLeaving(resident, station, now);
            endResident(resident, silent, now);
        }
        if (station.proxy != null) {
            application.surroundings().sidecars.end(station.proxy, silent, now);
        }
        application.databaseClient().closeAll(station, now);
        traffic.cpu.leave(station, now);
    }

    /** Ends one resident. */
    void endResident(int slot, boolean silent, long now) {
        RequestTable requests = traffic.requests;
        if (requests.state(slot) == RequestTable.CALLING) {
            application.surroundings().path.abandon(slot);
        }
        if (requests.connection(slot) != RequestTable.NO_CONNECTION && traffic.database != null) {
            application.databaseClient().close(slot, now);
        }
        requests.connection(slot, RequestTable.NO_CONNECTION);
        requests.place(slot, -1);
        if (!silent) {
            application.loseAtPod(slot, 502, Cause.POD_STOPPED, now);
        } else if (requests.isAnswered(slot)) {
            requests.release(slot);
        } else {
            requests.state(slot, RequestTable.LOST);
            requests.blame(slot, Cause.LOST_IN_FLIGHT.code());
        }
    }
}
