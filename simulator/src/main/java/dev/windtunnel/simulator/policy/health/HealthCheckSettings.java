package dev.windtunnel.simulator.policy.health;

import dev.windtunnel.model.edge.HealthCheck;

/**
 * A target group's health check (ALB-10, ALB-11).
 *
 * @param intervalNanos time between two checks of one target by one load balancer node
 * @param timeoutNanos time after which an unanswered check has failed
 * @param healthyThreshold successes in a row that make an unhealthy target healthy
 * @param unhealthyThreshold failures in a row that make a target unhealthy
 */
public record HealthCheckSettings(long intervalNanos, long timeoutNanos, int healthyThreshold, int unhealthyThreshold) {

    /** @throws IllegalArgumentException unless all are positive */
    public HealthCheckSettings {
        if (intervalNanos <= 0 || timeoutNanos <= 0 || healthyThreshold < 1 || unhealthyThreshold < 1) {
            throw new IllegalArgumentException("a health check's figures are positive, found intervalNanos "
                    + intervalNanos + ", timeoutNanos " + timeoutNanos + ", healthyThreshold " + healthyThreshold
                    + ", unhealthyThreshold " + unhealthyThreshold);
        }
    }

    /** As the architecture states it. */
    public static HealthCheckSettings of(HealthCheck check) {
        return new HealthCheckSettings(
                check.interval().toNanos(),
                check.timeout().toNanos(),
                check.healthyThreshold(),
                check.unhealthyThreshold());
    }
}
