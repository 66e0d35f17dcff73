package dev.windtunnel.simulator.verification;

import dev.windtunnel.simulator.statistics.Replications;

/**
 * A measured value.
 *
 * @param half99 half width of its 99 % interval over replications; 0 if there is no randomness
 * @param half999 half width of its 99.9 % interval
 * @param sketchError relative error of the histogram it was read from
 */
record Estimate(double value, double half99, double half999, double sketchError) {

    /** Computed, without randomness. */
    static Estimate exact(double value) {
        return new Estimate(value, 0, 0, 0);
    }

    /** The mean over independent replications, with Student's t intervals. */
    static Estimate of(double[] replications, double sketchError) {
        return new Estimate(
                mean(replications),
                Replications.mean(replications, 0.99).halfWidth(),
                Replications.mean(replications, 0.999).halfWidth(),
                sketchError);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * A probability, by how many of independent replications it came true in: Wilson's score interval, which has a width
     * even if it came true in all or none.
     */
    static Estimate probability(int hits, int replications) {
        double share = (double) hits / replications;
        return new Estimate(share, wilson(share, replications, 2.5758), wilson(share, replications, 3.2905), 0);
    }

    /** The wider side of the interval around the share. */
    private static double wilson(double share, int n, double z) {
        double center = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
        return Math.max(center + half - share, share - (center - half));
    }

    /** Whether there is no randomness in it. */
    boolean isExact() {
        return half99 == 0;
    }
}
