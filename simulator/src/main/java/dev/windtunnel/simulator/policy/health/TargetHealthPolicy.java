package dev.windtunnel.simulator.policy.health;

import dev.windtunnel.model.unit.Durations;
import java.time.Duration;

/**
 * When a load balancer node notices that a target fell silent, refuses, or answers again (ALB-10 to ALB-14).
 *
 * <p>Every node checks every target on its own, at {@code phase + n x interval}; the phase, uniform over an interval, is what
 * the caller draws. {@link #afterCheck} is the rule check by check; the other methods say in one step where it leads when the
 * target does not change its behavior again. If it does, ask again from then and drop the former answer.
 */
public final class TargetHealthPolicy {

    /** From the controller's call to the first possible check of a new target: 5 s (ALB-12, estimate). */
    public static final long REGISTRATION_NANOS = 5_000_000_000L;

    private TargetHealthPolicy() {}

    /** The verdict after one more check. A new target needs one success; the healthy threshold is for coming back (ALB-12). */
    public static TargetHealth afterCheck(HealthCheckSettings settings, TargetHealth before, boolean passed) {
        boolean agrees =
                switch (before.status()) {
                    case HEALTHY -> passed;
                    case UNHEALTHY -> !passed;
                    case INITIAL -> false;
                };
        if (agrees) {
            return new TargetHealth(before.status(), 0);
        }
        // A new target's successes never count: its first one settles the matter. So "against" counts its failures.
        int against = before.against() + 1;
        int threshold =
                switch (before.status()) {
                    case HEALTHY -> settings.unhealthyThreshold();
                    case UNHEALTHY -> settings.healthyThreshold();
                    case INITIAL -> passed ? 1 : settings.unhealthyThreshold();
                };
        return against < threshold
                ? new TargetHealth(before.status(), against)
                : new TargetHealth(passed ? TargetHealth.Status.HEALTHY : TargetHealth.Status.UNHEALTHY, 0);
    }

    /** The first check at or after a time. */
    public static long nextCheck(HealthCheckSettings settings, long phaseNanos, long fromNanos) {
        long sinceCheck = Math.floorMod(fromNanos - phaseNanos, settings.intervalNanos());
        return sinceCheck == 0 ? fromNanos : fromNanos + settings.intervalNanos() - sinceCheck;
    }

    /**
     * When a healthy target that swallows connections from {@code sinceNanos} on is found unhealthy: with an even phase U(0,
     * interval) + (threshold - 1) x interval + timeout later (ALB-14).
     */
    public static HealthChange silent(HealthCheckSettings settings, long phaseNanos, long sinceNanos) {
        return new HealthChange(
                checkInARow(settings, phaseNanos, sinceNanos, settings.unhealthyThreshold()) + settings.timeoutNanos(),
                false,
                failures(settings) + " without an answer within "
                        + Durations.print(Duration.ofNanos(settings.timeoutNanos())));
    }

    /** When a healthy target that refuses connections or answers with an error is found unhealthy: a timeout sooner. */
    public static HealthChange refusing(HealthCheckSettings settings, long phaseNanos, long sinceNanos) {
        return new HealthChange(
                checkInARow(settings, phaseNanos, sinceNanos, settings.unhealthyThreshold()),
                false,
                failures(settings) + " refused");
    }

    /** When an unhealthy target that answers again from {@code sinceNanos} on is found healthy. */
    public static HealthChange answering(HealthCheckSettings settings, long phaseNanos, long sinceNanos) {
        return new HealthChange(
                checkInARow(settings, phaseNanos, sinceNanos, settings.healthyThreshold()),
                true,
                settings.healthyThreshold() + " health checks in a row passed");
    }

    /**
     * When a new target that answers gets its first requests from this load balancer node.
     *
     * @param registeredNanos when the controller's call was made; {@link #REGISTRATION_NANOS} pass before the first check
     */
    public static HealthChange registered(HealthCheckSettings settings, long phaseNanos, long registeredNanos) {
        return new HealthChange(
                nextCheck(settings, phaseNanos, registeredNanos + REGISTRATION_NANOS),
                true,
                "the first health check of the new target passed");
    }

    private static long checkInARow(HealthCheckSettings settings, long phaseNanos, long sinceNanos, int checks) {
        return nextCheck(settings, phaseNanos, sinceNanos) + (checks - 1) * settings.intervalNanos();
    }

    private static String failures(HealthCheckSettings settings) {
        return settings.unhealthyThreshold() + " health checks in a row";
    }
}
