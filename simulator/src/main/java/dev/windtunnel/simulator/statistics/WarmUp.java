package dev.windtunnel.simulator.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The end of the warm-up by MSER-5: the cut that makes the standard error of the remaining mean smallest (White, Cobb and
 * Spratt 2000). For steady-state questions only; a launch day is simulated from its true start and nothing is cut.
 *
 * <p>Apply it to the series that forgets its start most slowly: a backlog, not a throughput.
 */
public final class WarmUp {

    /** Observations per batch: the 5 of MSER-5. */
    public static final int BATCH = 5;

    private WarmUp() {}

    /**
     * Means Y(1..m) of batches of five; for k = 0..m/2, MSER(k) = sum over j > k of (Y(j) - mean)^2 / (m - k)^2. The
     * smallest k that attains the minimum is the cut. A minimum at the end of the search means that the run was too short.
     *
     * @param series equally spaced, in order
     */
    public static Truncation cut(double[] series) {
        double[] batches = Moments.batchMeans(series, BATCH);
        int last = batches.length / 2;
        if (last == 0) {
            return new Truncation.RunTooShort(series.length);
        }
        int best = bestCut(batches, last);
        if (best == last) {
            return new Truncation.RunTooShort(series.length);
        }
        int observations = best * BATCH;
        double mean = Moments.mean(Arrays.copyOfRange(series, observations, series.length));
        return new Truncation.After(best, observations, mean);
    }

    /**
     * The cut of the average of several replications (Welch), which hides less behind noise than each of them. Cut to the
     * shortest one.
     */
    public static Truncation cut(List<double[]> replications) {
        int length = replications.stream().mapToInt(each -> each.length).min().orElse(0);
        double[] average = new double[length];
        Arrays.setAll(
                average, i -> replications.stream().mapToDouble(each -> each[i]).sum() / replications.size());
        return cut(average);
    }

    private static int bestCut(double[] batches, int last) {
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double[] statistic = statistics(batches);
        for (int k = 0; k <= last; k++) {
            if (statistic[k] < smallest) {
                smallest = statistic[k];
                best = k;
            }
        }
        return best;
    }

    /** Walks from the end with Welford's update, so that the whole search is one pass. */
    private static double[] statistics(double[] batches) {
        double[] statistic = new double[batches.length];
        double mean = 0;
        double squares = 0;
        for (int k = batches.length - 1; k >= 0; k--) {
            double remaining = batches.length - k;
            double delta = batches[k] - mean;
            mean += delta / remaining;
            squares += delta * (batches[k] - mean);
            statistic[k] = squares / (remaining * remaining);
        }
        return statistic;
    }
}
