package dev.windtunnel.simulator.analytic;

import org.apache.commons.math3.special.Gamma;

/** Probabilities of Poisson counts. */
final class PoissonTerms {

    private static final double ACCURACY = 1e-15;

    private PoissonTerms() {}

    /** P(N = k). */
    static double of(int k, double mean) {
        if (mean == 0) {
            return k == 0 ? 1 : 0;
        }
        return StrictMath.exp(k * StrictMath.log(mean) - mean - Gamma.logGamma(k + 1.0));
    }

    /** P(N <= k). */
    static double upTo(int k, double mean) {
        return mean == 0 ? 1 : Gamma.regularizedGammaQ(k + 1.0, mean, ACCURACY, Integer.MAX_VALUE);
    }

    /** P(N >= k). */
    static double atLeast(int k, double mean) {
        return k == 0 ? 1 : mean == 0 ? 0 : Gamma.regularizedGammaP(k, mean, ACCURACY, Integer.MAX_VALUE);
    }
}
