package dev.windtunnel.model.compute.scaling;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;

/** How far a step of a HorizontalPodAutoscaler may go within a period (Kubernetes sheet, section 1.5). */
@Doc("How far a step may go within a period")
public record ScalingPolicy(
        @Doc("pods or percent") Type type,

        @Doc("Pods, or percent of the present pods, above 0")
        int value,

        @Doc("Period that is looked back on, 1s to 30m") Duration period) {

    /** What the value counts. */
    public enum Type {
        /** Pods. */
        PODS,
        /** Percent of the present pods. */
        PERCENT
    }

    /** @throws IllegalArgumentException if a value is out of its range */
    public ScalingPolicy {
        if (value < 1) {
            throw new IllegalArgumentException("value is above 0, found " + value);
        }
        if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(Duration.ofMinutes(30)) > 0) {
            throw new IllegalArgumentException("period lies between 1s and 30m, found " + Durations.print(period));
        }
    }
}
