package dev.windtunnel.simulator.statistics;

import java.util.Arrays;

/**
 * The mean of one long, dependent series by batches that are long against its memory.
 *
 * @param interval t interval over the batch means
 * @param batches that the interval is built from
 * @param batchSize observations in each
 * @param lagOne correlation of neighboring batch means
 * @param independentFrom the smallest batch size tried whose means passed the von Neumann test, 0 if none did
 */
public record BatchMeans(Interval interval, int batches, int batchSize, double lagOne, int independentFrom) {

    /** Fewest batches that an interval is built from by {@link #of}; it uses fewer than twice as many. */
    public static final int FEWEST = 20;

    /** Batches that the search for independence starts with, if the series is long enough. */
    private static final int MOST = 640;

    /** One-sided level at which positive correlation is called so; 10 % rather than 5 %, as overlooking it costs coverage. */
    private static final double NORMAL_90 = 1.2815515655446004;

    /** Whether some batch size left no visible correlation. If not, the interval is too narrow: the run was too short. */
    public boolean isIndependent() {
        return independentFrom > 0;
    }

    /**
     * Doubles the batch size from 1/640 of the series until the von Neumann test sees no correlation, at most to 20
     * batches. The interval itself always uses 20 to 39 batches: they are at least as long as those that passed, and more
     * would buy little width (Schmeiser 1982).
     *
     * @param series after warm-up, at least 20 values; a rest that fills no batch is left out at the end
     * @param confidence 0..1
     */
    public static BatchMeans of(double[] series, double confidence) {
        Moments.requireAtLeast(FEWEST, series.length);
        int size = Math.max(1, series.length / MOST);
        double[] means = Moments.batchMeans(series, size);
        int independentFrom = 0;
        while (true) {
            if (independentFrom == 0 && !isCorrelated(means)) {
                independentFrom = size;
            }
            if (series.length / (2 * size) < FEWEST) {
                break;
            }
            size *= 2;
            means = Moments.batchMeans(series, size);
        }
        return result(means, size, confidence, independentFrom);
    }

    /**
     * With a given number of batches, whatever their correlation.
     *
     * @param batches at least 2, at most as many as there are values
     */
    public static BatchMeans of(double[] series, int batches, double confidence) {
        if (batches < 2) {
            throw new IllegalArgumentException("batches must be at least 2, found " + batches);
        }
        Moments.requireAtLeast(batches, series.length);
        int size = series.length / batches;
        double[] means = Arrays.copyOf(Moments.batchMeans(series, size), batches);
        return result(means, size, confidence, isCorrelated(means) ? 0 : size);
    }

    private static BatchMeans result(double[] means, int size, double confidence, int independentFrom) {
        return new BatchMeans(
                Replications.mean(means, confidence), means.length, size, Moments.lagOne(means), independentFrom);
    }

    /**
     * The von Neumann ratio as a test: C = 1 - sum (Y(i) - Y(i+1))^2 / (2 sum (Y(i) - mean)^2) is about normal with variance
     * (b - 2) / (b^2 - 1) when the means are independent (Alexopoulos and Seila 1998).
     */
    static boolean isCorrelated(double[] means) {
        if (means.length < 3) {
            return false;
        }
        double steps = 0;
        for (int i = 1; i < means.length; i++) {
            steps += (means[i] - means[i - 1]) * (means[i] - means[i - 1]);
        }
        double total = Moments.squaredDeviations(means, Moments.mean(means));
        if (total == 0) {
            return false;
        }
        double b = means.length;
        return 1 - steps / (2 * total) > NORMAL_90 * Math.sqrt((b - 2) / (b * b - 1));
    }
}
