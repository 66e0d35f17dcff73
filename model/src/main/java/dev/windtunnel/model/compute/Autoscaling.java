package dev.windtunnel.model.compute;

import dev.windtunnel.model.compute.scaling.ScalingBehavior;
import dev.windtunnel.model.compute.scaling.ScalingMetric;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A HorizontalPodAutoscaler (S23; Kubernetes sheet, section 1): on CPU, and on what else is said; the largest proposal counts. */
@Doc("HorizontalPodAutoscaler on CPU, and on what else is said")
public record Autoscaling(
        @Doc("Target utilization: CPU used as a share of CPU requested") @Default("80%")
        Share cpu,

        @Doc("Time during which the highest recommendation holds before pods are removed") @Default("300s")
        Duration scaleDownStabilization,

        @Doc("Target of memory used as a share of memory requested; absent means that memory does not count") @Nullable Share memory,

        @Doc("Further metrics: of a container, of each pod, or from outside the cluster") @Default("[]")
        List<ScalingMetric> metrics,

        @Doc("Pace; absent means steps up of at most the double or 4 pods, and steps down without bound") @Nullable ScalingBehavior behavior) {

    /** @throws IllegalArgumentException if a target is 0 */
    public Autoscaling {
        metrics = List.copyOf(metrics);
        if (cpu.value() <= 0) {
            throw new IllegalArgumentException("cpu is above 0%");
        }
        if (memory != null && memory.value() <= 0) {
            throw new IllegalArgumentException("memory is above 0%");
        }
        // A window said twice must have one meaning: the more exact place wins.
        Duration window = behavior == null ? null : behavior.scaleDown().stabilizationWindow();
        scaleDownStabilization = window == null ? scaleDownStabilization : window;
    }

    /** An autoscaler on CPU alone. */
    public Autoscaling(Share cpu, Duration scaleDownStabilization) {
        this(cpu, scaleDownStabilization, null, List.of(), null);
    }
}
