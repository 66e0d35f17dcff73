package dev.windtunnel.simulator.kernel;

/**
 * Tables of the distributions that simulations ask for. Scale and location are in whatever unit the caller wants back.
 * Uses StrictMath, whose results are the same on every machine; none of this runs per event.
 */
public final class Quantiles {

    private Quantiles() {}

    /** Always the same value. */
    public static QuantileTable fixed(double value) {
        return new QuantileTable(p -> value, p -> value);
    }

    /** Exponential: -mean ln(1 - u). */
    public static QuantileTable exponential(double mean) {
        return new QuantileTable(p -> -mean * StrictMath.log1p(-p), p -> -mean * StrictMath.log(p));
    }

    /** Lognormal: median exp(sigma z). */
    public static QuantileTable logNormal(double median, double sigma) {
        double mean = median * StrictMath.exp(sigma * sigma / 2);
        return new QuantileTable(
                p -> median * StrictMath.exp(-sigma * upperNormal(p)),
                p -> median * StrictMath.exp(sigma * upperNormal(p)),
                p -> mean * above(upperNormal(p) - sigma));
    }

    /** Normal with the given mean and standard deviation of the whole bell, of which only what lies above 0 is drawn. */
    public static QuantileTable normalAboveZero(double mean, double deviation) {
        double kept = above(-mean / deviation);
        return new QuantileTable(
                p -> Math.max(0, mean + deviation * lowerNormal(1 - kept + p * kept)),
                p -> Math.max(0, mean - deviation * lowerNormal(p * kept)));
    }

    /** Gamma: shape mean^2 / variance, any above 0; inverted from the incomplete gamma function. */
    public static QuantileTable gamma(double mean, double shape) {
        Inversion unit = new Inversion(new GammaLaw(shape), shape);
        double scale = mean / shape;
        return new QuantileTable(p -> scale * unit.fromBelow(p), p -> scale * unit.fromAbove(p));
    }

    /** The sum of k exponential stages; the mean is that of the sum. */
    public static QuantileTable erlang(int k, double mean) {
        return gamma(mean, k);
    }

    /** One of several exponentials, chosen by probability. The probabilities add up to 1. */
    public static QuantileTable hyperExponential(double[] probabilities, double[] means) {
        HyperExponentialLaw law = new HyperExponentialLaw(probabilities, means);
        Inversion inversion = new Inversion(law, law.mean());
        return new QuantileTable(inversion::fromBelow, inversion::fromAbove);
    }

    /**
     * A power law between two bounds: (x / min)^-alpha is uniform between (min / max)^alpha and 1. With w for that and s = 1 -
     * 1 / alpha, the integral over the top is (w^s - w0^s) / s.
     */
    public static QuantileTable boundedPareto(double min, double max, double alpha) {
        // Below 1e-300 the upper bound is out of reach, and powers of it would underflow.
        double least = Math.max(1e-300, StrictMath.pow(min / max, alpha));
        double range = -StrictMath.expm1(alpha * StrictMath.log(min / max));
        double s = 1 - 1 / alpha;
        return new QuantileTable(
                p -> min * StrictMath.exp(-StrictMath.log1p(-p * range) / alpha),
                p -> min * StrictMath.pow(least + p * range, -1 / alpha),
                p -> {
                    double growth = StrictMath.log1p(p * range / least);
                    double sum = StrictMath.abs(s * growth) < 1e-8 ? growth : StrictMath.expm1(s * growth) / s;
                    return min * StrictMath.pow(least, s) * sum / range;
                });
    }

    /** Weibull: scale (-ln(1 - u))^(1 / shape), with the scale mean / Gamma(1 + 1 / shape). */
    public static QuantileTable weibull(double mean, double shape) {
        double scale = mean / StrictMath.exp(GammaLaw.logGamma(1 + 1 / shape));
        return new QuantileTable(
                p -> scale * StrictMath.pow(-StrictMath.log1p(-p), 1 / shape),
                p -> scale * StrictMath.pow(-StrictMath.log(p), 1 / shape));
    }

    /** Separate values, each as likely as its weight among all weights; drawn by the alias method. */
    public static QuantileTable empirical(double[] values, double[] weights) {
        return new QuantileTable(values, weights);
    }

    /** Uniform between two bounds. */
    public static QuantileTable uniform(double from, double to) {
        return new QuantileTable(p -> from + p * (to - from), p -> to - p * (to - from));
    }

    /** Triangular with a mode. */
    public static QuantileTable triangular(double from, double mode, double to) {
        double split = (mode - from) / (to - from);
        return new QuantileTable(
                p -> triangularAt(p, from, mode, to, split), p -> triangularAt(1 - p, from, mode, to, split));
    }

    private static double triangularAt(double p, double from, double mode, double to, double split) {
        return p < split
                ? from + StrictMath.sqrt(p * (to - from) * (mode - from))
                : to - StrictMath.sqrt((1 - p) * (to - from) * (to - mode));
    }

    /**
     * The standard normal value whose upper tail has probability p, 0 < p <= 0.5: Acklam's rational approximation (relative
     * error 1.2e-9), then one step of Newton's method on the tail integral.
     */
    static double upperNormal(double p) {
        double z = p < 0.02425 ? tail(StrictMath.sqrt(-2 * StrictMath.log(p))) : -central(p - 0.5);
        double error = upperTail(z) - p;
        return z + error * StrictMath.sqrt(2 * StrictMath.PI) * StrictMath.exp(z * z / 2);
    }

    /** The standard normal value whose lower tail has the given probability, 0 < p < 1. */
    private static double lowerNormal(double p) {
        return p <= 0.5 ? -upperNormal(p) : upperNormal(1 - p);
    }

    /** Upper tail of the standard normal at any z. */
    private static double above(double z) {
        return z >= 0 ? upperTail(z) : 1 - upperTail(-z);
    }

    private static double central(double q) {
        double r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                                                        + 1.383577518672690e+02)
                                                * r
                                        - 3.066479806614716e+01)
                                * r
                        + 2.506628277459239e+00)
                * q
                / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                                                        + 6.680131188771972e+01)
                                                * r
                                        - 1.328068155288572e+01)
                                * r
                        + 1);
    }

    private static double tail(double q) {
        return -(((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                                                        - 2.549732539343734e+00)
                                                * q
                                        + 4.374664141464968e+00)
                                * q
                        + 2.938163982698783e+00)
                / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                                        + 3.754408661907416e+00)
                                * q
                        + 1);
    }

    /**
     * Upper tail of the standard normal, z >= 0: Taylor series of the integral below 3, Laplace's continued fraction above.
     */
    static double upperTail(double z) {
        double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
        if (z > 3) {
            double fraction = z;
            for (int k = 60; k >= 1; k--) {
                fraction = z + k / fraction;
            }
            return density / fraction;
        }
        double term = z;
        double sum = z;
        for (int k = 1; k < 120 && term != 0; k++) {
            term *= z * z / (2 * k + 1);
            sum += term;
        }
        return 0.5 - density * sum;
    }
}
