package dev.windtunnel.simulator.analytic;

import java.util.stream.IntStream;
import org.apache.commons.math3.special.Beta;

/**
 * n equal components of which k must be up.
 *
 * @param needed k, 0..n
 * @param installed n, at least 1
 * @param component one of them
 */
public record Redundancy(int needed, int installed, Availability component) {

    /** @throws IllegalArgumentException if more are needed than installed */
    public Redundancy {
        Check.atLeast(1, "installed", installed);
        Check.atLeast(0, "needed", needed);
        Check.atLeast(needed, "installed", installed);
    }

    /** Mean number up, each repaired on its own. */
    public double meanUp() {
        return installed * component.share();
    }

    /** Variance of the number up, each repaired on its own: n p (1 - p). */
    public double varianceUp() {
        return meanUp() * component.unavailability();
    }

    /**
     * P(fewer than k up) when each is repaired on its own at once: the number up is binomial, whatever the laws. Given
     * directly, not as 1 minus the availability: 3e-11 keeps its digits.
     */
    public double unavailability() {
        if (needed == 0) {
            return 0;
        }
        // P(down >= n - k + 1)
        return Beta.regularizedBeta(component.unavailability(), installed - needed + 1.0, needed);
    }

    /**
     * The same when only so many are repaired at a time and times are exponential: a birth-death chain over the number down.
     *
     * @param repairers at least 1
     */
    public double unavailabilityWithSharedRepair(int repairers) {
        Check.atLeast(1, "repairers", repairers);
        double[] down = numberDown(repairers);
        return IntStream.rangeClosed(installed - needed + 1, installed)
                .mapToDouble(n -> down[n])
                .sum();
    }

    /** Mean number up when only so many are repaired at a time. */
    public double meanUpWithSharedRepair(int repairers) {
        Check.atLeast(1, "repairers", repairers);
        return installed - BirthDeath.mean(numberDown(repairers));
    }

    private double[] numberDown(int repairers) {
        Check.positive("mean down time", component.meanDown());
        return BirthDeath.probabilities(
                installed,
                down -> (installed - down) / component.meanUp(),
                down -> Math.min(down, repairers) / component.meanDown());
    }
}
