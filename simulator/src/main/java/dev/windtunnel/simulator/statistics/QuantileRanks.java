package dev.windtunnel.simulator.statistics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.apache.commons.math3.special.Beta;

/**
 * Which order statistics of n independent values bound a quantile, without assuming any law (Conover, Practical
 * Nonparametric Statistics). Ranks count from 1, the smallest value.
 *
 * @param sampleSize n
 * @param share p of the quantile, 0..1
 * @param lower rank of the lower bound; 0 if the sample cannot bound the quantile from below
 * @param upper rank of the upper bound; n + 1 if it cannot from above
 * @param coverage the true probability that the quantile lies between, at least the confidence
 * @param confidence asked for
 */
public record QuantileRanks(int sampleSize, double share, int lower, int upper, double coverage, double confidence) {

    /**
     * Lower is the largest r with P(Bin(n, p) <= r - 1) <= a/2, upper the smallest s with P(Bin(n, p) >= s) <= a/2, where a
     * = 1 - confidence.
     */
    public static QuantileRanks of(int sampleSize, double share, double confidence) {
        Moments.requireAtLeast(1, sampleSize);
        requireShare(share);
        Interval.requireConfidence(confidence);
        double tail = (1 - confidence) / 2;
        int lower = largest(sampleSize, r -> atMost(sampleSize, share, r - 1) <= tail);
        // P(Bin >= s) falls with s: the smallest s that satisfies is one above the largest that does not.
        int upper = largest(sampleSize, s -> atLeast(sampleSize, share, s) > tail) + 1;
        double coverage = 1 - atMost(sampleSize, share, lower - 1) - atLeast(sampleSize, share, upper);
        return new QuantileRanks(sampleSize, share, lower, upper, coverage, confidence);
    }

    /** Whether the sample is too small to bound the quantile from above. */
    public boolean isOpenAbove() {
        return upper > sampleSize;
    }

    /**
     * The interval that these ranks cut from a sample; the estimate is the value of rank ceil(n p). Holds for independent
     * values only: on the latencies of one run it is several times too narrow, use {@link QuantileSections}.
     */
    public Interval of(double[] values) {
        if (values.length != sampleSize) {
            throw new IllegalArgumentException("ranks are for " + sampleSize + " values, found " + values.length);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = lower < 1 ? Double.NEGATIVE_INFINITY : sorted[lower - 1];
        double high = isOpenAbove() ? Double.POSITIVE_INFINITY : sorted[upper - 1];
        return Interval.between(quantile(sorted, share), low, high, confidence);
    }

    /** The ceil(n p)-th smallest of a sorted sample. */
    static double quantile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
    }

    static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must lie strictly between 0 and 1, found " + share);
        }
    }

    /** The largest of 1..n that satisfies, given that all smaller ones do; 0 if none. */
    private static int largest(int n, IntPredicate satisfies) {
        int below = 0;
        int above = n + 1;
        while (above - below > 1) {
            int middle = below + (above - below) / 2;
            if (satisfies.test(middle)) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private static double atMost(int n, double p, int k) {
        return k < 0 ? 0 : k >= n ? 1 : Beta.regularizedBeta(1 - p, (double) n - k, k + 1.0);
    }

    private static double atLeast(int n, double p, int k) {
        return k <= 0 ? 1 : k > n ? 0 : Beta.regularizedBeta(p, k, n - k + 1.0);
    }
}
