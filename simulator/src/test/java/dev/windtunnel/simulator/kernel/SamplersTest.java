package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every continuous sampler against commons-math3, from the gentle to the extreme. */
class SamplersTest {

    private static final int DRAWS = 100_000;

    /**
     * One sampler and its law.
     *
     * @param hasTameVariance whether so many draws say anything about the variance
     */
    record Sampler(String name, QuantileTable table, RealDistribution textbook, boolean hasTameVariance) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sampler> samplers() {
        List<Sampler> all = new ArrayList<>();
        all.add(new Sampler("exponential", Quantiles.exponential(3.5), new ExponentialDistribution(null, 3.5), true));
        for (double sigma : new double[] {0.05, 0.6, 1.5, 3}) {
            all.add(new Sampler(
                    "lognormal sigma " + sigma,
                    Quantiles.logNormal(5, sigma),
                    new LogNormalDistribution(null, Math.log(5), sigma),
                    sigma < 1));
        }
        for (double shape : new double[] {0.01, 0.1, 0.5, 0.99, 1, 2.5, 30, 10_000}) {
            all.add(new Sampler(
                    "gamma shape " + shape,
                    Quantiles.gamma(7, shape),
                    new GammaDistribution(null, shape, 7 / shape),
                    shape >= 0.1));
        }
        for (int k : new int[] {1, 2, 16}) {
            all.add(new Sampler(
                    "erlang " + k, Quantiles.erlang(k, 0.3), new GammaDistribution(null, k, 0.3 / k), true));
        }
        all.add(hyper(new double[] {0.9, 0.1}, new double[] {5, 80}));
        all.add(hyper(new double[] {0.3, 0.3, 0.4}, new double[] {1, 1.5, 2}));
        all.add(hyper(new double[] {0.999, 0.001}, new double[] {1, 10_000}));
        all.add(hyper(new double[] {1}, new double[] {4}));
        for (double alpha : new double[] {0.5, 1, 1.5, 2, 3}) {
            all.add(pareto(2, 2000, alpha));
        }
        all.add(pareto(1, 1.01, 1.5));
        all.add(pareto(1, 1e9, 1.1));
        for (double mean : new double[] {0.01, 1, 3, 20}) {
            all.add(new Sampler(
                    "normal " + mean, Quantiles.normalAboveZero(mean, 1), Textbook.normalAboveZero(mean, 1), true));
        }
        for (double shape : new double[] {0.3, 0.7, 1, 3.5}) {
            double scale = 10 / Gamma.gamma(1 + 1 / shape);
            all.add(new Sampler(
                    "weibull shape " + shape,
                    Quantiles.weibull(10, shape),
                    new WeibullDistribution(null, shape, scale),
                    shape > 0.5));
        }
        return all;
    }

    private static Sampler hyper(double[] p, double[] means) {
        return new Sampler(
                "hyperexponential of " + p.length + " up to " + means[means.length - 1],
                Quantiles.hyperExponential(p, means),
                Textbook.hyperExponential(p, means),
                means[means.length - 1] < 1000);
    }

    private static Sampler pareto(double min, double max, double alpha) {
        return new Sampler(
                "pareto " + min + ".." + max + " alpha " + alpha,
                Quantiles.boundedPareto(min, max, alpha),
                Textbook.boundedPareto(min, max, alpha),
                max < 2);
    }

