package dev.windtunnel.simulator.analytic;

import java.util.function.DoubleUnaryOperator;

/** Where a falling survival function P(X > t) reaches a level. */
final class Quantile {

    private static final int HALVINGS = 200;

    private Quantile() {}

    /**
     * The smallest t >= 0 with P(X > t) <= 1 - share, by bisection down to neighboring doubles.
     *
     * @param scale some positive time of the order of X; doubled until it reaches far enough
     */
    static double of(DoubleUnaryOperator survival, double share, double scale) {
        double tail = 1 - Check.quantileShare(share);
        if (survival.applyAsDouble(0) <= tail) {
            return 0;
        }
        double low = 0;
        double high = scale;
        while (survival.applyAsDouble(high) > tail) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (survival.applyAsDouble(middle) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
