package dev.windtunnel.simulator.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Critical values: how many standard errors a two-sided interval reaches to each side. */
final class StudentT {

    private StudentT() {}

    /** Of Student's t law. */
    static double critical(double degreesOfFreedom, double confidence) {
        Interval.requireConfidence(confidence);
        // Without a source of randomness: the law is only asked for its quantile.
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + confidence) / 2);
    }

    /** Of the normal law, for samples so large that t has converged. */
    static double normal(double confidence) {
        Interval.requireConfidence(confidence);
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    }
}
