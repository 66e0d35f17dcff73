package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.edge.BalancingAlgorithm;
import dev.windtunnel.simulator.kernel.QuantileTable;
import org.jspecify.annotations.Nullable;

/** The Application Load Balancer, in numbers. */
public record CompiledBalancer(
        boolean crossZone,
        long idleTimeoutNanos,
        long connectTimeoutNanos,
        long checkIntervalNanos,
        long checkTimeoutNanos,
        int healthyThreshold,
        int unhealthyThreshold,
        QuantileTable processingNanos,
        double meanProcessingNanos,
        QuantileTable registrationNanos,
        Routing routing) {

    /**
     * How targets are chosen, and how many requests are let through.
     *
     * @param zoneAware whether a node prefers targets of its own zone
     * @param slowStartNanos time over which a new target's share grows; 0 is off
     * @param limit null lets everything through
     */
    public record Routing(
            BalancingAlgorithm algorithm,
            boolean anomalyMitigation,
            boolean zoneAware,
            long slowStartNanos,
            @Nullable Limit limit) {

        /** Each target in turn, everything let through. */
        public static final Routing IN_TURNS = new Routing(BalancingAlgorithm.ROUND_ROBIN, false, false, 0, null);
    }

    /** A token bucket: full at first, refilled continuously. */
    public record Limit(double ratePerSecond, int burst) {}
}
