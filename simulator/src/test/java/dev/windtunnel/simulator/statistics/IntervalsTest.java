package dev.windtunnel.simulator.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals against published cases, commons-math3 and naive twins. */
class IntervalsTest {

    private static final long SEED = 11;

    @Nested
    class OfReplications {

        /** Theory case {@code stat-t-interval}. */
        private final double[] values = {12.1, 11.7, 13.4, 12.9, 12.2, 11.9, 12.8, 13.1, 12.5, 12.0};

        @Test
        void agreeWithStatTInterval() {
            Interval interval = Replications.mean(values, 0.95);

            assertEquals(12.46, interval.estimate(), 12.46e-6);
            assertEquals(0.4063495896, interval.halfWidth(), 0.406e-6);
            assertEquals(0.5680375574, Replications.standardDeviation(values), 0.568e-6);
            assertEquals(interval.estimate() - interval.halfWidth(), interval.low());
            assertEquals(interval.estimate() + interval.halfWidth(), interval.high());
        }

        @Test
        void differByExactlyNothingForEqualRuns() {
            Interval difference = Replications.difference(values, values.clone(), 0.95);

            assertEquals(0.0, difference.estimate());
            assertEquals(0.0, difference.halfWidth());
            assertTrue(difference.contains(0));
        }

        @Test
        void pairUpSoThatSharedLuckCancels() {
            double[] slower = Arrays.stream(values).map(value -> value + 0.1).toArray();
            slower[3] += 0.01;

            Interval difference = Replications.difference(values, slower, 0.95);

            assertTrue(difference.low() > 0, "seen as slower");
            assertTrue(Replications.mean(values, 0.95).contains(Moments.mean(slower)), "not seen without pairing");
        }

        @Test
        void refuseUnevenPairs() {
            assertThrows(
                    IllegalArgumentException.class, () -> Replications.difference(new double[3], new double[4], 0.95));
        }

        @Test
        void keepTheDigitsOfALargeMean() {
            double[] large = Arrays.stream(values).map(value -> value + 1e9).toArray();

            assertEquals(0.4063495896, Replications.mean(large, 0.95).halfWidth(), 1e-6);
        }
    }

    @Nested
    class OfBatches {

        private final double[] series = new RandomSeries(SEED).autoregression(4_000, 10, 0.8);

        @Test
        void agreeWithAPlainCalculation() {
            double[] means = IntStream.range(0, 25)
                    .mapToDouble(batch -> Arrays.stream(series, batch * 160, (batch + 1) * 160)
                            .average()
                            .orElseThrow())
                    .toArray();
            double t = new TDistribution(24).inverseCumulativeProbability(0.975);

            BatchMeans batches = BatchMeans.of(series, 25, 0.95);

            assertEquals(25, batches.batches());
            assertEquals(160, batches.batchSize());
            assertEquals(
                    t * new StandardDeviation().evaluate(means) / 5,
                    batches.interval().halfWidth(),
                    1e-9);
        }

        @Test
        void doubleUntilNoCorrelationIsSeen() {
            BatchMeans batches = BatchMeans.of(series, 0.95);

            assertTrue(batches.isIndependent());
            assertTrue(batches.independentFrom() > 6, "the first batch size, 6, is within the memory of the series");
            assertTrue(batches.batches() >= 20 && batches.batches() < 40, () -> "" + batches);
            assertTrue(batches.batchSize() >= batches.independentFrom());
        }

        @Test
        void sayThatARunIsTooShortForItsMemory() {
            double[] slow = new RandomSeries(SEED).autoregression(400, 10, 0.99);

            BatchMeans batches = BatchMeans.of(slow, 0.95);

            assertFalse(batches.isIndependent());
            assertTrue(batches.lagOne() > 0.2, () -> "" + batches);
        }

        @Test
        void areFineForIndependentValues() {
            BatchMeans batches = BatchMeans.of(new RandomSeries(SEED).autoregression(640, 10, 0), 0.95);

            assertEquals(1, batches.independentFrom());
        }

        @Test
        void overlapAsTheFormulaSays() {
            int n = series.length;
            int m = 100;
            double mean = Arrays.stream(series).average().orElseThrow();
            double squares = IntStream.rangeClosed(0, n - m)
                    .mapToDouble(start ->
                            Arrays.stream(series, start, start + m).average().orElseThrow() - mean)
                    .map(deviation -> deviation * deviation)
                    .sum();

            double variance = OverlappingBatchMeans.variance(series, m);

            assertEquals((double) n * m / ((n - m + 1.0) * (n - m)) * squares, variance, 1e-9 * variance);
        }

        @Test
        void findTheVarianceThatDependenceMakes() {
            double[] longer = new RandomSeries(SEED).autoregression(400_000, 10, 0.8);

            // 1 / (1 - phi)^2 for unit noise; about 600 windows' worth of freedom.
            assertEquals(25, OverlappingBatchMeans.variance(longer, 1_000), 3);
        }
    }

