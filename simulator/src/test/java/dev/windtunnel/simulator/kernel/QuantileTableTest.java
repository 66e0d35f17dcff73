package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileTableTest {

    record Pair(String name, QuantileTable table, RealDistribution textbook) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Pair> distributions() {
        return Stream.of(
                new Pair("exponential", Quantiles.exponential(3.5), new ExponentialDistribution(null, 3.5)),
                new Pair("lognormal", Quantiles.logNormal(33, 0.5), new LogNormalDistribution(null, Math.log(33), 0.5)),
                new Pair(
                        "wide lognormal",
                        Quantiles.logNormal(2, 1.2),
                        new LogNormalDistribution(null, Math.log(2), 1.2)),
                new Pair("uniform", Quantiles.uniform(3, 21), new UniformRealDistribution(null, 3, 21)),
                new Pair("triangular", Quantiles.triangular(1, 2, 7), new TriangularDistribution(null, 1, 2, 7)),
                new Pair("rising triangle", Quantiles.triangular(1, 7, 7), new TriangularDistribution(null, 1, 7, 7)),
                new Pair("falling triangle", Quantiles.triangular(1, 1, 7), new TriangularDistribution(null, 1, 1, 7)));
    }

    /** The 32 bits that stand for a probability. */
    private static int bits(double probability) {
        return (int) (long) (probability * 0x1.0p32);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void followsTheTextbookByKolmogorovAndSmirnov(Pair pair) {
        int count = 50_000;
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = pair.table().sampleUpper(Keys.mix(71, i));
        }

        double distance = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(pair.textbook(), values);

        // 1.95 / sqrt(n): exceeded by one honest sample of a thousand.
        assertTrue(distance < 1.95 / Math.sqrt(count), "distance " + distance);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void isExactInBothTails(Pair pair) {
        double[] probabilities = {1e-6, 1e-3, 0.01, 0.1, 0.25, 0.4999, 0.5, 0.5001, 0.75, 0.9, 0.99, 0.999, 1 - 1e-6};
        for (double probability : probabilities) {
            double expected = pair.textbook().inverseCumulativeProbability(probability);

            double found = pair.table().sample(bits(probability));

            // The lower end is given in steps of 2^-32, which is 2.3e-4 of 1e-6.
            double tolerance = probability < 1e-4 ? 3e-4 : 1e-4;
            assertEquals(expected, found, tolerance * expected, "quantile " + probability);
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void keepsTheMean(Pair pair) {
        int step = 1021;
        double sum = 0;
        long count = 0;
        for (long bits = step / 2; bits < 1L << 32; bits += step) {
            sum += pair.table().sample((int) bits);
            count++;
        }

        double mean = pair.textbook().getNumericalMean();

        assertEquals(mean, sum / count, 1e-4 * mean);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void neverFallsAsTheBitsRise(Pair pair) {
        SplittableRandom random = new SplittableRandom(73);
        for (int i = 0; i < 100_000; i++) {
            // Near powers of two from both ends, where cells change their width, and anywhere.
            long distance = Math.max(1, (1L << random.nextInt(32)) + random.nextInt(-3, 4));
            long bits =
                    i % 3 == 0 ? distance : i % 3 == 1 ? (1L << 32) - 1 - distance : random.nextLong((1L << 32) - 1);
            double here = pair.table().sample((int) bits);
            double next = pair.table().sample((int) (bits + 1));
            assertTrue(here <= next, "seed 73, bits " + bits + ": " + here + " then " + next);
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void isFiniteAtBothEnds(Pair pair) {
        assertTrue(Double.isFinite(pair.table().sample(0)) && pair.table().sample(0) >= 0);
        assertTrue(Double.isFinite(pair.table().sample(-1)));
        assertTrue(pair.table().sample(-1) > pair.table().sample(0));
    }

    @Test
    void alwaysGivesAFixedValue() {
        QuantileTable table = Quantiles.fixed(12.5);
        for (int i = 0; i < 10_000; i++) {
            assertEquals(12.5, table.sampleUpper(Keys.mix(1, i)));
        }
    }

    @Test
    void readsTheHalvesOfALongApart() {
        QuantileTable table = Quantiles.uniform(0, 1);
        long bits = 0xC0000000_40000000L;

        assertEquals(0.75, table.sampleUpper(bits), 1e-9);
        assertEquals(0.25, table.sampleLower(bits), 1e-9);
    }

    @Test
    void invertsTheNormalTail() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (double p = 0.5; p > 1e-14; p *= 0.83) {
            double z = Quantiles.upperNormal(p);

            assertEquals(p, 0.5 * Erf.erfc(z / Math.sqrt(2)), 1e-9 * p, "p " + p);
            if (p > 1e-8) {
                assertEquals(-normal.inverseCumulativeProbability(p), z, 1e-9, "p " + p);
            }
        }
    }

    @Test
    void integratesTheNormalTailOnBothSidesOfItsSeam() {
        for (double z : new double[] {0, 0.1, 1, 2.9, 2.999999, 3, 3.000001, 3.1, 5, 8}) {
            double expected = 0.5 * Erf.erfc(z / Math.sqrt(2));
            assertEquals(expected, Quantiles.upperTail(z), 1e-11 * expected, "z " + z);
        }
    }
}
