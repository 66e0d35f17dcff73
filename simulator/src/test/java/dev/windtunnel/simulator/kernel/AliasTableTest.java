package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTableTest {

    private static final int DRAWS = 1_000_000;

    /** The exact probability of each thing: what of all columns belongs to it, by a sweep over the sides. */
    private static double[] probabilities(AliasTable table) {
        int n = table.size();
        int sides = 1 << 14;
        double[] found = new double[n];
        for (int column = 0; column < n; column++) {
            // The smallest upper half that falls into the column.
            long upper = ((long) column << 32) / n + (column == 0 ? 0 : 1);
            for (int side = 0; side < sides; side++) {
                long lower = ((long) side << 18) + (1 << 17);
                found[table.pick(upper << 32 | lower)] += 1.0 / n / sides;
            }
        }
        return found;
    }

    private static double[] random(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = random.nextInt(4) == 0 ? 0 : StrictMath.exp(6 * random.nextDouble());
        }
        weights[0] = 1;
        return weights;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 365})
    void givesEachThingItsShareOfTheColumns(int n) {
        double[] weights = random(n, 5 + n);
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }

        double[] found = probabilities(new AliasTable(weights));

        for (int i = 0; i < n; i++) {
            // A seam is met to half a step of the sweep, and a thing may own parts of all columns.
            assertEquals(weights[i] / total, found[i], 0x1.0p-14, n + " things, thing " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 40, 1000})
    void passesTheChiSquareTest(int n) {
        double[] weights = random(n, 11 + n);
        AliasTable table = new AliasTable(weights);
        long[] from64 = new long[n];
        long[] from32 = new long[n];
        for (int i = 0; i < DRAWS; i++) {
            long bits = Keys.mix(89, i);
            from64[table.pick(bits)]++;
            from32[table.pick((int) bits)]++;
        }

        assertFits(weights, from64);
        assertFits(weights, from32);
    }

    private static void assertFits(double[] weights, long[] observed) {
        int positive = (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
        double[] expected = new double[positive];
        long[] counted = new long[positive];
        int at = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                expected[at] = weights[i];
                counted[at++] = observed[i];
            } else {
                assertEquals(0, observed[i], "thing " + i + " weighs nothing");
            }
        }
        double p = positive == 1 ? 0.5 : new ChiSquareTest().chiSquareTest(expected, counted);

        // Both sides: too even would be as suspicious as too uneven.
        assertTrue(p > 0.001 && p < 0.999, "p " + p);
    }

    @Test
    void drawsNeighborsWithoutCorrelation() {
        AliasTable table = new AliasTable(1, 2, 3, 4);
        long[][] pairs = new long[4][4];
        for (int i = 0; i < DRAWS; i++) {
            pairs[table.pick(Keys.mix(97, i))][table.pick(Keys.mix(97, i + 1L))]++;
        }

        double p = new ChiSquareTest().chiSquareTest(pairs);

        assertTrue(p > 0.001 && p < 0.999, "p " + p);
    }

    @Test
    void drawsAnEmpiricalDistributionWithItsMeanAndOnlyItsValues() {
        double[] values = {5, 20, 1000};
        QuantileTable table = Quantiles.empirical(values, new double[] {70, 25, 5});
        long[] counts = new long[3];
        for (int i = 0; i < DRAWS; i++) {
            double value = table.sampleUpper(Keys.mix(101, i));
            counts[value == 5 ? 0 : value == 20 ? 1 : value == 1000 ? 2 : 3]++;
        }

        double p = new ChiSquareTest().chiSquareTest(new double[] {0.7, 0.25, 0.05}, counts);
        double mean = (5.0 * counts[0] + 20.0 * counts[1] + 1000.0 * counts[2]) / DRAWS;
        double deviation = Math.sqrt(0.7 * 25 + 0.25 * 400 + 0.05 * 1e6 - 58.5 * 58.5);

        assertTrue(p > 0.001, "p " + p);
        assertEquals(58.5, mean, 5 * deviation / Math.sqrt(DRAWS));
    }

    @Test
    void allocatesNothingForADraw() {
        QuantileTable discrete = Quantiles.empirical(new double[] {5, 20, 1000}, new double[] {70, 25, 5});
        QuantileTable continuous = Quantiles.gamma(1, 0.7);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double sum = 0;
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < DRAWS; i++) {
            long bits = Keys.mix(103, i);
            sum += discrete.sampleUpper(bits) + continuous.sampleLower(bits);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(sum > 0);
        assertTrue(bytes < 10_000, "bytes " + bytes);
    }

    @Nested
    class WhenWeightsAreImpossible {

        @Test
        void saysWhich() {
            assertTrue(message(1, -1).contains("weight 1 is not negative, found -1.0"), message(1, -1));
            assertTrue(message(Double.NaN).contains("weight 0"), message(Double.NaN));
            assertTrue(message(0, 0).contains("found a sum of 0.0"), message(0, 0));
            assertTrue(message().contains("some of 0 weights"), message());
            assertTrue(message(Double.POSITIVE_INFINITY, 1).contains("Infinity"));
        }

        private static String message(double... weights) {
            return String.valueOf(assertThrows(IllegalArgumentException.class, () -> new AliasTable(weights))
                    .getMessage());
        }
    }
}
