package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Clients who may try more than once: a user's request and its attempts are two things here, each with its own ledger. A
 * request is good, has failed or is under way, and its latency counts from its intended start through all attempts; an
 * attempt is answered, has failed, was abandoned or is under way. An attempt draws by its own key, made of the request's key
 * and its number, so that a further attempt changes nobody else's luck.
 *
 * <p>The load balancer sees attempts: its view counts them one by one.
 */
final class Attempts {

    private final Traffic traffic;
    private final ClientSide clients;
    private final BalancerSide balancer;
    private final Application application;
    private final Outcomes outcomes;
    private final CompiledAttempts settings;
    private final CompiledAttempts.Wait[] waits;
    private final long deadlineNanos;
    private final boolean isTimed;
    private final @Nullable RetryBudget budget;
    private final CallTable calls;
    private final TimedRing attemptTimeouts;
    private final TimedRing hedgeTimes;
    private long sent;
    private long retries;
    private long hedges;
    private long answered;
    private long failed;
    private long abandoned;
    private long refused;

    Attempts(Traffic traffic, ClientSide clients, BalancerSide balancer, Application application, Outcomes outcomes) {
        this.traffic = traffic;
        this.clients = clients;
        this.balancer = balancer;
        this.application = application;
        this.outcomes = outcomes;
        settings = traffic.scenario.clients().attempts();
        waits = settings.retryWaits().toArray(CompiledAttempts.Wait[]::new);
        deadlineNanos = traffic.scenario.clients().timeoutNanos();
        isTimed = settings.timeoutNanos() > 0 && settings.timeoutNanos() < deadlineNanos;
        budget = settings.budget() >= CompiledAttempts.UNBOUNDED ? null : new RetryBudget(settings.budget());
        calls = new CallTable(1 + settings.hedges());
        attemptTimeouts = new TimedRing(traffic.sources, Sources.ATTEMPT_TIMEOUT);
        hedgeTimes = new TimedRing(traffic.sources, Sources.HEDGE);
    }

    AttemptCounts counts() {
        return new AttemptCounts(sent, retries, hedges, answered, failed, abandoned, refused);
    }

    /** A user's request sets out with its first attempt. */
    void begin(long key, int endpoint, long sizes, int user, long now) {
        int call = calls.allocate(key, endpoint, user, now);
        calls.recordedSizes(call, sizes);
        long reference = calls.reference(call);
        traffic.clientTimeouts.push(now + deadlineNanos, reference);
        if (budget != null) {
            budget.deposit(now);
        }
        if (settings.hedges() > 0) {
            hedgeTimes.push(now + settings.hedgeAfterNanos(), reference);
        }
        send(call, now);
    }

    private void send(int call, long now) {
        RequestTable requests = traffic.requests;
        int number = calls.attemptSent(call);
        long key = number == 0 ? calls.key(call) : Keys.mix(calls.key(call), number);
        int slot = requests.allocate(key, calls.endpoint(call), now);
        requests.call(slot, calls.reference(call));
        requests.recordedSizes(slot, calls.recordedSizes(call));
        calls.addLive(call, requests.reference(slot));
        sent++;
        if (isTimed) {
            attemptTimeouts.push(now + settings.timeoutNanos(), requests.reference(slot));
        }
        calls.session(call, clients.send(slot, calls.session(call), calls.user(call), key, now));
    }

    /** The answer to an attempt is on its way: the first one ends the request, and nobody waits for the others. */
    void answered(int slot, Cause cause, long latencyNanos, long now) {
        RequestTable requests = traffic.requests;
        int call = calls.resolve(requests.call(slot));
        answered++;
        calls.removeLive(call, requests.reference(slot));
        long lost = requests.intended(slot) - calls.intended(call);
        // What the request lost before this attempt is laid to what ended the last one, if it is the greater part.
        int before = calls.cause(call);
        Cause blamed = before >= 0 && lost > latencyNanos ? Cause.ofCode(before) : cause;
        outcomes.requestSucceeded(
                calls.key(call), calls.endpoint(call), calls.intended(call), blamed, lost + latencyNanos, now);
        abandonAll(call, now);
        end(call, true, calls.intended(call) + lost + latencyNanos);
    }

