package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledResilience.Gateway;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Load balancer nodes that try again at another target, as Envoy does under Istio: a client's attempt and its tries at targets
 * are two rows of the {@link RequestTable}. The attempt's row is held here and has the client's timeouts; a try's row is what
 * targets work on. A try that was given up parts from its attempt, and its target works on for nobody unless it is told.
 *
 * <p>A retry goes to a target that had none of the attempt's tries, as far as five further choices of the algorithm and then a
 * walk over all targets find one (Envoy's {@code previous_hosts} predicate and Istio's {@code
 * host_selection_retry_max_attempts} of 5). An attempt that finds no target at all is answered 503 and never tried again:
 * there is nothing to try, and Envoy does not either. The client's view and the load balancer's count attempts; tries have
 * counts of their own. Where nothing fails, a run is the same as without a gateway.
 */
final class GatewaySide {

    private final Traffic traffic;
    private final BalancerSide balancer;
    private final Outcomes outcomes;
    private final Gateway settings;
    private final CompiledAttempts.Wait[] waits;
    private final TryTable tries;
    private final TimedRing tryTimeouts;
    private final @Nullable RetryBudget budget;
    private final LostTime lost;
    private int active;
    private int activeRetries;
    private long attemptCount;
    private long tryCount;
    private long retryCount;
    private long refused;

    GatewaySide(Traffic traffic, BalancerSide balancer, Outcomes outcomes, Gateway settings) {
        this.traffic = traffic;
        this.balancer = balancer;
        this.outcomes = outcomes;
        this.settings = settings;
        waits = settings.waits().toArray(CompiledAttempts.Wait[]::new);
        tries = new TryTable(traffic.requests, 1 + waits.length);
        tryTimeouts = new TimedRing(traffic.sources, Sources.GATEWAY_TRY);
        boolean isOfRequests = !settings.ofActive() && settings.budget() < CompiledAttempts.UNBOUNDED;
        budget = isOfRequests ? new RetryBudget(settings.budget()) : null;
        lost = traffic.lostTime();
    }

    GatewayCounts counts() {
        return new GatewayCounts(attemptCount, tryCount, retryCount, refused);
    }

    /** Attempts of clients that it holds. */
    int active() {
        return active;
    }

    /** Whether a row is a try at a target, and not what a client waits for. */
    boolean isTry(int slot) {
        return tries.isTry(slot);
    }

    /** Whether a row is a client's attempt that a node holds. */
    boolean isAttempt(int slot) {
        return tries.isAttempt(slot);
    }

    /** A client's attempt reaches the node that its row names, and is let through. */
    void begin(int attempt, long now) {
        tries.attempt(attempt);
        traffic.requests.state(attempt, RequestTable.AT_GATEWAY);
        attemptCount++;
        active++;
        if (budget != null) {
            budget.deposit(now);
        }
        send(attempt, now);
    }

    private void send(int attempt, long now) {
        RequestTable requests = traffic.requests;
        int number = tries.sent(attempt);
        long key = number == 0 ? requests.key(attempt) : Keys.mix(requests.key(attempt), Draw.FIRST_TRY + number);
        int slot = requests.allocate(key, requests.origin(attempt), requests.intended(attempt));
        int zone = requests.balancerZone(attempt);
        requests.recordedSizes(slot, requests.recordedSizes(attempt));
        requests.clientExtra(slot, requests.clientExtra(attempt));
        requests.session(slot, requests.session(attempt));
        requests.dispatched(slot, requests.dispatched(attempt));
        requests.balancerZone(slot, zone);
        requests.since(slot, now);
        CompiledEndpoint endpoint = traffic.endpoints[requests.endpoint(slot)];
        traffic.offered.asked(requests.endpoint(slot));
        int pod = traffic.balancing.sendElsewhere(slot, zone, endpoint.workload(), tries, attempt, now);
        if (pod < 0) {
            requests.release(slot);
            fail(attempt, 503, Cause.NO_TARGET, now);
            return;
        }
        tries.tryOf(slot, attempt);
        tries.sentTo(attempt, pod);
        tryCount++;
        if (number > 0) {
            retryCount++;
            long before = now - requests.dispatched(attempt);
            lost.add(slot, requests.reference(slot), before, Cause.ofCode(tries.cause(attempt)));
        }
        if (settings.perTryTimeoutNanos() > 0) {
            tryTimeouts.push(now + settings.perTryTimeoutNanos(), requests.reference(slot));
        }
        balancer.send(slot, zone, pod, endpoint, now);
    }

    /**
     * A try has its answer: returns the row of its attempt, which is held here no longer and which the caller gives back
     * once its outcome is written.
     */
    int answered(int slot) {
        int attempt = tries.partner(slot);
        tries.part(attempt, slot);
        end(attempt);
        return attempt;
    }

