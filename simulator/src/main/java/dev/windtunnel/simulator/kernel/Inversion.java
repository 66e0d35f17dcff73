package dev.windtunnel.simulator.kernel;

/**
 * Quantiles of a law by Newton's method on the logarithm of a tail over the logarithm of the value, kept inside a bracket that
 * bisection narrows when a step leaves it. In these coordinates power laws and exponential tails are nearly straight, so a
 * handful of steps gives all digits. Made for tables: a few microseconds for each quantile.
 */
final class Inversion {

    /** Beyond it, values would underflow or overflow. */
    private static final double LIMIT = 700;

    private static final double PRECISION = 1e-14;
    private static final int STEPS = 300;

    private final ContinuousLaw law;
    private final double start;

    /**
     * Inverts a law.
     *
     * @param typical a value somewhere in the middle, to start from
     */
    Inversion(ContinuousLaw law, double typical) {
        this.law = law;
        start = StrictMath.log(typical);
    }

    /** The value that is exceeded with probability 1 - p; at least e^-700. */
    double fromBelow(double p) {
        return solve(p, true);
    }

    /** The value that is exceeded with probability p. */
    double fromAbove(double p) {
        return solve(p, false);
    }

    private double solve(double p, boolean lower) {
        double low = start;
        for (double width = 1; low > -LIMIT && isRightOf(low, p, lower); width *= 2) {
            low = Math.max(-LIMIT, low - width);
        }
        if (isRightOf(low, p, lower)) {
            return StrictMath.exp(low);
        }
        double high = start;
        for (double width = 1; high < LIMIT && !isRightOf(high, p, lower); width *= 2) {
            high = Math.min(LIMIT, high + width);
        }
        double y = (low + high) / 2;
        for (int step = 0; step < STEPS; step++) {
            double x = StrictMath.exp(y);
            double tail = lower ? law.below(x) : law.above(x);
            if (lower == (tail >= p)) {
                high = y;
            } else {
                low = y;
            }
            double slope = x * law.density(x) / tail;
            double next = y - StrictMath.log(tail / p) / (lower ? slope : -slope);
            // Also false for a slope of 0 or a tail that has underflowed.
            boolean inside = next >= low && next <= high;
            next = inside ? next : (low + high) / 2;
            if (Math.abs(next - y) <= PRECISION * Math.max(1, Math.abs(y))) {
                return StrictMath.exp(next);
            }
            y = next;
        }
        return StrictMath.exp(y);
    }

    /** Whether e^y is at or above the quantile. */
    private boolean isRightOf(double y, double p, boolean lower) {
        double x = StrictMath.exp(y);
        return lower ? law.below(x) >= p : law.above(x) <= p;
    }
}
