package dev.windtunnel.simulator.statistics;

/**
 * The mean of one long series from every window of a given length. The estimate of the variance varies about a third less
 * than that of separate batches (Meketon and Schmeiser 1984).
 */
public final class OverlappingBatchMeans {

    private OverlappingBatchMeans() {}

    /**
     * V = n m / ((n - m + 1)(n - m)) sum (mean of window - mean)^2; the mean has variance V / n, with about 1.5 (n/m - 1)
     * degrees of freedom.
     *
     * @param series after warm-up
     * @param window m, at least 1 and at most half of the series; long against the memory of the series
     * @param confidence 0..1
     */
    public static Interval interval(double[] series, int window, double confidence) {
        double standardError = Math.sqrt(variance(series, window) / series.length);
        double degrees = 1.5 * ((double) series.length / window - 1);
        double halfWidth = standardError == 0 ? 0 : StudentT.critical(degrees, confidence) * standardError;
        return Interval.around(Moments.mean(series), halfWidth, confidence);
    }

    /** The asymptotic variance V of one observation, dependence included. Cost: one pass. */
    public static double variance(double[] series, int window) {
        if (window < 1 || 2L * window > series.length) {
            throw new IllegalArgumentException("a window is 1 to half of the " + series.length + " values long, found "
                    + window + "\nMaybe the run is too short.");
        }
        double n = series.length;
        double mean = Moments.mean(series);
        double inWindow = 0;
        double squares = 0;
        for (int i = 0; i < series.length; i++) {
            // Deviations, not values: a running sum of large values would lose the digits that matter.
            inWindow += series[i] - mean;
            if (i >= window) {
                inWindow -= series[i - window] - mean;
            }
            if (i >= window - 1) {
                squares += (inWindow / window) * (inWindow / window);
            }
        }
        return n * window / ((n - window + 1) * (n - window)) * squares;
    }
}
