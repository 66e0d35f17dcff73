package dev.windtunnel.simulator.statistics;

import java.util.Arrays;

/** How much counts of arrivals vary against those of a Poisson stream. */
public final class Dispersion {

    private Dispersion() {}

    /** Variance over mean: 1 for Poisson, above 1 for bursts, below 1 for regular traffic. 0 if nothing arrived. */
    public static double index(long[] counts) {
        double[] values = Arrays.stream(counts).asDoubleStream().toArray();
        double mean = Moments.mean(values);
        return mean == 0 ? 0 : Moments.variance(values) / mean;
    }

    /**
     * The same over windows of several neighboring counts. Traffic that is bursty at the scale of minutes can look like
     * Poisson by the second.
     *
     * @param window counts to a window, at least 1; at least two windows must fit, the rest is left out
     */
    public static double index(long[] counts, int window) {
        Moments.requireAtLeast(1, window);
        long[] sums = new long[counts.length / window];
        for (int i = 0; i < sums.length * window; i++) {
            sums[i / window] += counts[i];
        }
        return index(sums);
    }
}
