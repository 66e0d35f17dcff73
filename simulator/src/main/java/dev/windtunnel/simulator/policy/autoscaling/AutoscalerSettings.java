package dev.windtunnel.simulator.policy.autoscaling;

/**
 * The fields of a HorizontalPodAutoscaler on CPU utilization without {@code spec.behavior}, and the controller manager's flags
 * that go with it (Kubernetes sheet, section 1.1). On EKS the flags are not the user's to change.
 *
 * @param minReplicas fewest pods, at least 1
 * @param maxReplicas most pods
 * @param targetPercent CPU used in percent of CPU requested, whole percent, at least 1
 * @param toleranceUp distance of the ratio above 1 that changes nothing, 0.1 is 10 %
 * @param toleranceDown distance of the ratio below 1 that changes nothing
 * @param cpuInitializationNanos age up to which a pod's samples count only if it is ready and they are newer than its readiness
 * @param initialReadinessNanos age up to which a pod that turned unready is taken as never having been ready
 * @param downscaleStabilizationNanos time for which the highest recommendation holds
 * @param scaleUpLimitFactor most pods after one step, as a multiple of those before
 * @param scaleUpLimitFloor pods that one step may always reach
 */
public record AutoscalerSettings(
        int minReplicas,
        int maxReplicas,
        int targetPercent,
        double toleranceUp,
        double toleranceDown,
        long cpuInitializationNanos,
        long initialReadinessNanos,
        long downscaleStabilizationNanos,
        double scaleUpLimitFactor,
        int scaleUpLimitFloor) {

    private static final long SECOND = 1_000_000_000L;

    /** @throws IllegalArgumentException if bounds are crossed, or the target or a time is out of range */
    public AutoscalerSettings {
        if (minReplicas < 1 || maxReplicas < minReplicas) {
            throw new IllegalArgumentException(
                    "1 <= minReplicas <= maxReplicas, found " + minReplicas + " and " + maxReplicas);
        }
        if (targetPercent < 1) {
            throw new IllegalArgumentException("targetPercent is at least 1, found " + targetPercent);
        }
        if (!(toleranceUp >= 0) || !(toleranceDown >= 0)) {
            throw new IllegalArgumentException(
                    "tolerances are not negative, found up " + toleranceUp + " and down " + toleranceDown);
        }
        if (cpuInitializationNanos < 0 || initialReadinessNanos < 0 || downscaleStabilizationNanos < 0) {
            throw new IllegalArgumentException("times are not negative, found cpuInitializationNanos "
                    + cpuInitializationNanos + ", initialReadinessNanos " + initialReadinessNanos
                    + ", downscaleStabilizationNanos " + downscaleStabilizationNanos);
        }
        if (!(scaleUpLimitFactor >= 1) || scaleUpLimitFloor < 1) {
            throw new IllegalArgumentException("scaleUpLimitFactor and scaleUpLimitFloor are at least 1, found "
                    + scaleUpLimitFactor + " and " + scaleUpLimitFloor);
        }
    }

    /** With Kubernetes' defaults: tolerance 0.1, 300 s initialization, 30 s readiness delay, 300 s stabilization, double or 4. */
    public static AutoscalerSettings withDefaults(int minReplicas, int maxReplicas, int targetPercent) {
        return new AutoscalerSettings(
                minReplicas, maxReplicas, targetPercent, 0.1, 0.1, 300 * SECOND, 30 * SECOND, 300 * SECOND, 2.0, 4);
    }

    /** The same with another stabilization window for scaling down. */
    public AutoscalerSettings withDownscaleStabilization(long nanos) {
        return new AutoscalerSettings(
                minReplicas,
                maxReplicas,
                targetPercent,
                toleranceUp,
                toleranceDown,
                cpuInitializationNanos,
                initialReadinessNanos,
                nanos,
                scaleUpLimitFactor,
                scaleUpLimitFloor);
    }
}
