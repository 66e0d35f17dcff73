package dev.windtunnel.simulator.statistics;

/** Where the warm-up of a run ends, or that it cannot be told. */
public sealed interface Truncation {

    /**
     * The warm-up ends within the first half of the run.
     *
     * @param batches left out at the start, batches of {@link WarmUp#BATCH}
     * @param observations left out at the start
     * @param mean of what remains
     */
    record After(int batches, int observations, double mean) implements Truncation {}

    /**
     * The run was still settling where the search ended: its mean must not be reported.
     *
     * @param observations how many there were
     */
    record RunTooShort(int observations) implements Truncation {}
}
