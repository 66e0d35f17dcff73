package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.workload.TrafficSource.Noise;
import dev.windtunnel.simulator.kernel.Keys;

/**
 * A factor on the rate, gamma distributed with mean 1 and variance cv^2, drawn for each block of time by itself, so that any
 * second can be generated alone.
 *
 * <p>Given the factor, counts are Poisson; so the count N of an interval inside one block, of mean m, has variance
 * m + m^2 cv^2, and index of dispersion 1 + m cv^2. Over intervals longer than a block the blocks average out.
 */
final class RateNoise {

    private final double shape;
    private final int blockSeconds;
    private final long key;

    RateNoise(Noise noise, long key) {
        shape = 1 / (noise.cv() * noise.cv());
        blockSeconds = (int) noise.correlation().toSeconds();
        this.key = key;
    }

    /** Keeps nothing: several runs, on several threads, may ask the same compiled scenario. */
    double factor(int second) {
        return gamma(Keys.mix(key, second / blockSeconds)) / shape;
    }

    /**
     * Gamma with the noise's shape, which is at least 1, and scale 1. Marsaglia and Tsang, "A Simple Method for Generating
     * Gamma Variables", ACM TOMS 26(3), 2000: of a normal x and a uniform u, d v with v = (1 + c x)^3 is taken if
     * ln u < x^2 / 2 + d - d v + d ln v.
     */
    private double gamma(long blockKey) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        for (long attempt = 0; ; attempt += 3) {
            double x = normal(blockKey, attempt);
            double root = 1 + c * x;
            double v = root * root * root;
            double u = Keys.unit(Keys.draw(blockKey, attempt + 2));
            if (root > 0 && StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /** Box and Muller's normal. */
    private static double normal(long blockKey, long counter) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(Keys.unit(Keys.draw(blockKey, counter))));
        return radius * StrictMath.cos(2 * StrictMath.PI * Keys.unit(Keys.draw(blockKey, counter + 1)));
    }
}
