package dev.windtunnel.simulator.statistics;

import org.apache.commons.math3.distribution.GammaDistribution;

/** Rates of what was seen seldom, or never. */
public final class RareEvents {

    private RareEvents() {}

    /**
     * The rate that is not exceeded with the given confidence when nothing happened in an exposure: -ln(1 - confidence) / T.
     * With 95 % this is the rule of three, 3 / T. Why no report may say 100 %.
     *
     * @param exposure T, above 0, in any unit
     */
    public static double upperRateOfNone(double exposure, double confidence) {
        requireExposure(exposure);
        Interval.requireConfidence(confidence);
        return -StrictMath.log(1 - confidence) / exposure;
    }

    /**
     * The exact two-sided interval of a Poisson rate (Garwood 1936): from the a/2 quantile of Gamma(k) to the 1 - a/2
     * quantile of Gamma(k + 1), over the exposure.
     *
     * @param events k, seen in the exposure
     */
    public static Interval rate(int events, double exposure, double confidence) {
        requireExposure(exposure);
        Interval.requireConfidence(confidence);
        if (events < 0) {
            throw new IllegalArgumentException("events must not be negative, found " + events);
        }
        double tail = (1 - confidence) / 2;
        double low = events == 0 ? 0 : gamma(events).inverseCumulativeProbability(tail) / exposure;
        double high = gamma(events + 1).inverseCumulativeProbability(1 - tail) / exposure;
        return Interval.between(events / exposure, low, high, confidence);
    }

    private static GammaDistribution gamma(int shape) {
        return new GammaDistribution(null, shape, 1, GammaDistribution.DEFAULT_INVERSE_ABSOLUTE_ACCURACY);
    }

    private static void requireExposure(double exposure) {
        if (!(exposure > 0)) {
            throw new IllegalArgumentException("exposure must be above 0, found " + exposure);
        }
    }
}
