package dev.windtunnel.simulator.analytic;

/** The ranges that the formulas of this room are good for. */
final class Check {

    private Check() {}

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be above 0 and finite, found " + value);
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, found " + value);
        }
        return value;
    }

    static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", found " + value);
        }
        return value;
    }

    static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie in 0..1, found " + value);
        }
        return value;
    }

    /** A share that a quantile exists for: 0 included, 1 not, as unbounded laws have no largest value. */
    static double quantileShare(double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("share of a quantile must lie in 0 to below 1, found " + value);
        }
        return value;
    }
}
