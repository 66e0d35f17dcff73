package dev.windtunnel.simulator.analytic;

import java.util.function.DoubleUnaryOperator;

/**
 * The unnormalized density exp(lambda H(x) - c mu x - scale) of the wait that an infinitely patient request would have, and
 * integrals against it.
 *
 * @param logScale the exponent at its peak, taken out so that nothing overflows
 * @param from where the density is worth integrating
 * @param to where it ends to be
 */
record OfferedWait(double arrivalRate, double drainRate, Patience patience, double logScale, double from, double to) {

    /** exp(-45) of the peak is below the rounding of the sum. */
    private static final double NEGLIGIBLE = 45;

    private static final int PANELS = 64;

    /** Gauss and Legendre with eight points: positive half of the nodes, and their weights. */
    private static final double[] NODES = {0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975362
    };

    private static final double[] WEIGHTS = {
        0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626
    };

    static OfferedWait of(double arrivalRate, double drainRate, Patience patience) {
        OfferedWait raw = new OfferedWait(arrivalRate, drainRate, patience, 0, 0, 0);
        double peak = raw.peak();
        double scale = raw.exponent(peak);
        double floor = scale - NEGLIGIBLE;
        double from = raw.exponent(0) >= floor ? 0 : raw.crossing(peak, 0, floor);
        double beyond = Math.max(peak, 1 / drainRate);
        while (raw.exponent(beyond) > floor) {
            beyond *= 2;
        }
        return new OfferedWait(arrivalRate, drainRate, patience, scale, from, raw.crossing(peak, beyond, floor));
    }

    double integral(DoubleUnaryOperator of) {
        return between(from, to, of);
    }

    double integralFrom(double seconds, DoubleUnaryOperator of) {
        return between(Math.max(from, seconds), to, of);
    }

    double integralUpTo(double seconds, DoubleUnaryOperator of) {
        return between(from, Math.min(to, seconds), of);
    }

    private double between(double low, double high, DoubleUnaryOperator of) {
        double jump = patience.jump();
        if (low < jump && jump < high) {
            return panels(low, jump, of) + panels(jump, high, of);
        }
        return panels(low, high, of);
    }

    private double panels(double low, double high, DoubleUnaryOperator of) {
        if (low >= high) {
            return 0;
        }
        double half = (high - low) / PANELS / 2;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = low + (2 * panel + 1) * half;
            for (int node = 0; node < NODES.length; node++) {
                double left = middle - half * NODES[node];
                double right = middle + half * NODES[node];
                sum += WEIGHTS[node]
                        * (density(left) * of.applyAsDouble(left) + density(right) * of.applyAsDouble(right));
            }
        }
        return sum * half;
    }

    private double density(double x) {
        return StrictMath.exp(exponent(x) - logScale);
    }

    private double exponent(double x) {
        return arrivalRate * patience.expectedUpTo(x) - drainRate * x;
    }

    /** Where lambda P(patience > x) falls below c mu. */
    private double peak() {
        return Quantile.of(patience::survival, Math.max(0, 1 - drainRate / arrivalRate), 1 / drainRate);
    }

    /** Between the peak and a place where the exponent is below the floor. */
    private double crossing(double peak, double below, double floor) {
        double inside = peak;
        double outside = below;
        for (int i = 0; i < 60; i++) {
            double middle = (inside + outside) / 2;
            if (exponent(middle) > floor) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }
}
