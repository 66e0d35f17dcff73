package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.compile.CompiledWorkload.Onward;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.result.Cause;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens inside a pod: a request waits for a worker, which holds it through all of its computing and querying; the CPU
 * time is split evenly around its statements. A server does not know that a client has gone and works to the end.
 */
final class Application {

    /** What the load balancer node hears of a request that goes on elsewhere. */
    private static final int ANSWERED = 200;

    private final Traffic traffic;
    private final Outcomes outcomes;
    private final DatabaseClientSide databaseClient;
    private final Surroundings surroundings;
    private final QueueSide queues;
    private final PodStops stops;
    private final Onward[][] onwardOf;
    private @Nullable BalancerSide balancer;

    Application(Traffic traffic, Outcomes outcomes) {
        this.traffic = traffic;
        this.outcomes = outcomes;
        this.databaseClient = new DatabaseClientSide(traffic, this);
        this.surroundings = new Surroundings(traffic, this);
        outcomes.surroundings(surroundings);
        this.queues = new QueueSide(traffic, this);
        this.stops = new PodStops(traffic, this);
        onwardOf = Arrays.stream(traffic.workloads)
                .map(workload -> workload.line().onward().toArray(Onward[]::new))
                .toArray(Onward[][]::new);
    }

    PodStops stops() {
        return stops;
    }

