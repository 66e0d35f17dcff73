package dev.windtunnel.simulator.statistics;

/**
 * Quantiles of histograms whose parts stand for different numbers of requests: sampled windows, strata. Percentiles do not
 * average; counts do, weighted.
 */
public final class WeightedQuantile {

    private WeightedQuantile() {}

    /** Adds {@code weight} times the counts of a part to a sum of the same buckets. */
    public static void add(double[] sum, double[] part, double weight) {
        if (sum.length != part.length) {
            throw new IllegalArgumentException("buckets must be the same, found " + sum.length + " and " + part.length);
        }
        for (int bucket = 0; bucket < sum.length; bucket++) {
            sum[bucket] += weight * part[bucket];
        }
    }

    /**
     * The first bucket up to which at least the share of all weight lies.
     *
     * @param counts not negative
     * @param share 0..1
     * @throws IllegalArgumentException if all counts are 0
     */
    public static int bucket(double[] counts, double share) {
        double total = 0;
        int last = -1;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            total += counts[bucket];
            last = counts[bucket] > 0 ? bucket : last;
        }
        if (last < 0) {
            throw new IllegalArgumentException("a quantile of nothing: all " + counts.length + " buckets are empty");
        }
        double seen = 0;
        for (int bucket = 0; bucket < last; bucket++) {
            seen += counts[bucket];
            if (counts[bucket] > 0 && seen >= share * total) {
                return bucket;
            }
        }
        return last;
    }
}
