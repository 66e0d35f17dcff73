package dev.windtunnel.model.compute.scaling;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast pods are added once a behavior is written (Kubernetes sheet, section 1.5, whose defaults these are). */
@Doc("How fast pods are added")
public record ScaleUp(
        @Doc("Time during which the lowest recommendation holds, 0s to 1h") @Default("0s")
        Duration stabilizationWindow,

        @Doc("Which policy decides: max, min or disabled") @Default("max")
        SelectPolicy selectPolicy,

        @Doc("Policies; by default 4 pods or as many again, whichever is more, in 15s")
        @Default("[{ type: pods, value: 4, period: 15s }, { type: percent, value: 100, period: 15s }]")
        List<ScalingPolicy> policies,

        @Doc("Distance from the target within which nothing is done; absent means 10%") @Nullable Share tolerance) {

    /** @throws IllegalArgumentException if the window is too long or no policy is left */
    public ScaleUp {
        policies = List.copyOf(policies);
        if (stabilizationWindow.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "stabilizationWindow is at most 1h, found " + Durations.print(stabilizationWindow));
        }
        if (policies.isEmpty() && selectPolicy != SelectPolicy.DISABLED) {
            throw new IllegalArgumentException("policies is not empty; write 'selectPolicy: disabled' for no change");
        }
    }
}
