package dev.windtunnel.model.compute.rollout;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.notation.Named;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A metric that decides about a new version, as an AnalysisTemplate of Argo Rollouts has it (Kubernetes sheet, section 10, whose defaults these are). */
@Doc("A metric that decides about a new version")
public record AnalysisMetric(
        @Named String name,
        @Inline AnalysisCriterion criterion,

        @Doc("Time between two measurements; absent means a single one") @Nullable Duration interval,

        @Doc("Measurements; absent means one without an interval, and else as long as the rollout lasts") @Nullable Integer count,

        @Doc("Time before the first measurement") @Default("0s")
        Duration initialDelay,

        @Doc("Failed measurements that are borne; one more fails the analysis") @Default("0")
        int failureLimit,

        @Doc("Inconclusive measurements that are borne") @Default("0")
        int inconclusiveLimit,

        @Doc("Measurements in a row that may end in an error") @Default("4")
        int consecutiveErrorLimit) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public AnalysisMetric {
        if (interval != null && interval.isZero()) {
            throw new IllegalArgumentException("interval is longer than 0s");
        }
        if (count != null && count < 1) {
            throw new IllegalArgumentException("count is at least 1, found " + count);
        }
        if (count != null && count > 1 && interval == null) {
            throw new IllegalArgumentException("count is above 1 only with an interval");
        }
        notNegative("failureLimit", failureLimit);
        notNegative("inconclusiveLimit", inconclusiveLimit);
        notNegative("consecutiveErrorLimit", consecutiveErrorLimit);
    }

    private static void notNegative(String key, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(key + " is not negative, found " + value);
        }
    }

    /** Time from the first measurement to the earliest verdict of failure; zero without an interval. */
    public Duration timeToFail() {
        return interval == null ? initialDelay : initialDelay.plus(interval.multipliedBy(failureLimit));
    }
}
