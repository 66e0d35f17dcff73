package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.workload.TrafficSource.Noise;
import java.time.Duration;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The factor on the rate against what its docstring promises. */
class RateNoiseTest {

    private static final int CORRELATION = 300;

    private static RateNoise noise(double cv, long key) {
        return new RateNoise(new Noise(cv, Duration.ofSeconds(CORRELATION)), key);
    }

    /** Values so far apart that the longest layer has changed in between: independent. */
    private static double[] independent(double cv, long key, int values) {
        RateNoise noise = noise(cv, key);
        double[] factors = new double[values];
        for (int i = 0; i < values; i++) {
            factors[i] = noise.factor(i * 7 * CORRELATION);
        }
        return factors;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.1, 0.25, 1})
    void isGammaDistributedWithMeanOne(double cv) {
        GammaDistribution textbook = new GammaDistribution(1 / (cv * cv), cv * cv);

        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(textbook, independent(cv, 11, 20_000));

        assertTrue(p > 0.001, "p-value " + p);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.1, 0.25, 1})
    void hasTheVariance(double cv) {
        double[] factors = independent(cv, 12, 100_000);

        double sum = 0;
        double squares = 0;
        for (double factor : factors) {
            assertTrue(factor > 0, "found " + factor);
            sum += factor - 1;
            squares += (factor - 1) * (factor - 1);
        }
        // The kurtosis of a gamma law is 3 + 6 cv^2.
        assertEquals(0, sum / factors.length, 4 * cv / Math.sqrt(factors.length));
        assertEquals(cv * cv, squares / factors.length, 4 * cv * cv * Math.sqrt((2 + 6 * cv * cv) / factors.length));
    }

    @ParameterizedTest
    @CsvSource({"0", "30", "150", "300", "600", "1200"})
    void losesItsCorrelationExponentially(int lagSeconds) {
        double cv = 0.25;
        double products = 0;
        int pairs = 0;
        for (long key = 0; key < 40; key++) {
            RateNoise early = noise(cv, key);
            RateNoise late = noise(cv, key);
            for (int second = 0; second < 2_000_000; second += 700) {
                products += (early.factor(second) - 1) * (late.factor(second + lagSeconds) - 1);
                pairs++;
            }
        }

        double expected = Math.exp(-(double) lagSeconds / CORRELATION);
        assertEquals(expected, products / pairs / (cv * cv), 0.02);
    }

    @Test
    void isTheSameInAnyOrderOfAskingAndAnotherWithAnotherKey() {
        RateNoise forward = noise(0.2, 5);
        RateNoise backward = noise(0.2, 5);
        double[] factors = new double[5000];
        for (int second = 0; second < factors.length; second++) {
            factors[second] = forward.factor(second);
        }

        for (int second = factors.length - 1; second >= 0; second--) {
            assertEquals(factors[second], backward.factor(second), "second " + second);
        }
        assertNotEquals(factors[0], noise(0.2, 6).factor(0));
    }

    /** From one second to the next the correlation falls by 1 / 300, so a step has variance 2 cv^2 / 300. */
    @Test
    void wandersInSmallSteps() {
        RateNoise noise = noise(0.25, 7);
        int seconds = 2_000_000;
        double squares = 0;
        double before = noise.factor(0);
        for (int second = 1; second <= seconds; second++) {
            double now = noise.factor(second);
            squares += (now - before) * (now - before);
            before = now;
        }

        assertEquals(0.25 * Math.sqrt(2.0 / CORRELATION), Math.sqrt(squares / seconds), 0.002);
    }
}
