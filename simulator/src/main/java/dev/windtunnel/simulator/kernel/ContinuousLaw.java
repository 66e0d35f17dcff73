package dev.windtunnel.simulator.kernel;

/** A distribution of positive values whose quantiles have no closed form: both tails and the density, x > 0. */
interface ContinuousLaw {

    /** Probability of at most x. */
    double below(double x);

    /** Probability of more than x; keeps its digits when it is small. */
    double above(double x);

    /** Density at x. */
    double density(double x);
}
