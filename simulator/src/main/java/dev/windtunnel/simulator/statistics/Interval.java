package dev.windtunnel.simulator.statistics;

/**
 * A confidence interval.
 *
 * @param estimate the point estimate
 * @param halfWidth the larger distance from the estimate to a bound; infinite if the interval is open
 * @param low lower bound, negative infinity if nothing bounds it
 * @param high upper bound, positive infinity if nothing bounds it
 * @param confidence 0..1, the share of such intervals that hold the true value
 */
public record Interval(double estimate, double halfWidth, double low, double high, double confidence) {

    /** @throws IllegalArgumentException if the bounds cross or the confidence is not strictly between 0 and 1 */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must not exceed high, found " + low + " and " + high);
        }
        requireConfidence(confidence);
    }

    /** Symmetric about the estimate. */
    public static Interval around(double estimate, double halfWidth, double confidence) {
        return new Interval(estimate, halfWidth, estimate - halfWidth, estimate + halfWidth, confidence);
    }

    /** With bounds of its own; the half-width is the larger of the two distances. */
    public static Interval between(double estimate, double low, double high, double confidence) {
        return new Interval(estimate, Math.max(estimate - low, high - estimate), low, high, confidence);
    }

    /** Whether the value lies between the bounds, bounds included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Half-width over the size of the estimate; 0 if both are 0, infinite if only the estimate is. */
    public double relativeHalfWidth() {
        return halfWidth == 0 ? 0 : halfWidth / Math.abs(estimate);
    }

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie strictly between 0 and 1, found " + confidence);
        }
    }
}
