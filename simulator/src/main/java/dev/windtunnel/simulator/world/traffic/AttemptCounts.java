package dev.windtunnel.simulator.world.traffic;

/**
 * What became of attempts so far: sent = answered + failed + abandoned + in flight.
 *
 * @param sent attempts, retries and hedges included
 * @param retries of them, those that were sent after one that failed
 * @param hedges of them, those that were sent beside one that was slow
 * @param answered the answer came and was the first
 * @param failed a server or the load balancer answered with an error
 * @param abandoned the client no longer waited
 * @param refused retries and hedges that the budget did not allow
 */
public record AttemptCounts(
        long sent, long retries, long hedges, long answered, long failed, long abandoned, long refused) {}