    DatabaseClientSide databaseClient() {
        return databaseClient;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Whoever takes a request on to its next workload. */
    void sendsOnBy(BalancerSide next) {
        balancer = next;
    }

    QueueSide queues() {
        return queues;
    }

    /** A connection is established: the request gets a worker, or waits for one. */
    void accept(int slot, PodStation station, long now) {
        CompiledWorkload workload = traffic.workloads[station.workload];
        traffic.requests.since(slot, now);
        traffic.requests.came(slot, now);
        if (traffic.probe != null) {
            traffic.probe.came(station.workload, now);
        }
        if (station.busy < workload.concurrency()) {
            CpuSharing.advance(station, now);
            startWork(slot, station, workload, 0, now);
            traffic.cpu.reshare(station, now);
        } else {
            traffic.requests.state(slot, RequestTable.QUEUED);
            traffic.requests.blame(slot, station.causeOfLine());
            traffic.requests.lineNumber(slot, station.enqueue(slot));
            QuantileTable patience = workload.line().patienceNanos();
            if (patience != null) {
                long longest = (long) patience.sampleUpper(Keys.draw(traffic.requests.key(slot), Draw.PATIENCE));
                int visit = traffic.requests.lineNumber(slot);
                traffic.delay(now + longest, Traffic.IMPATIENT, visit, traffic.requests.reference(slot));
            }
        }
    }

    /** The backlog is full and the server says so. */
    void refuse(int slot, PodStation station, long now) {
        if (traffic.probe != null) {
            traffic.probe.came(station.workload, now);
            traffic.probe.refused(station.workload, now);
        }
        int blamed = station.causeOfLine();
        Cause cause = blamed >= 0 ? Cause.ofCode(blamed) : Cause.WORKER_QUEUE;
        loseAtPod(slot, 503, cause, now);
    }

    /** A request has waited for a worker as long as it may: it is answered 503 and never worked on. */
    void impatient(long reference, int lineNumber, long now) {
        RequestTable requests = traffic.requests;
        int slot = requests.resolve(reference);
        if (slot < 0 || requests.state(slot) != RequestTable.QUEUED || requests.lineNumber(slot) != lineNumber) {
            return;
        }
        PodStation station = traffic.station(requests.pod(slot));
        leaveLine(slot, station, now);
        int blamed = station.causeOfLine();
        Cause cause = blamed >= 0 ? Cause.ofCode(blamed) : Cause.WORKER_QUEUE;
        loseAtPod(slot, 503, cause, now);
    }

    /** A worker takes the request. The caller has advanced the CPU and shares it anew afterwards. */
    private void startWork(int slot, PodStation station, CompiledWorkload workload, long waited, long now) {
        RequestTable requests = traffic.requests;
        if (traffic.probe != null) {
            traffic.probe.started(station.workload, waited, now);
        }
        requests.place(slot, station.hire(slot));
        traffic.started++;
        traffic.workerUse.change(station.workload, 1, now);
        station.peakBusy = Math.max(station.peakBusy, station.busy);
        if (workload.workerTimeoutNanos() > 0) {
            traffic.workerTimeouts[station.workload].push(
                    now + workload.workerTimeoutNanos(), requests.reference(slot));
        }
        if (surroundings.path.leads(requests.endpoint(slot))) {
            traffic.detours.begin(slot, requests.cpuDemand(slot));
        }
        compute(slot, station, now);
    }

    private void compute(int slot, PodStation station, long now) {
        RequestTable requests = traffic.requests;
        int endpoint = requests.endpoint(slot);
        double burst = surroundings.path.leads(endpoint)
                ? surroundings.path.nextBurst(slot)
                : requests.cpuDemand(slot) * traffic.burstShares[endpoint];
        requests.state(slot, RequestTable.COMPUTING);
        requests.since(slot, now);
        station.cpu.add(burst, requests.reference(slot));
    }

    /** The pod's next computation ends. */
    void computed(PodStation station, long now) {
        RequestTable requests = traffic.requests;
        CpuSharing.advance(station, now);
        if (CpuSharing.turns(station, now)) {
            traffic.cpu.reshare(station, now);
            return;
        }
        int slot = requests.resolve(station.cpu.removeHead());
        requests.addCompute(slot, now - requests.since(slot));
        CompiledEndpoint endpoint = traffic.endpoints[requests.endpoint(slot)];
        if (surroundings.path.leads(requests.endpoint(slot))) {
            surroundings.path.goOn(slot, station, endpoint, now);
        } else if (requests.queriesDone(slot) < endpoint.queries()) {
            requests.since(slot, now);
            databaseClient.query(slot, station, endpoint, now);
        } else {
            finish(slot, station, now);
        }
        traffic.cpu.reshare(station, now);
    }

    /** A statement's answer is in: the worker computes on. */
    void resume(int slot, long now) {
        RequestTable requests = traffic.requests;
        requests.addQuery(slot, now - requests.since(slot));
        requests.queriesDone(slot, requests.queriesDone(slot) + 1);
        computeOn(slot, now);
    }

    /** What a worker waited for is there: it computes on. */
    void computeOn(int slot, long now) {
        PodStation station = traffic.station(traffic.requests.pod(slot));
        CpuSharing.advance(station, now);
        compute(slot, station, now);
        traffic.cpu.reshare(station, now);
    }

    /** The response goes out. */
    void finish(int slot, PodStation station, long now) {
        RequestTable requests = traffic.requests;
        if (requests.connection(slot) != RequestTable.NO_CONNECTION) {
            databaseClient.giveBack(slot, station, now);
        }
        if (requests.endpoint(slot) >= traffic.firstWork) {
            queues.threads().worked(slot, now);
            return;
        }
        double errors = traffic.errorShares[requests.endpoint(slot)];
        if (errors > 0 && Keys.unit(Keys.draw(requests.key(slot), Draw.ERROR)) < errors) {
            failInside(slot, station, Cause.APPLICATION_ERROR, now);
            return;
        }
        if (goesOn(slot, station, now)) {
            return;
        }
        queues.published(requests.endpoint(slot), requests.key(slot), now);
        int balancerZone = requests.balancerZone(slot);
        if (!requests.isAnswered(slot)) {
            if (balancerZone >= 0 && traffic.silentZone[balancerZone]) {
                // The node that holds the client's connection is gone: the answer reaches nobody.
                leaveWorker(slot, station, now);
                requests.state(slot, RequestTable.LOST);
                requests.blame(slot, Cause.LOST_IN_FLIGHT.code());
                return;
            }
            outcomes.succeed(slot, now);
        }
        if (traffic.workloads[station.workload].keepsConnections()) {
            surroundings.keepConnection(station, balancerZone, now);
        }
        leaveWorker(slot, station, now);
        requests.release(slot);
    }

    /** A request that waits for a worker leaves the line before its turn. */
    private void leaveLine(int slot, PodStation station, long now) {
        station.leaveLine(traffic.requests.lineNumber(slot));
        tellOfLeaving(slot, station, now);
    }

    void tellOfLeaving(int slot, PodStation station, long now) {
        if (traffic.probe != null) {
            traffic.probe.leftLine(station.workload, now - traffic.requests.came(slot), now);
        }
    }

    /** Whether the request goes on to another workload; it does so without its worker. */
    private boolean goesOn(int slot, PodStation station, long now) {
        Onward[] onward = onwardOf[station.workload];
        if (onward.length == 0) {
            return false;
        }
        RequestTable requests = traffic.requests;
        double share = Keys.unit(Keys.draw(requests.key(slot), Draw.ONWARD));
        for (Onward next : onward) {
            if (share < next.cumulative()) {
                leaveWorker(slot, station, now);
                traffic.balancing.ended(slot, ANSWERED, now);
                long key = Keys.mix(requests.key(slot), Draw.NEXT_KEY);
                requests.goesOn(slot, next.endpoint(), key);
                Objects.requireNonNull(balancer).dispatch(slot, Math.max(0, requests.balancerZone(slot)), now);
                return true;
            }
        }
        return false;
    }

    /** The application answers 500. The caller has advanced the pod's CPU and shares it anew afterwards. */
    void failInside(int slot, PodStation station, Cause cause, long now) {
        RequestTable requests = traffic.requests;
        int balancerZone = requests.balancerZone(slot);
        boolean isHeard = balancerZone < 0 || !traffic.silentZone[balancerZone];
        if (requests.connection(slot) != RequestTable.NO_CONNECTION) {
            databaseClient.discard(slot, station, now);
        }
        leaveWorker(slot, station, now);
        tellOfFailure(slot, now);
        if (requests.isAnswered(slot)) {
            requests.release(slot);
        } else if (isHeard) {
            outcomes.fail(slot, 500, cause, now);
            requests.release(slot);
        } else {
            requests.state(slot, RequestTable.LOST);
            requests.blame(slot, Cause.LOST_IN_FLIGHT.code());
        }
    }

    /** Work on a message has failed: its thread goes on with the next. */
    private void tellOfFailure(int slot, long now) {
        if (traffic.requests.endpoint(slot) >= traffic.firstWork) {
            queues.threads().failed(slot, now);
        }
    }

    /** Frees the worker and lets it take the next in line. */
    void leaveWorker(int slot, PodStation station, long now) {
        RequestTable requests = traffic.requests;
        if (traffic.probe != null) {
            traffic.probe.left(station.workload, now - requests.came(slot), now);
        }
        int place = requests.place(slot);
        int last = station.working[--station.busy];
        traffic.workerUse.change(station.workload, -1, now);
        station.working[place] = last;
        requests.place(last, place);
        requests.place(slot, -1);
        if (station.queued > 0) {
            CompiledWorkload workload = traffic.workloads[station.workload];
            int next = station.dequeue();
            long waited = now - requests.since(next);
            requests.addWorkerWait(next, waited);
            traffic.waited++;
            traffic.waitedNanos += waited;
            startWork(next, station, workload, waited, now);
        } else if (traffic.database == null || traffic.database.answers) {
            station.taint = -1;
        }
    }

    /** A sync worker was silent for too long: it is killed with its request, which the load balancer answers with 502. */
    void workerTimedOut(int workload, long now) {
        RequestTable requests = traffic.requests;
        int slot = traffic.workerTimeouts[workload].nextAlive(now, requests);
        if (slot < 0 || requests.place(slot) < 0) {
            return;
        }
        PodStation station = traffic.station(requests.pod(slot));
        Cause cause =
                requests.state(slot) == RequestTable.QUERYING_SILENCE ? Cause.DATABASE_FAILOVER : Cause.WORKER_TIMEOUT;
        CpuSharing.advance(station, now);
        leaveStage(slot, station);
        if (requests.connection(slot) != RequestTable.NO_CONNECTION) {
            databaseClient.discard(slot, station, now);
        }
        leaveWorker(slot, station, now);
        loseAtPod(slot, 502, cause, now);
        traffic.cpu.reshare(station, now);
    }

    private void leaveStage(int slot, PodStation station) {
        RequestTable requests = traffic.requests;
        if (requests.state(slot) == RequestTable.COMPUTING) {
            station.cpu.remove(requests.reference(slot));
        } else if (requests.state(slot) == RequestTable.AWAITING_CONNECTION) {
            station.leaveConnectionLine(slot);
        } else if (requests.state(slot) == RequestTable.CALLING) {
            surroundings.path.abandon(slot);
        }
    }

    /** The client closed the connection of a request that is queued or served, and the server notices: nobody works on. */
    void cancel(int slot, long now) {
        PodStation station = traffic.station(traffic.requests.pod(slot));
        if (!traffic.abandoned.waitsOut(slot, station.workload)) {
            stop(slot, station, now);
        }
    }

    private void stop(int slot, PodStation station, long now) {
        RequestTable requests = traffic.requests;
        if (requests.state(slot) == RequestTable.QUEUED) {
            leaveLine(slot, station, now);
        } else if (requests.state(slot) == RequestTable.PROXIED) {
            surroundings.sidecars.cancel(slot, station, now);
        } else {
            CpuSharing.advance(station, now);
            leaveStage(slot, station);
            if (requests.connection(slot) != RequestTable.NO_CONNECTION) {
                databaseClient.discard(slot, station, now);
            }
            leaveWorker(slot, station, now);
            traffic.cpu.reshare(station, now);
        }
        requests.release(slot);
    }

    /** A statement is back whose worker only waited for it to leave: its connection goes back to the pool. */
    void leavesDriver(int slot, long now) {
        PodStation station = traffic.station(traffic.requests.pod(slot));
        CpuSharing.advance(station, now);
        databaseClient.giveBack(slot, station, now);
        stop(slot, station, now);
    }

    /** A request's process died under it: the load balancer says so at once, if its node is there and the client still is. */
    void loseAtPod(int slot, int status, Cause cause, long now) {
        RequestTable requests = traffic.requests;
        int balancerZone = requests.balancerZone(slot);
        if (!requests.isAnswered(slot) && balancerZone >= 0 && traffic.silentZone[balancerZone]) {
            requests.state(slot, RequestTable.LOST);
            requests.blame(slot, Cause.LOST_IN_FLIGHT.code());
            return;
        }
        if (!requests.isAnswered(slot)) {
            outcomes.fail(slot, status, cause, now);
        }
        tellOfFailure(slot, now);
        requests.release(slot);
    }
}
