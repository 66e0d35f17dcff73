package dev.windtunnel.simulator.kernel;

/**
 * The gamma distribution of scale 1: x^(a-1) e^-x / Gamma(a). Its tails are the regularized incomplete gamma functions, by the
 * power series below a + 1 and Legendre's continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31).
 */
final class GammaLaw implements ContinuousLaw {

    private static final double PRECISION = 1e-16;
    private static final int TERMS = 100_000;
    private static final double TINY = 1e-300;

    /** Lanczos' approximation with g = 7 (coefficients by P. Godfrey); errs by less than 1e-14. */
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private final double shape;
    private final double logGamma;

    GammaLaw(double shape) {
        this.shape = shape;
        logGamma = logGamma(shape);
    }

    @Override
    public double below(double x) {
        return x < shape + 1 ? series(x) : 1 - fraction(x);
    }

    @Override
    public double above(double x) {
        return x < shape + 1 ? 1 - series(x) : fraction(x);
    }

    @Override
    public double density(double x) {
        return StrictMath.exp((shape - 1) * StrictMath.log(x) - x - logGamma);
    }

    /** Lower tail: x^a e^-x / Gamma(a) (1/a + x/(a(a+1)) + ...). */
    private double series(double x) {
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; n < TERMS && term > sum * PRECISION; n++) {
            term *= x / (shape + n);
            sum += term;
        }
        return sum * power(x);
    }

    /** Upper tail: x^a e^-x / Gamma(a) 1/(x+1-a - 1(1-a)/(x+3-a - ...)), by Lentz's method. */
    private double fraction(double x) {
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < TERMS; n++) {
            double a = -n * (n - shape);
            b += 2;
            d = 1 / away(a * d + b);
            c = away(b + a / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION * 4) {
                break;
            }
        }
        return value * power(x);
    }

    private static double away(double denominator) {
        return Math.abs(denominator) < TINY ? TINY : denominator;
    }

    private double power(double x) {
        return StrictMath.exp(shape * StrictMath.log(x) - x - logGamma);
    }

    /** Natural logarithm of the gamma function, a > 0. */
    static double logGamma(double a) {
        if (a < 0.5) {
            return logGamma(a + 1) - StrictMath.log(a);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (a - 1 + i);
        }
        double t = a + 6.5;
        return (a - 0.5) * StrictMath.log(t) - t + StrictMath.log(StrictMath.sqrt(2 * StrictMath.PI) * sum);
    }
}
