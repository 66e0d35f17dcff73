package dev.windtunnel.model.compute.rollout;

import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** Metrics that decide about a new version; the first that fails aborts it (S61). */
@Doc("Metrics that decide about a new version")
public record Analysis(@Doc("Metrics, by name") List<AnalysisMetric> metrics) {

    /** @throws IllegalArgumentException without metrics */
    public Analysis {
        metrics = List.copyOf(metrics);
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("metrics holds at least one metric");
        }
    }
}
