package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;

/** How each load balancer node asks each target whether it is well (ALB-10 to ALB-14). */
@Doc("Target health check, with the AWS Load Balancer Controller's defaults (ALB-11)")
public record HealthCheck(
        @Doc("Path that is asked for") @Default("/healthz") String path,

        @Doc("Time between two checks of one target by one load balancer node, 5s to 300s") @Default("15s")
        Duration interval,

        @Doc("Time after which an unanswered check has failed, 2s to 120s") @Default("5s")
        Duration timeout,

        @Doc("Successes in a row that make an unhealthy target healthy again, 2 to 10") @Default("2")
        int healthyThreshold,

        @Doc("Failures in a row that make a target unhealthy, 2 to 10") @Default("2")
        int unhealthyThreshold) {

    /** @throws IllegalArgumentException outside the ranges that the service accepts */
    public HealthCheck {
        within("interval", interval, 5, 300);
        within("timeout", timeout, 2, 120);
        threshold("healthyThreshold", healthyThreshold);
        threshold("unhealthyThreshold", unhealthyThreshold);
    }

    private static void within(String key, Duration value, int fromSeconds, int toSeconds) {
        if (value.compareTo(Duration.ofSeconds(fromSeconds)) < 0
                || value.compareTo(Duration.ofSeconds(toSeconds)) > 0) {
            throw new IllegalArgumentException(
                    key + " lies between " + fromSeconds + "s and " + toSeconds + "s, found " + Durations.print(value));
        }
    }

    private static void threshold(String key, int value) {
        if (value < 2 || value > 10) {
            throw new IllegalArgumentException(key + " lies between 2 and 10, found " + value);
        }
    }
}
