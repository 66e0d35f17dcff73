package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;

/** A HorizontalPodAutoscaler on CPU utilization (S23). */
@Doc("HorizontalPodAutoscaler on CPU")
public record Autoscaling(
        @Doc("Target utilization: CPU used as a share of CPU requested") @Default("80%")
        Share cpu,

        @Doc("Time during which the highest recommendation holds before pods are removed") @Default("300s")
        Duration scaleDownStabilization) {

    /** @throws IllegalArgumentException if the target is 0 */
    public Autoscaling {
        if (cpu.value() <= 0) {
            throw new IllegalArgumentException("cpu is above 0%");
        }
    }
}
