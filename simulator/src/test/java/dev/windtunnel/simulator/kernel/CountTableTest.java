package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.GeometricDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers, against the textbook's probabilities. */
class CountTableTest {

    private static final int DRAWS = 400_000;

    /** Chi-square over all counts that are expected 20 times or more, the rest together. */
    private static double pValue(CountTable table, IntToDoubleFunction probability) {
        int cells = 2;
        while (DRAWS * probability.applyAsDouble(cells + 1) >= 20
                || probability.applyAsDouble(cells + 1) > probability.applyAsDouble(cells)) {
            cells++;
        }
        long[] counted = new long[cells + 1];
        double[] expected = new double[cells + 1];
        double rest = 1;
        for (int n = 1; n <= cells; n++) {
            expected[n - 1] = DRAWS * probability.applyAsDouble(n);
            rest -= probability.applyAsDouble(n);
        }
        expected[cells] = DRAWS * rest;
        for (int i = 0; i < DRAWS; i++) {
            int n = table.sampleUpper(Keys.mix(4711, i));
            assertTrue(n >= 1, "a count is at least 1, found " + n);
            counted[Math.min(n, cells + 1) - 1]++;
        }
        return new ChiSquareTest().chiSquareTest(expected, counted);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.2, 2, 6, 40})
    void isGeometric(double mean) {
        GeometricDistribution textbook = new GeometricDistribution(null, 1 / mean);

        double p = pValue(CountTable.geometric(mean), n -> textbook.probability(n - 1));

        assertTrue(p > 0.001, "p " + p);
    }

    @ParameterizedTest
    @CsvSource({"2.69, 0.97", "6, 0.3", "20, 0.8"})
    void isLognormalToTheNearestWholeNumber(double median, double sigma) {
        LogNormalDistribution textbook = new LogNormalDistribution(null, Math.log(median), sigma);

        double p = pValue(
                CountTable.logNormal(median, sigma),
                n -> textbook.cumulativeProbability(n + 0.5) - (n == 1 ? 0 : textbook.cumulativeProbability(n - 0.5)));

        assertTrue(p > 0.001, "p " + p);
    }

    @Test
    void followsMeasuredWeights() {
        CountTable table = CountTable.empirical(new double[] {1, 2, 8}, new double[] {37, 20, 43});
        long[] counted = new long[9];

        for (int i = 0; i < DRAWS; i++) {
            counted[table.sampleUpper(Keys.mix(4711, i))]++;
        }

        long[] kept = {counted[1], counted[2], counted[8]};
        assertEquals(DRAWS, kept[0] + kept[1] + kept[2]);
        assertTrue(new ChiSquareTest().chiSquareTest(new double[] {0.37, 0.2, 0.43}, kept) > 0.001);
    }

    @Test
    void isAlwaysTheSameWhereItIsFixed() {
        CountTable six = CountTable.fixed(6);
        CountTable one = CountTable.geometric(1);

        for (int i = 0; i < 1000; i++) {
            assertEquals(6, six.sampleUpper(Keys.mix(1, i)));
            assertEquals(1, one.sampleUpper(Keys.mix(1, i)));
        }
    }

    @Test
    void neverExceedsItsBound() {
        assertEquals(CountTable.MOST, CountTable.logNormal(1e9, 3).sampleUpper(-1L >>> 1));
    }
}
