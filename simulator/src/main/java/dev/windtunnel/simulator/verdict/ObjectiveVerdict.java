package dev.windtunnel.simulator.verdict;

import dev.windtunnel.model.scenario.Objective;
import dev.windtunnel.model.scenario.Objective.Expectation;
import dev.windtunnel.model.scenario.Objective.View;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * One objective, judged over the whole run.
 *
 * <p>At the load balancer each attempt in its log is counted. One that its client gave up before an answer (460) is bad: the
 * log shows no answer, though the load balancer's own error metrics do not have it.
 *
 * <p>A latency objective counts failed requests as bad: who got no answer got no fast one. Requests still under way at the
 * end are counted by nobody.
 *
 * @param counted requests that the objective is about
 * @param good of them, those that succeeded and, where a latency is asked for, in time (exact to a histogram bucket)
 * @param givenUp of the bad ones, those that clients gave up before an answer, as the load balancer logs it; 0 at the client
 * @param allowedBad the error budget: how many requests may be bad, rounded down
 */
public record ObjectiveVerdict(Objective objective, long counted, long good, long givenUp, long allowedBad) {

    /**
     * Judges.
     *
     * @throws IllegalArgumentException if the objective is about an endpoint that the result does not have
     */
    public static ObjectiveVerdict of(Objective objective, RunResult result) {
        List<EndpointOutcome> endpoints = result.endpoints().stream()
                .filter(endpoint ->
                        objective.endpoint() == null || endpoint.endpoint().equals(objective.endpoint()))
                .toList();
        if (endpoints.isEmpty() && objective.endpoint() != null) {
            throw new IllegalArgumentException("objective " + objective.name() + " is about endpoint "
                    + objective.endpoint() + ", found only "
                    + result.endpoints().stream().map(EndpointOutcome::endpoint).toList()
                    + "\nMaybe the result belongs to another scenario.");
        }
        ViewTotals totals = ViewTotals.of(endpoints.stream()
                .map(endpoint -> view(endpoint, objective.measured()))
                .toList());
        Duration latency = objective.latency();
        long good = latency == null ? totals.succeeded() : totals.succeeded() - totals.slowTotal(latency.toNanos());
        long counted = totals.counted() + totals.givenUp();
        return new ObjectiveVerdict(objective, counted, good, totals.givenUp(), allowedBad(counted, objective.good()));
    }

    private static ViewOutcome view(EndpointOutcome endpoint, View view) {
        return switch (view) {
            case CLIENT -> endpoint.client();
            case LOAD_BALANCER -> endpoint.loadBalancer();
        };
    }

    /**
     * How many of so many requests may be bad: floor(counted x (1 - good)), in decimal arithmetic, because 1 - 0.999 is not
     * 0.001 in binary.
     */
    static long allowedBad(long counted, Share good) {
        BigDecimal bad = BigDecimal.ONE.subtract(BigDecimal.valueOf(good.value()));
        return bad.multiply(BigDecimal.valueOf(counted))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** Requests that were not good: the part of the error budget that is used, and more. */
    public long bad() {
        return counted - good;
    }

    /** Share of good requests, 0..1; 1 if none were counted. */
    public double ratio() {
        return counted == 0 ? 1 : (double) good / counted;
    }

    /** Whether enough requests were good. Nothing counted, nothing missed. */
    public boolean met() {
        return bad() <= allowedBad;
    }

    /** Whether it came as the scenario's author expects. */
    public boolean expectationHolds() {
        return met() == (objective.expect() == Expectation.MET);
    }
}
