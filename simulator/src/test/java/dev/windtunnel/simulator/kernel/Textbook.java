package dev.windtunnel.simulator.kernel;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.AbstractRealDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Laws that commons-math3 does not have, written from their distribution functions alone. */
final class Textbook extends AbstractRealDistribution {

    private static final long serialVersionUID = 1L;

    private final transient DoubleUnaryOperator cumulative;
    private final double mean;
    private final double variance;
    private final double least;
    private final double most;

    // The parent's constructor with a generator is the one that is not deprecated; nothing here asks it for draws.
    @SuppressWarnings("NullAway")
    private Textbook(DoubleUnaryOperator cumulative, double mean, double variance, double least, double most) {
        super(null);
        this.cumulative = cumulative;
        this.mean = mean;
        this.variance = variance;
        this.least = least;
        this.most = most;
    }

    static Textbook hyperExponential(double[] p, double[] means) {
        double mean = 0;
        double second = 0;
        for (int i = 0; i < p.length; i++) {
            mean += p[i] * means[i];
            second += 2 * p[i] * means[i] * means[i];
        }
        return new Textbook(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < p.length; i++) {
                        sum += p[i] * -Math.expm1(-x / means[i]);
                    }
                    return sum;
                },
                mean,
                second - mean * mean,
                0,
                Double.POSITIVE_INFINITY);
    }

    static Textbook boundedPareto(double min, double max, double alpha) {
        double mean = paretoMoment(1, min, max, alpha);
        return new Textbook(
                x -> (1 - Math.pow(min / x, alpha)) / (1 - Math.pow(min / max, alpha)),
                mean,
                paretoMoment(2, min, max, alpha) - mean * mean,
                min,
                max);
    }

    private static double paretoMoment(int order, double min, double max, double alpha) {
        double front = alpha * Math.pow(min, alpha) / (1 - Math.pow(min / max, alpha));
        return alpha == order
                ? front * Math.log(max / min)
                : front * (Math.pow(max, order - alpha) - Math.pow(min, order - alpha)) / (order - alpha);
    }

    static Textbook normalAboveZero(double mean, double deviation) {
        NormalDistribution bell = new NormalDistribution(null, mean, deviation);
        double kept = 1 - bell.cumulativeProbability(0);
        double hazard = deviation * deviation * bell.density(0) / kept;
        return new Textbook(
                x -> (bell.cumulativeProbability(x) - 1 + kept) / kept,
                mean + hazard,
                deviation * deviation - mean * hazard - hazard * hazard,
                0,
                Double.POSITIVE_INFINITY);
    }

    @Override
    public double cumulativeProbability(double x) {
        return x <= least ? 0 : x >= most ? 1 : cumulative.applyAsDouble(x);
    }

    @Override
    public double density(double x) {
        throw new UnsupportedOperationException("no test asks for a density, at " + x);
    }

    @Override
    public double getNumericalMean() {
        return mean;
    }

    @Override
    public double getNumericalVariance() {
        return variance;
    }

    @Override
    public double getSupportLowerBound() {
        return least;
    }

    @Override
    public double getSupportUpperBound() {
        return most;
    }

    @Override
    @Deprecated
    public boolean isSupportLowerBoundInclusive() {
        return least >= 0;
    }

    @Override
    @Deprecated
    public boolean isSupportUpperBoundInclusive() {
        return most == least;
    }

    @Override
    public boolean isSupportConnected() {
        return true;
    }
}
