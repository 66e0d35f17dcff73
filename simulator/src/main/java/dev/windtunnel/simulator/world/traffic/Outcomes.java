package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what became of each request, once, with exactly one cause: the stage with the longest excess over its
 * unloaded time, the earlier stage on ties; or, for a failure, what failed.
 */
final class Outcomes {

    /** The client heard nothing. */
    static final int NO_ANSWER = 0;

    private final Traffic traffic;
    private final OutcomeBook book;
    private final SecondCounts seconds;
    private final double meanRoundTripNanos;
    private final double meanProcessingNanos;

    /** Sum over requests of a mix of key, outcome and time: equal runs have equal digests. */
    private long digest;

    /** Null where each request has one attempt: then both are the same. */
    private @Nullable Attempts attempts;

    private @Nullable Surroundings surroundings;

    /** Null where no gateway tries again: then each row is what a client waits for. */
    private @Nullable GatewaySide gateway;

    private long succeeded;
    private long failed;

    Outcomes(Traffic traffic, OutcomeBook book, SecondCounts seconds) {
        this.traffic = traffic;
        this.book = book;
        this.seconds = seconds;
        this.meanRoundTripNanos = traffic.scenario.clients().meanRoundTripNanos();
        this.meanProcessingNanos = traffic.scenario.balancer().meanProcessingNanos();
    }

    void attempts(@Nullable Attempts its) {
        attempts = its;
    }

    void surroundings(Surroundings its) {
        surroundings = its;
    }

    void gateway(@Nullable GatewaySide its) {
        gateway = its;
    }

    void arrived(int endpoint, long now) {
        book.at(now).arrived(endpoint);
        seconds.arrived(now);
        traffic.meters.arrivedInMinute++;
        traffic.meters.arrivalSquares.arrived(now);
    }

    /** The answer went out at {@code now}. */
    void succeed(int slot, long now) {
        traffic.balancing.ended(slot, 200, now);
        RequestTable requests = traffic.requests;
        int endpointIndex = requests.origin(slot);
        CompiledEndpoint endpoint = traffic.endpoints[endpointIndex];
        long intended = requests.intended(slot);
        long balancerExtra = requests.balancerExtra(slot);
        long clientExtra = requests.clientExtra(slot);
        long dial = requests.dispatched(slot) - intended;
        long atBalancer = now - requests.dispatched(slot) + balancerExtra;

        PodStation station = traffic.station(requests.pod(slot));
        Surroundings outside = Objects.requireNonNull(surroundings);
        double nanosPerWork = station.node.nanosPerWork;
        double work = requests.cpuDemand(slot) * nanosPerWork;
        long queue = requests.workerWait(slot);
        int blamed = requests.blame(slot);
        boolean isOfPool = blamed < 0 || blamed == Cause.CONNECTION_POOL.code();
        Cause queueCause = blamed < 0 ? Cause.WORKER_QUEUE : isOfPool ? Cause.CONNECTION_POOL : Cause.DATABASE_FAILOVER;
        double compute = requests.compute(slot) - work;
        long connection = requests.connectionWait(slot);
        long query = requests.query(slot) - requests.queryDemand(slot);
        double own = work
                + requests.queryDemand(slot)
                - endpoint.meanCpuNanos() * nanosPerWork
                - endpoint.meanQueryNanos() * endpoint.queries();

        Cause cause = Cause.OWN_WORK;
        double most = 0;
        if (queue > most) {
            most = queue;
            cause = queueCause;
        }
        if (compute > most) {
            most = compute;
            cause = Cause.CPU;
        }
        if (connection > most) {
            most = connection;
            cause = isOfPool ? Cause.CONNECTION_POOL : Cause.DATABASE_FAILOVER;
        }
        if (query > most) {
            most = query;
            cause = traffic.databaseWaits.cause(slot, query);
        }
        double excess = outside.isThere ? outside.excess(slot, station) : 0;
        if (excess > most) {
            most = excess;
            cause = outside.causeOfExcess(slot, station);
        }
        Cause serverCause = own > most ? Cause.OWN_WORK : cause;
        double serverMost = Math.max(own, most);
        LostTime lost = traffic.lost;
        long before = lost == null ? 0 : lost.nanos(slot, requests.reference(slot));
        if (lost != null && before > serverMost) {
            serverMost = before;
            serverCause = lost.cause(slot);
        }
        double hop =
                balancerExtra - meanProcessingNanos - (outside.isThere ? outside.sidecars.delay(slot, station) : 0);
        Cause balancerCause = hop > serverMost ? Cause.NETWORK : serverCause;
        double network = clientExtra - meanRoundTripNanos + hop;
        Cause clientCause = network > serverMost ? Cause.NETWORK : serverCause;
        clientCause = dial > 0 && dial >= Math.max(network, serverMost) ? Cause.DEAD_ADDRESS : clientCause;

        book.at(intended).succeeded(OpenMinute.LOAD_BALANCER, endpointIndex, balancerCause.code(), atBalancer);
        traffic.meters.response(requests.responseBytes(slot, endpoint.responseBytes()), now);
        long latency = dial + atBalancer + clientExtra;
        if (gateway == null) {
            answered(slot, endpointIndex, clientCause, latency, now);
        } else {
            int attempt = gateway.answered(slot);
            answered(attempt, endpointIndex, clientCause, latency, now);
            requests.release(attempt);
        }
    }

