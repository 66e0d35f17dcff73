package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledResilience;
import dev.windtunnel.simulator.compile.CompiledSurroundings;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer's nodes: each sends its requests to the targets that {@link Balancing} chooses, over connections that it
 * keeps, and answers with its own status when a target does not (ALB-20 to ALB-23). A rate limit stands in front of all.
 */
final class BalancerSide {

    private final Traffic traffic;
    private final Application application;
    private final Outcomes outcomes;
    private final CompiledBalancer balancer;
    private final @Nullable TokenBucket limiter;
    private final boolean idleComesFirst;
    private final boolean isTls;
    private final long handshakeNanos;
    private final @Nullable GatewaySide gateway;

    BalancerSide(Traffic traffic, Application application, Outcomes outcomes) {
        this.traffic = traffic;
        this.application = application;
        this.outcomes = outcomes;
        balancer = traffic.scenario.balancer();
        CompiledBalancer.Limit limit = balancer.routing().limit();
        limiter = limit == null ? null : new TokenBucket(limit.ratePerSecond(), limit.burst());
        CompiledSurroundings.Targets targets = traffic.scenario.surroundings().targets();
        isTls = targets.tls();
        handshakeNanos = targets.tls() ? targets.handshakeCpuNanos() : 0;
        idleComesFirst =
                balancer.idleTimeoutNanos() < traffic.scenario.clients().timeoutNanos();
        CompiledResilience.Gateway retries = traffic.scenario.resilience().gateway();
        gateway = retries == null ? null : new GatewaySide(traffic, this, outcomes, retries);
        outcomes.gateway(gateway);
    }

    /** What tries again at another target; null if nothing does. */
    @Nullable GatewaySide gateway() {
        return gateway;
    }

    /** A request reaches the node of a zone, which answers. */
    void dispatch(int slot, int zone, long now) {
        RequestTable requests = traffic.requests;
        CompiledEndpoint endpoint = traffic.endpoints[requests.endpoint(slot)];
        int workload = endpoint.workload();
        requests.balancerZone(slot, zone);
        if (requests.pod(slot) < 0) {
            // For the first time: one that goes on to another workload has been here before.
            requests.dispatched(slot, now);
        }
        requests.since(slot, now);
        traffic.meters.request(requests.requestBytes(slot, endpoint.requestBytes()), now);
        if (limiter != null && !limiter.take(now)) {
            answer(slot, 429, Cause.THROTTLED, now);
            return;
        }
        if (gateway != null && !gateway.isTry(slot)) {
            gateway.begin(slot, now);
            return;
        }
        traffic.offered.asked(requests.endpoint(slot));
        int pod = traffic.balancing.send(slot, zone, workload, now);
        if (pod < 0) {
            answer(slot, 503, Cause.NO_TARGET, now);
            return;
        }
        send(slot, zone, pod, endpoint, now);
    }

    /** A request goes to a target that was chosen. */
    void send(int slot, int zone, int pod, CompiledEndpoint endpoint, long now) {
        RequestTable requests = traffic.requests;
        requests.pod(slot, pod);
        byte status = traffic.podStatus[pod];
        if (status == Traffic.SILENT) {
            sendIntoSilence(slot, pod, now);
            return;
        }
        if (status == Traffic.REFUSES || !traffic.station(pod).accepts) {
            answer(slot, 502, Cause.POD_STOPPED, now);
            return;
        }
        PodStation station = traffic.station(pod);
        long bits = Keys.draw(requests.key(slot), Draw.CPU_AND_PROCESSING);
        long hop = traffic.roundTrip(zone, station.zone);
        long extra = (long) balancer.processingNanos().sampleLower(bits) + hop;
        long work = (long) endpoint.cpuNanos().sampleUpper(bits);
        int kept = traffic.kept == null ? takeIdle(station) : traffic.kept.take(zone, station, hop, now);
        if (kept == KeptConnections.CLOSING) {
            answer(slot, 502, Cause.KEEPALIVE_RACE, now);
            return;
        }
        if (kept == KeptConnections.NONE) {
            extra += isTls ? 2 * hop : hop;
            work += handshakeNanos;
        }
        requests.balancerExtra(slot, extra);
        requests.cpuDemand(slot, work);
        if (idleComesFirst) {
            traffic.idleTimeouts.push(now + balancer.idleTimeoutNanos(), requests.reference(slot));
        }
        if (station.proxy != null) {
            application.surroundings().sidecars.enter(slot, station, station.proxy, now);
            return;
        }
        admit(slot, station, now);
    }

    private static int takeIdle(PodStation station) {
        if (station.idleConnections == 0) {
            return KeptConnections.NONE;
        }
        station.idleConnections--;
        return KeptConnections.KEPT;
    }

    /** A request reaches the server of a pod. */
    void admit(int slot, PodStation station, long now) {
        RequestTable requests = traffic.requests;
        CompiledWorkload workload = traffic.workloads[station.workload];
        if (station.busy >= workload.concurrency() && station.queued >= workload.backlog()) {
            if (workload.line().refuses()) {
                application.refuse(slot, station, now);
                return;
            }
            // A full backlog drops the SYN: the load balancer waits for a connection it does not get (APP-05).
            requests.state(slot, RequestTable.CONNECTING);
            int blamed = station.causeOfLine();
            requests.blame(slot, blamed >= 0 ? blamed : Cause.WORKER_QUEUE.code());
            traffic.connectTimeouts.push(now + balancer.connectTimeoutNanos(), requests.reference(slot));
            return;
        }
        application.accept(slot, station, now);
    }

