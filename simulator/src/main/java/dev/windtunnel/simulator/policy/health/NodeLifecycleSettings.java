package dev.windtunnel.simulator.policy.health;

/**
 * The node lifecycle controller's flags, none of which EKS lets the user change (Kubernetes sheet, section 7).
 *
 * @param graceNanos silence of a node's lease after which it is not ready
 * @param monitorNanos time between two looks at all nodes
 * @param tolerationNanos {@code tolerationSeconds} that admission gives every pod for lost nodes
 * @param taintsPerSecond NoExecute taints per second in a zone
 * @param reducedTaintsPerSecond the same in a large zone that is partially disrupted
 * @param partialShare share of lost nodes that makes a zone partially disrupted
 * @param largeZoneNodes nodes above which a zone is large
 */
public record NodeLifecycleSettings(
        long graceNanos,
        long monitorNanos,
        long tolerationNanos,
        double taintsPerSecond,
        double reducedTaintsPerSecond,
        double partialShare,
        int largeZoneNodes) {

    private static final long SECOND = 1_000_000_000L;

    /** First minor version of Kubernetes 1 with a grace period of 50 s instead of 40 s. */
    private static final int LONGER_GRACE_MINOR = 32;

    /** @throws IllegalArgumentException if a time is not positive or a rate is negative */
    public NodeLifecycleSettings {
        if (graceNanos <= 0 || monitorNanos <= 0 || tolerationNanos < 0) {
            throw new IllegalArgumentException("times are positive, found graceNanos " + graceNanos + ", monitorNanos "
                    + monitorNanos + ", tolerationNanos " + tolerationNanos);
        }
        if (!(taintsPerSecond >= 0) || !(reducedTaintsPerSecond >= 0)) {
            throw new IllegalArgumentException("rates are not negative, found taintsPerSecond " + taintsPerSecond
                    + " and reducedTaintsPerSecond " + reducedTaintsPerSecond);
        }
    }

    /** 40 s grace, looked at every 5 s, 300 s toleration, one node per 10 s. */
    public static NodeLifecycleSettings withDefaults() {
        return new NodeLifecycleSettings(40 * SECOND, 5 * SECOND, 300 * SECOND, 0.1, 0.01, 0.55, 50);
    }

    /**
     * The defaults of a Kubernetes version such as {@code 1.31}: the grace period is 50 s from 1.32 on.
     *
     * @throws IllegalArgumentException unless the version reads 1.minor
     */
    public static NodeLifecycleSettings forVersion(String version) {
        String[] parts = version.split("\\.", -1);
        if (parts.length != 2 || !parts[0].equals("1") || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("a Kubernetes version reads like 1.33, found '" + version + "'");
        }
        NodeLifecycleSettings defaults = withDefaults();
        return Integer.parseInt(parts[1]) < LONGER_GRACE_MINOR
                ? defaults
                : new NodeLifecycleSettings(
                        50 * SECOND,
                        defaults.monitorNanos,
                        defaults.tolerationNanos,
                        defaults.taintsPerSecond,
                        defaults.reducedTaintsPerSecond,
                        defaults.partialShare,
                        defaults.largeZoneNodes);
    }
}
