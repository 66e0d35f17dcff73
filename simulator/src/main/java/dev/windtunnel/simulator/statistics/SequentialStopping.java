package dev.windtunnel.simulator.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Replicates until the mean is known well enough, or the budget is spent (Chow and Robbins 1965; Law, chapter 9).
 *
 * <p>Looks only after every half as many replications more, not after each: every look is a chance to stop on luck.
 *
 * @param relativePrecision e: half-width wanted over the size of the true mean, above 0
 * @param confidence 0..1
 * @param first replications before the first look, at least 2; fewer than 10 cost coverage
 * @param most replications that may be spent
 */
public record SequentialStopping(double relativePrecision, double confidence, int first, int most) {

    /** Replications before the first look, unless told otherwise. */
    public static final int FIRST = 10;

    /** @throws IllegalArgumentException if precision or counts are out of range */
    public SequentialStopping {
        if (!(relativePrecision > 0)) {
            throw new IllegalArgumentException("relative precision must be above 0, found " + relativePrecision);
        }
        Interval.requireConfidence(confidence);
        if (first < 2 || most < first) {
            throw new IllegalArgumentException("needs 2 <= first <= most, found first " + first + " and most " + most);
        }
    }

    /** With the first look after {@link #FIRST}. */
    public static SequentialStopping within(double relativePrecision, double confidence, int most) {
        return new SequentialStopping(relativePrecision, confidence, Math.min(FIRST, most), most);
    }

    /**
     * What was known when it stopped.
     *
     * @param interval over all replications made
     * @param replications made
     * @param isReached false if the budget ended first: the precision is then only what {@link Interval#relativeHalfWidth}
     *     says
     */
    public record Outcome(Interval interval, int replications, boolean isReached) {}

    /**
     * Asks for replications 0, 1, 2, ... in order and stops when half-width / |mean| <= e / (1 + e). The smaller bound makes
     * up for dividing by the estimate where the true mean was meant.
     */
    public Outcome run(IntToDoubleFunction replication) {
        double[] values = new double[0];
        int wanted = first;
        while (true) {
            int made = values.length;
            values = Arrays.copyOf(values, wanted);
            for (int i = made; i < wanted; i++) {
                values[i] = replication.applyAsDouble(i);
            }
            Interval interval = Replications.mean(values, confidence);
            boolean isReached = isPrecise(interval);
            if (isReached || wanted == most) {
                return new Outcome(interval, wanted, isReached);
            }
            wanted = next(wanted);
        }
    }

    /** Whether an interval is as narrow as wanted. */
    public boolean isPrecise(Interval interval) {
        return interval.relativeHalfWidth() <= relativePrecision / (1 + relativePrecision);
    }

    /** When to look next: half as many more, rounded up, at most the budget. */
    public int next(int made) {
        return (int) Math.min(most, made + (made + 1L) / 2);
    }
}
