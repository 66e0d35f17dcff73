package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.workload.TrafficSource.Noise;
import dev.windtunnel.simulator.kernel.Keys;

/**
 * A factor on the rate: a stationary process, gamma distributed with mean 1 and variance cv^2, whose correlation falls
 * exponentially, with r(t) = exp(-t / correlation). Any second can be generated alone.
 *
 * <p>The factor is the sum of {@link #LAYERS} independent layers. A layer holds a gamma variable of a share of the shape for a
 * time L, then the next one; its changes begin at a random place of its period. Gamma variables of one scale add up to a gamma
 * variable, so the distribution is exact. Two instants t apart share a layer's value with probability max(0, 1 - t / L), and
 * exp(-t / c) is the mean of that over an L of density L / c^2 exp(-L / c), an Erlang law of two stages; the layers take its
 * quantiles, which leaves an error of the correlation below 0.003. This is the trawl process of Barndorff-Nielsen, Lunde,
 * Shephard and Veraart, "Integer-valued Trawl Processes", Scand. J. Statist. 41 (2014), with a gamma basis.
 *
 * <p>Given the factor, counts are Poisson. The count of an interval T of mean m has index of dispersion
 * 1 + m cv^2 g(T / c), g(x) = 2 (x - 1 + exp(-x)) / x^2: 1 + m cv^2 where T is short, and less where the noise averages out.
 */
final class RateNoise {

    private static final int LAYERS = 32;

    private final double scale;
    private final double shape;
    private final long key;
    private final int[] holdSeconds = new int[LAYERS];
    private final int[] phaseSeconds = new int[LAYERS];

    /** What was held when last asked. Never changed, only replaced: runs on several threads may ask the same noise. */
    private volatile Held latest = new Held(new int[LAYERS], new double[LAYERS]);

    /** Period and value of each layer. */
    private static final class Held {
        private final int[] periods;
        private final double[] values;

        Held(int[] periods, double[] values) {
            this.periods = periods;
            this.values = values;
        }
    }

    RateNoise(Noise noise, long key) {
        scale = noise.cv() * noise.cv();
        shape = 1 / scale / LAYERS;
        this.key = key;
        double correlationSeconds = noise.correlation().toNanos() / 1e9;
        for (int layer = 0; layer < LAYERS; layer++) {
            double hold = correlationSeconds * twoStageQuantile((layer + 0.5) / LAYERS);
            holdSeconds[layer] = (int) Math.max(1, Math.round(hold));
            phaseSeconds[layer] = Keys.below(holdSeconds[layer], Keys.mix(key, layer));
        }
    }

    /** The factor of a second, from 0. */
    double factor(int second) {
        Held held = latest;
        boolean isCopied = false;
        double sum = 0;
        for (int layer = 0; layer < LAYERS; layer++) {
            // From 1, as nothing is held for period 0 at the beginning.
            int period = 1 + (int) (((long) second + phaseSeconds[layer]) / holdSeconds[layer]);
            if (period != held.periods[layer]) {
                held = isCopied ? held : new Held(held.periods.clone(), held.values.clone());
                isCopied = true;
                held.periods[layer] = period;
                held.values[layer] = gamma(Keys.mix(Keys.mix(key, layer), period));
            }
            sum += held.values[layer];
        }
        if (isCopied) {
            latest = held;
        }
        return sum * scale;
    }

    /** Of an Erlang law of two stages of mean 1 each: x with 1 - (1 + x) exp(-x) = p, by bisection. */
    private static double twoStageQuantile(double p) {
        double low = 0;
        double high = 64;
        for (int halving = 0; halving < 64; halving++) {
            double middle = (low + high) / 2;
            boolean isBelow = 1 - (1 + middle) * StrictMath.exp(-middle) < p;
            low = isBelow ? middle : low;
            high = isBelow ? high : middle;
        }
        return low;
    }

    /**
     * Gamma with a layer's shape and scale 1. Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS
     * 26(3), 2000: of a normal x and a uniform u, d v with v = (1 + c x)^3 is taken if ln u < x^2 / 2 + d - d v + d ln v. A
     * shape a below 1 is that of a + 1, times a uniform to the power of 1 / a.
     */
    private double gamma(long periodKey) {
        boolean isBelowOne = shape < 1;
        double d = (isBelowOne ? shape + 1 : shape) - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        double boost = isBelowOne ? StrictMath.pow(Keys.unit(Keys.draw(periodKey, 0)), 1 / shape) : 1;
        for (long attempt = 1; ; attempt += 3) {
            double x = normal(periodKey, attempt);
            double root = 1 + c * x;
            double v = root * root * root;
            double u = Keys.unit(Keys.draw(periodKey, attempt + 2));
            if (root > 0 && StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v * boost;
            }
        }
    }

    /** Box and Muller's normal. */
    private static double normal(long periodKey, long counter) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(Keys.unit(Keys.draw(periodKey, counter))));
        return radius * StrictMath.cos(2 * StrictMath.PI * Keys.unit(Keys.draw(periodKey, counter + 1)));
    }
}
