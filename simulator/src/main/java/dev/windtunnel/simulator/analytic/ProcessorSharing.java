package dev.windtunnel.simulator.analytic;

/**
 * M/G/c processor sharing: n requests at once each run at min(1, c / n). Means do not depend on the law of the work beyond its
 * mean. Infinite at or above full utilization.
 *
 * @param arrivalRate per second
 * @param cpus c, at least 1
 * @param meanWork seconds of one CPU
 */
public record ProcessorSharing(double arrivalRate, int cpus, double meanWork) {

    /** @throws IllegalArgumentException if a value is out of range */
    public ProcessorSharing {
        Check.positive("arrival rate", arrivalRate);
        Check.atLeast(1, "cpus", cpus);
        Check.positive("mean work", meanWork);
    }

    /** Seconds from arrival to departure: that of M/M/c with the same mean, as both have the same law of the number inside. */
    public double meanSojourn() {
        return new ErlangC(arrivalRate, cpus, meanWork).meanSojourn();
    }

    /** Requests inside, on average. */
    public double meanInSystem() {
        return arrivalRate * meanSojourn();
    }

    /**
     * Mean sojourn of a request with a given work: work times the mean slowdown. For one CPU work / (1 - rho), the same
     * slowdown for all.
     *
     * @throws IllegalStateException with several CPUs, where the slowdown depends on the work
     */
    public double meanSojournOf(double work) {
        if (cpus > 1) {
            throw new IllegalStateException("the slowdown is the same for all work on one CPU only, found " + cpus);
        }
        return work / meanWork * meanSojourn();
    }

    /**
     * Variance of the sojourn for exponential work on one CPU: (2 + rho) S^2 / ((1 - rho)^2 (2 - rho)), seconds squared
     * (Coffman, Muntz and Trotter 1970).
     */
    public static double sojournVarianceForExponentialWork(double arrivalRate, double meanWork) {
        double rho = Check.positive("arrival rate", arrivalRate) * Check.positive("mean work", meanWork);
        if (rho >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return (2 + rho) * meanWork * meanWork / ((1 - rho) * (1 - rho) * (2 - rho));
    }
}
