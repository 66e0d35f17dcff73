package dev.windtunnel.simulator.policy.provisioning;

/**
 * When a pool gives empty nodes back.
 *
 * @param consolidateAfterNanos time a node stands empty first; {@link #NEVER} keeps all
 * @param minPerZone ready nodes that stay in each zone (a managed node group's minimum)
 * @param budgetPercent disruption budget: share of the pool's nodes, rounded up, that may be gone or going at once
 */
public record EmptinessSettings(long consolidateAfterNanos, int minPerZone, int budgetPercent) {

    /** Empty nodes are kept. */
    public static final long NEVER = Long.MAX_VALUE;

    /** @throws IllegalArgumentException if out of range */
    public EmptinessSettings {
        if (consolidateAfterNanos < 0 || minPerZone < 0 || budgetPercent < 0 || budgetPercent > 100) {
            throw new IllegalArgumentException(
                    "consolidateAfterNanos and minPerZone are not negative and budgetPercent is 0 to 100, found "
                            + consolidateAfterNanos + ", " + minPerZone + " and " + budgetPercent);
        }
    }

    /** With Karpenter's default budget of 10 %. */
    public static EmptinessSettings withDefaults(long consolidateAfterNanos, int minPerZone) {
        return new EmptinessSettings(consolidateAfterNanos, minPerZone, 10);
    }
}
