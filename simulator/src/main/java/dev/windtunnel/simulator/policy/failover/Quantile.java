package dev.windtunnel.simulator.policy.failover;

/**
 * Inverse distribution functions: a uniform draw in, a value out. StrictMath, so that every machine gets the same bits; asked a
 * few times a run.
 */
final class Quantile {

    private static final double TAIL = 0.02425;
    private static final double[] A = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] B = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01
    };
    private static final double[] C = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] D = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00
    };

    private Quantile() {}

    /** Uniform between two bounds. */
    static double uniform(double from, double to, double draw) {
        return from + (to - from) * draw;
    }

    /** Triangular between two bounds with the given mode. */
    static double triangular(double from, double mode, double to, double draw) {
        double below = (mode - from) / (to - from);
        return draw < below
                ? from + StrictMath.sqrt(draw * (to - from) * (mode - from))
                : to - StrictMath.sqrt((1 - draw) * (to - from) * (to - mode));
    }

    /** Log-normal with the given median and standard deviation of the logarithm; a draw of 0 is taken as 2^-53. */
    static double logNormal(double median, double sigma, double draw) {
        return median * StrictMath.exp(sigma * normal(Math.max(draw, 0x1p-53)));
    }

    /**
     * Standard normal: Acklam's rational approximation, relative error below 1.2e-9 (P. J. Acklam, An algorithm for computing
     * the inverse normal cumulative distribution function, 2003).
     */
    private static double normal(double draw) {
        if (draw < TAIL) {
            return tail(StrictMath.sqrt(-2 * StrictMath.log(draw)));
        }
        if (draw > 1 - TAIL) {
            return -tail(StrictMath.sqrt(-2 * StrictMath.log1p(-draw)));
        }
        double q = draw - 0.5;
        double r = q * q;
        return horner(A, r) * q / (horner(B, r) * r + 1);
    }

    private static double tail(double q) {
        return horner(C, q) / (horner(D, q) * q + 1);
    }

    /** Coefficients from the highest power down. */
    private static double horner(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
