package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;

/**
 * Browsers, in numbers.
 *
 * @param newSessionShare probability that a request opens a visit
 * @param dnsTtlNanos time to live of the load balancer's name
 * @param tls whether connections begin with a TLS handshake: one round trip for 90 % of clients, two for the others (ALB-42)
 * @param attempts whether and how they try again
 */
public record CompiledClients(
        long timeoutNanos,
        double newSessionShare,
        long sessionNanos,
        long keepaliveNanos,
        QuantileTable roundTripNanos,
        double meanRoundTripNanos,
        QuantileTable fallbackNanos,
        long dnsTtlNanos,
        boolean tls,
        CompiledAttempts attempts) {}