    /** The target's packets vanish: a new connection fails after 10 s, a kept one only when the answer is overdue. */
    private void sendIntoSilence(int slot, int pod, long now) {
        RequestTable requests = traffic.requests;
        requests.blame(slot, Cause.SILENT_TARGET.code());
        if (traffic.silentIdleConnections[pod] > 0) {
            traffic.silentIdleConnections[pod]--;
            requests.state(slot, RequestTable.LOST);
            if (idleComesFirst) {
                traffic.idleTimeouts.push(now + balancer.idleTimeoutNanos(), requests.reference(slot));
            }
        } else {
            requests.state(slot, RequestTable.CONNECTING);
            traffic.connectTimeouts.push(now + balancer.connectTimeoutNanos(), requests.reference(slot));
        }
    }

    /** A target did not accept in time: 504 (ALB-22). */
    void connectTimedOut(long now) {
        RequestTable requests = traffic.requests;
        int slot = traffic.connectTimeouts.nextAlive(now, requests);
        if (slot >= 0 && requests.state(slot) == RequestTable.CONNECTING) {
            answer(slot, 504, causeOfWaiting(slot, now), now);
        }
    }

    /** A target did not answer in time: 504 (ALB-22). */
    void idleTimedOut(long now) {
        RequestTable requests = traffic.requests;
        int slot = traffic.idleTimeouts.nextAlive(now, requests);
        if (slot < 0 || requests.isAnswered(slot) || isCutOff(slot)) {
            return;
        }
        outcomes.fail(slot, 504, causeOfWaiting(slot, now), now);
        leave(slot, false, now);
    }

    /** Whether the node that holds the client's connection is gone, so that nothing it says is heard. */
    private boolean isCutOff(int slot) {
        int zone = traffic.requests.balancerZone(slot);
        return zone >= 0 && traffic.silentZone[zone];
    }

    /** The node answers on its own, and the request is over. */
    private void answer(int slot, int status, Cause cause, long now) {
        outcomes.fail(slot, status, cause, now);
        traffic.requests.release(slot);
    }

    /** The outcome is written; what a server still does for the request goes on, or stops if it is told. */
    void leave(int slot, boolean cancels, long now) {
        boolean isServed = isServed(traffic.requests.state(slot));
        if (gateway != null && gateway.isAttempt(slot)) {
            gateway.clientLeft(slot, cancels, now);
        } else if (isServed && cancels) {
            application.cancel(slot, now);
        } else if (isServed) {
            traffic.requests.answered(slot);
        } else {
            traffic.requests.release(slot);
        }
    }

    /** The node of a zone is gone: what it held for its clients is lost. Pods work on without knowing. */
    void nodeLost(int zone, long now) {
        RequestTable requests = traffic.requests;
        for (int slot = 0; slot < requests.slots(); slot++) {
            if (!requests.isLive(slot) || requests.balancerZone(slot) != zone) {
                continue;
            }
            // Its counts are gone too; when it is back it knows of nothing.
            traffic.balancing.ended(slot, Outcomes.NO_ANSWER, now);
            boolean isHeld = false;
            if (gateway != null && gateway.isAttempt(slot)) {
                gateway.nodeLost(slot, now);
                isHeld = true;
            }
            int state = requests.state(slot);
            boolean waitsAtNode = isHeld || state == RequestTable.CONNECTING || state == RequestTable.LOST;
            if (waitsAtNode && !requests.isAnswered(slot)) {
                requests.state(slot, RequestTable.LOST);
                requests.blame(slot, Cause.LOST_IN_FLIGHT.code());
            }
        }
    }

    /** Whether a pod has it, in its queue, at a worker or at its sidecar. */
    static boolean isServed(int state) {
        return state >= RequestTable.QUEUED && state != RequestTable.LOST && state < RequestTable.AT_GATEWAY;
    }

    /** Why a request is still waiting: what it was lost to, or the stage that has cost it most. */
    Cause causeOfWaiting(int request, long now) {
        RequestTable requests = traffic.requests;
        int slot = gateway == null ? request : gateway.atTarget(request);
        int blamed = requests.blame(slot);
        // The line for a worker may be the pool's fault, and be only a part of what it waited for.
        if (blamed >= 0
                && (blamed != Cause.CONNECTION_POOL.code() || requests.state(slot) == RequestTable.CONNECTING)) {
            return Cause.ofCode(blamed);
        }
        return switch (requests.state(slot)) {
            case RequestTable.DIALING -> Cause.DEAD_ADDRESS;
            case RequestTable.CONNECTING, RequestTable.LOST -> Cause.SILENT_TARGET;
            case RequestTable.AT_GATEWAY -> Objects.requireNonNull(gateway).causeOfWaiting(slot);
            default -> costliest(slot, now);
        };
    }

    /** The costliest stage, or the failed tries before it if more than half of the time was lost to them. */
    private Cause costliest(int slot, long now) {
        LostTime lost = traffic.lost;
        long before = lost == null ? 0 : lost.nanos(slot, traffic.requests.reference(slot));
        return lost != null && 2 * before > now - traffic.requests.dispatched(slot)
                ? lost.cause(slot)
                : application.surroundings().costs.costliest(slot, now);
    }

    /** Requests that came to the rate limit so far, refused ones too; 0 without one. */
    long askedOfLimit() {
        return limiter == null ? 0 : limiter.asked();
    }

    /** Takes over another's state. */
    void copyFrom(BalancerSide other) {
        if (limiter != null && other.limiter != null) {
            limiter.copyFrom(other.limiter);
        }
        if (gateway != null && other.gateway != null) {
            gateway.copyFrom(other.gateway);
        }
    }
}
