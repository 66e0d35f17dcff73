package dev.windtunnel.simulator.analytic;

/**
 * One component that fails and is repaired, again and again. Holds for any laws with these means.
 *
 * @param meanUp time to failure (MTTF), in any unit, above 0
 * @param meanDown time to repair (MTTR), in the same unit
 */
public record Availability(double meanUp, double meanDown) {

    /** Minutes in the year that yearly figures are about: 365.25 days. */
    public static final double MINUTES_PER_YEAR = 365.25 * 24 * 60;

    /** @throws IllegalArgumentException if a time is out of range */
    public Availability {
        Check.positive("mean up time", meanUp);
        Check.notNegative("mean down time", meanDown);
    }

    /** The share of time up: MTTF / (MTTF + MTTR). */
    public double share() {
        return meanUp / (meanUp + meanDown);
    }

    /** The share of time down; its digits are kept where the other share is almost 1. */
    public double unavailability() {
        return meanDown / (meanUp + meanDown);
    }

    /** Failures per unit of time. */
    public double outageRate() {
        return 1 / (meanUp + meanDown);
    }

    /**
     * The probability that several components are up, or any chain of things that must all work. Only if they are
     * independent: condition on a common cause first.
     */
    public static double series(double... shares) {
        double product = 1;
        for (double share : shares) {
            product *= Check.share("availability", share);
        }
        return product;
    }

    /** Upper bound of the unavailability of a series, whatever the dependence: the sum of the parts, at most 1 (Boole). */
    public static double seriesUnavailabilityAtMost(double... unavailabilities) {
        double sum = 0;
        for (double unavailability : unavailabilities) {
            sum += Check.share("unavailability", unavailability);
        }
        return Math.min(1, sum);
    }

    /**
     * A primary with a standby: each failure costs the failover time, or with imperfect coverage the manual recovery.
     *
     * @param meanBetweenFailures up time of the primary
     * @param failover in the same unit
     * @param coverage probability that the failover works
     * @param manualRecovery in the same unit
     */
    public static Availability withFailover(
            double meanBetweenFailures, double failover, double coverage, double manualRecovery) {
        Check.share("coverage", coverage);
        return new Availability(
                meanBetweenFailures,
                coverage * Check.notNegative("failover", failover)
                        + (1 - coverage) * Check.notNegative("manual recovery", manualRecovery));
    }
}
