package dev.windtunnel.simulator.statistics;

import java.util.Arrays;
import java.util.List;

/** Intervals for a quantile of dependent values: from replications, or from sections of one run. */
public final class QuantileSections {

    private QuantileSections() {}

    /** The t interval over the quantiles of independent replications. */
    public static Interval ofReplications(List<double[]> replications, double share, double confidence) {
        QuantileRanks.requireShare(share);
        return Replications.mean(
                replications.stream().mapToDouble(each -> quantile(each, share)).toArray(), confidence);
    }

    /**
     * Sectioning (Asmussen and Glynn 2007, III.5): the estimate is the quantile of all values, the variance that of the
     * sections' quantiles about it. Less biased than averaging the sections' quantiles.
     *
     * @param series after warm-up, in order
     * @param sections 10 to 30; each should hold 100 values beyond the quantile
     */
    public static Interval ofRun(double[] series, double share, int sections, double confidence) {
        QuantileRanks.requireShare(share);
        Moments.requireAtLeast(2, sections);
        Moments.requireAtLeast(sections, series.length);
        int size = series.length / sections;
        double estimate = quantile(series, share);
        double squares = 0;
        for (int section = 0; section < sections; section++) {
            double own = quantile(Arrays.copyOfRange(series, section * size, (section + 1) * size), share);
            squares += (own - estimate) * (own - estimate);
        }
        double standardError = Math.sqrt(squares / (sections - 1) / sections);
        double halfWidth = standardError == 0 ? 0 : StudentT.critical(sections - 1, confidence) * standardError;
        return Interval.around(estimate, halfWidth, confidence);
    }

    private static double quantile(double[] values, double share) {
        Moments.requireAtLeast(1, values.length);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return QuantileRanks.quantile(sorted, share);
    }
}