    /** A try has failed: the attempt is tried again, or has failed with it. The caller gives the try's row back. */
    void tryFailed(int slot, int status, Cause cause, long now) {
        int attempt = tries.partner(slot);
        traffic.balancing.ended(slot, status, now);
        int kind = kindOf(status, traffic.requests.state(slot));
        tries.part(attempt, slot);
        retryEnds(attempt);
        tries.cause(attempt, cause.code());
        if (!triesAgain(attempt, kind, now)) {
            fail(attempt, status, cause, now);
        }
    }

    private void fail(int attempt, int status, Cause cause, long now) {
        end(attempt);
        outcomes.fail(attempt, status, cause, now);
        traffic.requests.release(attempt);
    }

    /** What a failure counts as, from the status it is answered with and how far the try had come. */
    private static int kindOf(int status, int state) {
        return switch (status) {
            case 500 -> Gateway.INTERNAL_ERROR;
            case 502 -> Gateway.BAD_GATEWAY + (BalancerSide.isServed(state) ? Gateway.RESET : Gateway.CONNECT_FAILURE);
            case 503 -> Gateway.UNAVAILABLE;
            default ->
                Gateway.GATEWAY_TIMEOUT
                        + Gateway.TIMEOUT
                        + (state == RequestTable.CONNECTING ? Gateway.CONNECT_FAILURE : 0);
        };
    }

    private boolean triesAgain(int attempt, int kind, long now) {
        int retry = tries.sent(attempt) - 1;
        if ((kind & settings.retried()) == 0 || retry == waits.length) {
            return false;
        }
        if (!isAllowed(now)) {
            refused++;
            return false;
        }
        long key = Keys.mix(traffic.requests.key(attempt), Draw.FIRST_TRY + retry);
        CompiledAttempts.Wait wait = waits[retry];
        long at = now + wait.fixedNanos() + (long) wait.randomNanos().sampleUpper(Keys.draw(key, Draw.RETRY_WAIT));
        tries.retries(attempt, true);
        activeRetries++;
        traffic.delay(at, Traffic.GATEWAY_RETRY, 0, traffic.requests.reference(attempt));
        return true;
    }

    private boolean isAllowed(long now) {
        if (budget != null) {
            return budget.withdraw(now);
        }
        return settings.budget() >= CompiledAttempts.UNBOUNDED
                || activeRetries < Math.max(settings.floor(), settings.budget() * active);
    }

    /** The wait before a retry is over; the client may have left, or the node be gone. */
    void retry(long reference, long now) {
        int attempt = traffic.requests.resolve(reference);
        if (attempt >= 0 && traffic.requests.state(attempt) == RequestTable.AT_GATEWAY) {
            send(attempt, now);
        }
    }

    /** A target did not answer a try in its time. */
    void tryTimedOut(long now) {
        RequestTable requests = traffic.requests;
        int slot = tryTimeouts.nextAlive(now, requests);
        if (slot < 0 || requests.isAnswered(slot) || tries.partner(slot) < 0) {
            return;
        }
        outcomes.fail(slot, 504, balancer.causeOfWaiting(slot, now), now);
        balancer.leave(slot, settings.cancels(), now);
    }

    /** Nobody waits for an attempt any more; its target works on, or stops. The attempt's row is given back. */
    void clientLeft(int attempt, boolean cancels, long now) {
        giveUp(attempt, cancels, now);
        end(attempt);
        traffic.requests.release(attempt);
    }

    /** The node that holds an attempt is gone: nothing will be heard of its try, and none will follow. */
    void nodeLost(int attempt, long now) {
        giveUp(attempt, false, now);
        retryEnds(attempt);
    }

    private void giveUp(int attempt, boolean cancels, long now) {
        int slot = tries.partner(attempt);
        if (slot >= 0) {
            traffic.balancing.ended(slot, Outcomes.NO_ANSWER, now);
            tries.part(attempt, slot);
            balancer.leave(slot, cancels, now);
        }
    }

    private void end(int attempt) {
        retryEnds(attempt);
        active--;
    }

    private void retryEnds(int attempt) {
        if (tries.retries(attempt)) {
            tries.retries(attempt, false);
            activeRetries--;
        }
    }

    /** The row that a target has of an attempt, if it has one now; any other row itself. */
    int atTarget(int slot) {
        int itsTry = tries.isAttempt(slot) ? tries.partner(slot) : -1;
        return itsTry < 0 ? slot : itsTry;
    }

    /** Why an attempt without a try waits: what its last one failed for. */
    Cause causeOfWaiting(int attempt) {
        return Cause.ofCode(tries.cause(attempt));
    }

    /** Makes this equal to the other. */
    void copyFrom(GatewaySide other) {
        if (budget != null && other.budget != null) {
            budget.copyFrom(other.budget);
        }
        tries.copyFrom(other.tries);
        tryTimeouts.copyFrom(other.tryTimeouts);
        active = other.active;
        activeRetries = other.activeRetries;
        attemptCount = other.attemptCount;
        tryCount = other.tryCount;
        retryCount = other.retryCount;
        refused = other.refused;
    }
}
