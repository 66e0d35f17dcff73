package dev.windtunnel.simulator.statistics;

import java.util.Arrays;

/**
 * Intervals from independent replications, one number each. The default: right for any statistic of a run, quantiles and
 * ratios included, as long as a run is long enough that its own bias is small (Law, Simulation Modeling and Analysis,
 * chapter 9). At least 10 replications are advised, 20 are better.
 */
public final class Replications {

    private Replications() {}

    /**
     * Mean of the values, plus and minus t(R - 1) s / sqrt(R).
     *
     * @param values one per replication, at least two
     * @param confidence 0..1
     */
    public static Interval mean(double[] values, double confidence) {
        Moments.requireAtLeast(2, values.length);
        double standardError = Math.sqrt(Moments.variance(values) / values.length);
        double halfWidth = standardError == 0 ? 0 : StudentT.critical(values.length - 1, confidence) * standardError;
        return Interval.around(Moments.mean(values), halfWidth, confidence);
    }

    /** Standard deviation between replications, divisor R - 1. */
    public static double standardDeviation(double[] values) {
        return Math.sqrt(Moments.variance(values));
    }

    /**
     * Mean of second minus first, replication by replication. With common random numbers the two share their luck, and the
     * interval is far narrower than two separate ones suggest. Exactly 0 plus and minus 0 where both are equal.
     *
     * @throws IllegalArgumentException if the arrays differ in length or hold fewer than two values
     */
    public static Interval difference(double[] first, double[] second, double confidence) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("replications pair up, found " + first.length + " and " + second.length);
        }
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> second[i] - first[i]);
        return mean(differences, confidence);
    }
}
