package dev.windtunnel.model.compute.rollout;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a metric of an analysis must be (S61; R-K8S-10). */
@Choice(key = "metric")
@Doc("What is measured, and what it must be")
public sealed interface AnalysisCriterion {

    /** Share of requests that fail. */
    @Tag("error-rate")
    @Doc("Share of the new version's requests that fail")
    record ErrorRate(@Doc("Most that passes") Share max) implements AnalysisCriterion {}

    /** A percentile of the response time. */
    @Tag("latency")
    @Doc("A percentile of the new version's response time")
    record Latency(
            @Doc("Percentile, such as 95%") @Default("95%") Share percentile,
            @Doc("Longest that passes") Duration max) implements AnalysisCriterion {

        /** @throws IllegalArgumentException if nothing would pass */
        public Latency {
            if (max.isZero()) {
                throw new IllegalArgumentException("max is longer than 0s");
            }
        }
    }

    /** The answer to a query, which the simulator cannot know. */
    @Tag("query")
    @Doc("The answer to a query")
    record Query(
            @Doc("Query, such as PromQL") String query,

            @Doc("Least that passes; absent means no bound") @Nullable Double min,

            @Doc("Most that passes; absent means no bound") @Nullable Double max)
            implements AnalysisCriterion {

        /** @throws IllegalArgumentException if everything or nothing would pass */
        public Query {
            if (min == null && max == null) {
                throw new IllegalArgumentException("min, max or both are written, found neither");
            }
            if (min != null && max != null && min > max) {
                throw new IllegalArgumentException("min is at most max, found " + min + " and " + max);
            }
        }
    }
}
