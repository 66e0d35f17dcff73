package dev.windtunnel.simulator.analytic;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The steady state of a chain on 0..last that moves by one. */
final class BirthDeath {

    private BirthDeath() {}

    /**
     * p(n+1) = p(n) birth(n) / death(n+1), in logarithms, so that ten thousand states neither overflow nor vanish.
     *
     * @param birth rate from n to n+1, above 0
     * @param death rate from n to n-1, above 0 for n >= 1
     */
    static double[] probabilities(int last, IntToDoubleFunction birth, IntToDoubleFunction death) {
        double[] p = new double[last + 1];
        double largest = 0;
        for (int n = 0; n < last; n++) {
            p[n + 1] = p[n] + StrictMath.log(birth.applyAsDouble(n) / death.applyAsDouble(n + 1));
            largest = Math.max(largest, p[n + 1]);
        }
        double total = 0;
        for (int n = 0; n <= last; n++) {
            p[n] = StrictMath.exp(p[n] - largest);
            total += p[n];
        }
        double sum = total;
        Arrays.setAll(p, n -> p[n] / sum);
        return p;
    }

    static double mean(double[] p) {
        double mean = 0;
        for (int n = 1; n < p.length; n++) {
            mean += n * p[n];
        }
        return mean;
    }
}