    @Nested
    class OfQuantiles {

        @Test
        void agreeWithStatQuantileRanksN10000P99() {
            QuantileRanks ranks = QuantileRanks.of(10_000, 0.99, 0.95);

            assertEquals(9_880, ranks.lower());
            assertEquals(9_920, ranks.upper());
            assertEquals(0.9557546828, ranks.coverage(), 1e-6);
            assertFalse(ranks.isOpenAbove());
        }

        @ParameterizedTest
        @CsvSource({"1,0.5", "5,0.5", "50,0.5", "300,0.99", "1000,0.9", "997,0.25", "3000,0.999"})
        void agreeWithAWalkOverAllRanks(int n, double p) {
            BinomialDistribution below = new BinomialDistribution(n, p);
            int lower = (int) IntStream.rangeClosed(1, n)
                    .takeWhile(r -> below.cumulativeProbability(r - 1) <= 0.025)
                    .count();
            int upper = IntStream.rangeClosed(1, n + 1)
                    .filter(s -> 1 - below.cumulativeProbability(s - 1) <= 0.025)
                    .findFirst()
                    .orElseThrow();

            QuantileRanks ranks = QuantileRanks.of(n, p, 0.95);

            assertEquals(lower, ranks.lower());
            assertEquals(upper, ranks.upper());
            assertEquals(
                    below.cumulativeProbability(upper - 1) - below.cumulativeProbability(lower - 1),
                    ranks.coverage(),
                    1e-9);
        }

        @Test
        void areOpenAboveWhenTheSampleIsTooSmall() {
            QuantileRanks ranks = QuantileRanks.of(3_000, 0.999, 0.95);

            assertTrue(ranks.isOpenAbove());
            assertEquals(Double.POSITIVE_INFINITY, ranks.of(new double[3_000]).high());
            assertFalse(QuantileRanks.of(3_700, 0.999, 0.95).isOpenAbove());
        }

        @Test
        void cutTheSampleAtTheirRanks() {
            double[] values = IntStream.rangeClosed(1, 10_000)
                    .mapToDouble(i -> 10_001 - i)
                    .toArray();

            Interval interval = QuantileRanks.of(10_000, 0.99, 0.95).of(values);

            assertEquals(Interval.between(9_900, 9_880, 9_920, 0.95), interval);
        }

        @Test
        void ofOneRunAreFarTooNarrowWhereTheValuesHangTogether() {
            double[] waits = new RandomSeries(SEED).singleServerWaits(100_000, 0.8);

            Interval independent = QuantileRanks.of(waits.length, 0.95, 0.95).of(waits);
            Interval sections = QuantileSections.ofRun(waits, 0.95, 20, 0.95);

            assertTrue(sections.halfWidth() > 4 * independent.halfWidth(), () -> sections + " and " + independent);
            assertEquals(sections.estimate(), independent.estimate());
        }

        @Test
        void ofSectionsHoldTheTruthNineteenTimesInTwenty() {
            // P(wait > t) = rho exp(-(1 - rho) t)
            double truth = StrictMath.log(0.8 / 0.05) / 0.2;
            RandomSeries series = new RandomSeries(SEED);
            int held = 0;
            for (int run = 0; run < 200; run++) {
                double[] waits = series.singleServerWaits(100_000, 0.8);
                held += QuantileSections.ofRun(waits, 0.95, 20, 0.95).contains(truth) ? 1 : 0;
            }

            // 190 are due; four standard deviations of 200 trials are 12.
            assertTrue(held >= 178, "held " + held);
        }

        @Test
        void comeFromReplicationsToo() {
            List<double[]> replications = List.of(new double[] {1, 2, 3, 4}, new double[] {3, 5, 4, 6});

            Interval interval = QuantileSections.ofReplications(replications, 0.5, 0.95);

            assertEquals(Replications.mean(new double[] {2, 4}, 0.95), interval);
        }
    }

    @Nested
    class AnInterval {

        @Test
        void holdsItsBounds() {
            Interval interval = Interval.around(-10, 2, 0.9);

            assertTrue(interval.contains(-12) && interval.contains(-8));
            assertFalse(interval.contains(-12.1) || interval.contains(-7.9));
            assertEquals(0.2, interval.relativeHalfWidth(), 1e-12);
        }

        @ParameterizedTest
        @CsvSource({"0", "1", "95", "NaN"})
        void refusesAConfidenceThatIsNone(double confidence) {
            assertThrows(IllegalArgumentException.class, () -> Interval.around(0, 1, confidence));
        }

        @Test
        void refusesCrossedBounds() {
            assertThrows(IllegalArgumentException.class, () -> Interval.between(0, 1, -1, 0.95));
        }
    }
}