    /** An attempt was answered with an error, or its own time is over. */
    void failed(int slot, int status, Cause cause, long now) {
        RequestTable requests = traffic.requests;
        int call = calls.resolve(requests.call(slot));
        if (status == Outcomes.NO_ANSWER) {
            abandoned++;
        } else {
            failed++;
        }
        calls.removeLive(call, requests.reference(slot));
        calls.cause(call, cause.code());
        if (calls.live(call) == 0 && !triesAgain(call, status, requests.key(slot), now)) {
            outcomes.requestFailed(calls.key(call), calls.endpoint(call), calls.intended(call), status, cause, now);
            end(call, false, now);
        }
    }

    private boolean triesAgain(int call, int status, long key, long now) {
        int retry = calls.retries(call);
        boolean isCovered = status == Outcomes.NO_ANSWER ? settings.retriesTimeouts() : settings.retriesErrors();
        if (!isCovered || retry == waits.length || Keys.unit(Keys.draw(key, Draw.RETRY)) >= settings.retryShare()) {
            return false;
        }
        CompiledAttempts.Wait wait = waits[retry];
        long at = now + wait.fixedNanos() + (long) wait.randomNanos().sampleUpper(Keys.draw(key, Draw.RETRY_WAIT));
        if (at >= calls.intended(call) + deadlineNanos || !isAllowed(now)) {
            return false;
        }
        calls.addRetry(call);
        traffic.delay(at, Traffic.RETRY, 0, calls.reference(call));
        return true;
    }

    private boolean isAllowed(long now) {
        if (budget == null || budget.withdraw(now)) {
            return true;
        }
        refused++;
        return false;
    }

    /** The wait before a retry is over. */
    void retry(long reference, long now) {
        int call = calls.resolve(reference);
        if (call >= 0) {
            retries++;
            send(call, now);
        }
    }

    /** A request has waited long enough for a second attempt beside the first; none while it waits for a retry. */
    void hedge(long now) {
        long reference = hedgeTimes.pop();
        int call = calls.resolve(reference);
        if (call < 0) {
            return;
        }
        calls.addHedge(call);
        if (calls.hedges(call) < settings.hedges()) {
            hedgeTimes.push(now + settings.hedgeAfterNanos(), reference);
        }
        if (calls.live(call) > 0 && isAllowed(now)) {
            hedges++;
            send(call, now);
        }
    }

    /** An attempt's own time is over. */
    void attemptTimedOut(long now) {
        RequestTable requests = traffic.requests;
        int slot = attemptTimeouts.nextAlive(now, requests);
        if (slot < 0 || requests.isAnswered(slot)) {
            return;
        }
        outcomes.fail(slot, Outcomes.NO_ANSWER, balancer.causeOfWaiting(slot, now), now);
        leave(slot, now);
    }

    /** A user's patience for the whole request is over. */
    void giveUp(long now) {
        int call = calls.resolve(traffic.clientTimeouts.pop());
        if (call < 0) {
            return;
        }
        int oldest = calls.live(call) == 0 ? -1 : traffic.requests.resolve(calls.attempt(call, 0));
        Cause cause = oldest >= 0 ? balancer.causeOfWaiting(oldest, now) : Cause.ofCode(calls.cause(call));
        outcomes.requestFailed(
                calls.key(call), calls.endpoint(call), calls.intended(call), Outcomes.NO_ANSWER, cause, now);
        abandonAll(call, now);
        end(call, false, now);
    }

    private void abandonAll(int call, long now) {
        for (int place = 0; place < calls.live(call); place++) {
            int slot = traffic.requests.resolve(calls.attempt(call, place));
            outcomes.abandoned(slot, now);
            abandoned++;
            leave(slot, now);
        }
    }

    /** The client no longer waits for an attempt: its server works on for nobody, or stops at once. */
    private void leave(int slot, long now) {
        clients.distrustAddress(slot);
        if (settings.cancels() && BalancerSide.isServed(traffic.requests.state(slot))) {
            application.cancel(slot, now);
        } else {
            balancer.clientHasGone(slot);
        }
    }

    private void end(int call, boolean isGood, long endNanos) {
        int user = calls.user(call);
        calls.release(call);
        clients.ended(user, isGood, endNanos);
    }

    /** Takes over another's state. */
    void copyFrom(Attempts other) {
        if (budget != null && other.budget != null) {
            budget.copyFrom(other.budget);
        }
        calls.copyFrom(other.calls);
        attemptTimeouts.copyFrom(other.attemptTimeouts);
        hedgeTimes.copyFrom(other.hedgeTimes);
        sent = other.sent;
        retries = other.retries;
        hedges = other.hedges;
        answered = other.answered;
        failed = other.failed;
        abandoned = other.abandoned;
        refused = other.refused;
    }
}