    private void answered(int slot, int endpoint, Cause cause, long latency, long now) {
        RequestTable requests = traffic.requests;
        if (attempts != null) {
            attempts.answered(slot, cause, latency, now);
        } else {
            requestSucceeded(requests.key(slot), endpoint, requests.intended(slot), cause, latency, now);
        }
    }

    /** A user's request has its answer. */
    void requestSucceeded(long key, int endpoint, long intended, Cause cause, long latency, long now) {
        book.at(intended).succeeded(OpenMinute.CLIENT, endpoint, cause.code(), latency);
        if (traffic.probe != null) {
            traffic.probe.answered(endpoint, true, latency, now);
        }
        succeeded++;
        digest(key, 200, now);
    }

    /**
     * The client got an error, or gave up.
     *
     * @param status what the load balancer answered; {@link #NO_ANSWER} if nothing, which its log does not count as its own
     *     failure (460)
     */
    void fail(int slot, int status, Cause cause, long now) {
        if (gateway != null && gateway.isTry(slot)) {
            gateway.tryFailed(slot, status, cause, now);
            return;
        }
        traffic.balancing.ended(slot, status, now);
        RequestTable requests = traffic.requests;
        int endpoint = requests.origin(slot);
        if (status != NO_ANSWER) {
            book.at(requests.intended(slot)).failed(OpenMinute.LOAD_BALANCER, endpoint, cause.code(), status);
        } else {
            abandoned(slot, now);
        }
        if (attempts != null) {
            attempts.failed(slot, status, cause, now);
        } else {
            requestFailed(requests.key(slot), endpoint, requests.intended(slot), status, cause, now);
        }
    }

    /** A client left before the answer: the load balancer logs 460, if it knows of the request (ALB-23). */
    void abandoned(int slot, long now) {
        traffic.balancing.ended(slot, NO_ANSWER, now);
        if (isLogged(slot)) {
            book.at(traffic.requests.intended(slot)).clientLeft(traffic.requests.origin(slot));
        }
    }

    /** A user's request has failed for good. */
    void requestFailed(long key, int endpoint, long intended, int status, Cause cause, long now) {
        book.at(intended).failed(OpenMinute.CLIENT, endpoint, cause.code(), status);
        seconds.failed(intended);
        if (traffic.probe != null) {
            traffic.probe.answered(endpoint, false, now - intended, now);
        }
        failed++;
        digest(key, status + 1000L * (cause.code() + 1), now);
    }

    /** Whether a load balancer node that still stands knows of the request. */
    private boolean isLogged(int slot) {
        int zone = traffic.requests.balancerZone(slot);
        return traffic.requests.state(slot) != RequestTable.DIALING && zone >= 0 && !traffic.silentZone[zone];
    }

    private void digest(long key, long outcome, long now) {
        digest += Keys.draw(key + outcome, now);
    }

    long digest() {
        return digest;
    }

    long succeeded() {
        return succeeded;
    }

    long failed() {
        return failed;
    }

    /** Takes over another's state. */
    void copyFrom(Outcomes other) {
        digest = other.digest;
        succeeded = other.succeeded;
        failed = other.failed;
    }
}
