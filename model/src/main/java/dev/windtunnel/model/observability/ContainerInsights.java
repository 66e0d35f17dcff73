package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;

/** CloudWatch Container Insights of the cluster (S29, S55). */
@Doc("CloudWatch Container Insights of the cluster")
public record ContainerInsights(
        @Doc("Whether it has enhanced observability, which is billed by observations and not by metrics and logs")
        @Default("true")
        boolean enhanced,

        @Doc("Time between two observations (OBS-01)") @Default("1m")
        Duration interval,

        @Doc("Observations of a pod per interval (estimate)") @Default("40")
        int observationsPerPod,

        @Doc("Observations of a node per interval (estimate)") @Default("60")
        int observationsPerNode) {

    /** @throws IllegalArgumentException if an interval or a count is out of its range */
    public ContainerInsights {
        Limits.atLeast("interval", interval, Duration.ofSeconds(1));
        Limits.notNegative("observationsPerPod", observationsPerPod);
        Limits.notNegative("observationsPerNode", observationsPerNode);
    }
}