    private static double[] draws(Sampler sampler) {
        double[] values = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            values[i] = sampler.table().sampleUpper(Keys.mix(83, i));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void followsTheTextbookByKolmogorovAndSmirnov(Sampler sampler) {
        double[] values = draws(sampler);

        double distance = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(sampler.textbook(), values);

        // 1.95 / sqrt(n): exceeded by one honest sample of a thousand.
        assertTrue(distance < 1.95 / Math.sqrt(DRAWS), "distance " + distance);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void hasTheTextbooksMeanAndVarianceWithinFiveStandardErrors(Sampler sampler) {
        double[] values = draws(sampler);
        double mean = sampler.textbook().getNumericalMean();
        double variance = sampler.textbook().getNumericalVariance();
        double sum = 0;
        double second = 0;
        double fourth = 0;
        for (double value : values) {
            double square = (value - mean) * (value - mean);
            sum += value;
            second += square;
            fourth += square * square;
        }

        double foundVariance = second / DRAWS;

        assertEquals(mean, sum / DRAWS, 5 * Math.sqrt(variance / DRAWS), "mean");
        if (sampler.hasTameVariance()) {
            double error = Math.sqrt((fourth / DRAWS - foundVariance * foundVariance) / DRAWS);
            assertEquals(variance, foundVariance, 5 * error, "variance");
        }
    }

    /** The mean over all 2^32 uniforms: each of the million nearest to each end, and a fine stride between. */
    private static double tableMean(QuantileTable table) {
        double sum = 0;
        long edge = 1L << 20;
        for (long bits = 0; bits < edge; bits++) {
            sum += table.sample((int) bits) + table.sample((int) ((1L << 32) - 1 - bits));
        }
        int step = 1024;
        for (long bits = edge; bits < (1L << 32) - edge; bits += step) {
            sum += step * (table.sample((int) bits) + table.sample((int) (bits + step - 1))) / 2;
        }
        return sum * 0x1.0p-32;
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void keepsTheMeanToTheTenThousandth(Sampler sampler) {
        double mean = sampler.textbook().getNumericalMean();

        assertEquals(mean, tableMean(sampler.table()), 1e-4 * mean);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void isExactInTheUpperTail(Sampler sampler) {
        for (double probability : new double[] {0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999}) {
            double found = sampler.table().sample((int) (long) (probability * 0x1.0p32));

            // Asked through the distribution function, which the textbook knows better than its inverse. Where the
            // quantile
            // leaps, as between the phases of a hyperexponential, the tail's probability is met to half a cell instead.
            double slack = probability == 0.9999 ? 0 : (1 - probability) / 128;
            double below = sampler.textbook().cumulativeProbability(found * (1 - 1e-3)) - slack;
            double above = sampler.textbook().cumulativeProbability(found * (1 + 1e-3)) + slack;
            assertTrue(
                    below < probability && probability < above,
                    probability + " quantile " + found + ": " + below + " to " + above);
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void neverFallsAsTheUniformRises(Sampler sampler) {
        QuantileTable table = sampler.table();
        double last = table.sample(0);
        for (long bits = 1; bits < 1L << 32; bits += bits < 4096 || bits > (1L << 32) - 4096 ? 1 : 4093) {
            double value = table.sample((int) bits);
            assertTrue(last <= value, "bits " + bits + ": " + last + " then " + value);
            last = value;
        }
        SplittableRandom random = new SplittableRandom(79);
        for (int i = 0; i < 200_000; i++) {
            long bits = Math.floorMod(
                    (1L << random.nextInt(32)) * (random.nextBoolean() ? 1 : -1) - random.nextInt(3), (1L << 32) - 1);
            assertTrue(table.sample((int) bits) <= table.sample((int) (bits + 1)), "seed 79, bits " + bits);
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void isNeverNegativeAndAlwaysFinite(Sampler sampler) {
        assertTrue(sampler.table().sample(0) >= 0, "least " + sampler.table().sample(0));
        assertTrue(
                Double.isFinite(sampler.table().sample(-1)),
                "most " + sampler.table().sample(-1));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void drawsNeighborsAndOtherStreamsWithoutCorrelation(Sampler sampler) {
        long stream = Keys.named(1, "service/a");
        long other = Keys.named(1, "service/b");
        double[] here = new double[DRAWS];
        double[] next = new double[DRAWS];
        double[] there = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            // Ranks, not values: a heavy tail would hide what the many small values do.
            here[i] = sampler.textbook().cumulativeProbability(sampler.table().sampleUpper(Keys.mix(stream, i)));
            next[i] = sampler.textbook().cumulativeProbability(sampler.table().sampleUpper(Keys.mix(stream, i + 1L)));
            there[i] = sampler.textbook().cumulativeProbability(sampler.table().sampleUpper(Keys.mix(other, i)));
        }

        PearsonsCorrelation correlation = new PearsonsCorrelation();

        assertEquals(0, correlation.correlation(here, next), 5 / Math.sqrt(DRAWS));
        assertEquals(0, correlation.correlation(here, there), 5 / Math.sqrt(DRAWS));
    }
}
