package dev.windtunnel.simulator.statistics;

import java.util.Arrays;

/** Mean, variance and serial correlation of a series, in two passes so that a large mean costs no digits. */
final class Moments {

    private Moments() {}

    static double mean(double[] values) {
        requireAtLeast(1, values.length);
        // The second pass takes back what rounding lost in the first, so that equal values have exactly that mean.
        double first = Arrays.stream(values).sum() / values.length;
        double rest = 0;
        for (double value : values) {
            rest += value - first;
        }
        return first + rest / values.length;
    }

    /** Unbiased: divisor n - 1. */
    static double variance(double[] values) {
        requireAtLeast(2, values.length);
        return squaredDeviations(values, mean(values)) / (values.length - 1);
    }

    static double squaredDeviations(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /** Lag-1 autocorrelation; 0 for a constant series. */
    static double lagOne(double[] values) {
        requireAtLeast(2, values.length);
        double mean = mean(values);
        double products = 0;
        for (int i = 1; i < values.length; i++) {
            products += (values[i] - mean) * (values[i - 1] - mean);
        }
        double total = squaredDeviations(values, mean);
        return total == 0 ? 0 : products / total;
    }

    /** Means of consecutive batches; what does not fill the last batch is left out. */
    static double[] batchMeans(double[] series, int batchSize) {
        double[] means = new double[series.length / batchSize];
        for (int batch = 0; batch < means.length; batch++) {
            double sum = 0;
            for (int i = batch * batchSize; i < (batch + 1) * batchSize; i++) {
                sum += series[i];
            }
            means[batch] = sum / batchSize;
        }
        return means;
    }

    static void requireAtLeast(int least, int found) {
        if (found < least) {
            throw new IllegalArgumentException("needs at least " + least + " values, found " + found);
        }
    }
}
