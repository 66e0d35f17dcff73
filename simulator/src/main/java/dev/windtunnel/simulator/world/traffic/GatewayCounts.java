package dev.windtunnel.simulator.world.traffic;

/**
 * Tries of a gateway that sends a client's attempt to more than one target.
 *
 * @param attempts of clients that reached the gateway
 * @param tries sent to targets; those that found no target at all are not among them
 * @param retries of them, those beyond the first of their attempt
 * @param refused retries that the budget did not allow
 */
public record GatewayCounts(long attempts, long tries, long retries, long refused) {}
