package dev.windtunnel.simulator.analytic;

import java.util.function.DoubleUnaryOperator;

/**
 * GI/M/1: arrivals with independent gaps of any law, one exponential server. What round robin over n servers makes of Poisson
 * arrivals (Erlang gaps of n stages), or a metronome (constant gaps).
 *
 * @param waiting sigma, P(wait > 0)
 * @param meanService seconds
 */
public record RenewalQueue(double waiting, double meanService) {

    /** Constant gaps between arrivals, seconds. */
    public static RenewalQueue constantGaps(double gap, double meanService) {
        return of(s -> StrictMath.exp(-s * gap), gap, meanService);
    }

    /** Erlang gaps of several stages: one of {@code stages} servers that Poisson arrivals visit in turn. */
    public static RenewalQueue roundRobin(double totalArrivalRate, int servers, double meanService) {
        Check.positive("arrival rate", totalArrivalRate);
        Check.atLeast(1, "servers", servers);
        return of(
                s -> StrictMath.exp(-servers * StrictMath.log1p(s / totalArrivalRate)),
                servers / totalArrivalRate,
                meanService);
    }

    /**
     * Solves sigma = A(mu (1 - sigma)). The difference of the sides is convex, positive below the root and negative from
     * there to 1, so its sign leads a bisection.
     *
     * @param transform Laplace transform of the gap
     * @throws IllegalArgumentException at or above full utilization, where there is no steady state
     */
    public static RenewalQueue of(DoubleUnaryOperator transform, double meanGap, double meanService) {
        Check.positive("mean gap", meanGap);
        Check.positive("mean service time", meanService);
        if (meanService >= meanGap) {
            throw new IllegalArgumentException(
                    "no steady state: service takes " + meanService + " and a request comes every " + meanGap);
        }
        double low = 0;
        double high = 1 - 1e-15;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (transform.applyAsDouble((1 - middle) / meanService) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new RenewalQueue(high, meanService);
    }

    /** Seconds in queue. */
    public double meanWait() {
        return waiting * meanSojourn();
    }

    /** Seconds from arrival to departure; the sojourn is exponential. */
    public double meanSojourn() {
        return meanService / (1 - waiting);
    }

    /** The sojourn that the given share does not exceed. */
    public double sojournQuantile(double share) {
        return -StrictMath.log1p(-Check.quantileShare(share)) * meanSojourn();
    }
}
