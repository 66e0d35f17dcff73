package dev.windtunnel.simulator.statistics;

/** What the dependence of neighboring observations costs, and how long a run must be for it. */
public final class Dependence {

    private Dependence() {}

    /**
     * s / sqrt(n): the standard error of the mean if the values were independent. The waits of one run are not, and this is
     * then too small by the factors below; it is here to show by how much.
     */
    public static double naiveStandardError(double[] series) {
        return Math.sqrt(Moments.variance(series) / series.length);
    }

    /** By which factor the naive error is too small for X(i+1) = phi X(i) + noise: sqrt((1 + phi) / (1 - phi)). */
    public static double understatementOfAutoregression(double phi) {
        if (!(phi > -1 && phi < 1)) {
            throw new IllegalArgumentException("phi must lie strictly between -1 and 1, found " + phi);
        }
        return Math.sqrt((1 + phi) / (1 - phi));
    }

    /** By which factor the naive error is too small for the waits of M/M/1: about 19 at 90 % utilization. */
    public static double understatementOfSingleServerWaits(double utilization) {
        requireUtilization(utilization);
        double variance = utilization * (2 - utilization) / ((1 - utilization) * (1 - utilization));
        return Math.sqrt(asymptoticVariance(utilization) / variance);
    }

    /**
     * How many requests M/M/1 needs for its mean wait to be known within a relative half-width: (z / e)^2 sigma^2 / W^2
     * (Whitt 1989). 17 million at 90 % utilization and 1 %.
     *
     * @param utilization strictly between 0 and 1
     * @param relativeHalfWidth e, above 0
     */
    public static double requestsForSingleServerWaits(double utilization, double relativeHalfWidth, double confidence) {
        requireUtilization(utilization);
        if (!(relativeHalfWidth > 0)) {
            throw new IllegalArgumentException("relative half-width must be above 0, found " + relativeHalfWidth);
        }
        double wait = utilization / (1 - utilization);
        double deviates = StudentT.normal(confidence) / relativeHalfWidth;
        return deviates * deviates * asymptoticVariance(utilization) / (wait * wait);
    }

    /** In squared service times: rho (2 + 5 rho - 4 rho^2 + rho^3) / (1 - rho)^4. */
    private static double asymptoticVariance(double rho) {
        double idle = 1 - rho;
        return rho * (2 + rho * (5 + rho * (-4 + rho))) / (idle * idle * idle * idle);
    }

    private static void requireUtilization(double utilization) {
        if (!(utilization > 0 && utilization < 1)) {
            throw new IllegalArgumentException("utilization must lie strictly between 0 and 1, found " + utilization);
        }
    }
}
