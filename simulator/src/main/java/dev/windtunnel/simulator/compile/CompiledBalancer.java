package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;

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
        QuantileTable registrationNanos) {}
