package dev.windtunnel.benchmarks;

/** Something that can simulate a {@link Network}. */
interface QueueEngine {

    /** Simulates about so many customers and says what it saw. */
    Measured run(Network network, long customers, long seed);

    /**
     * What was seen.
     *
     * @param customers customers that left
     * @param events events that were executed
     * @param meanWaitSeconds of a customer, at all stations together
     */
    record Measured(long customers, long events, double meanWaitSeconds) {}
}
