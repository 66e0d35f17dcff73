package dev.windtunnel.simulator.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How long, how often, and what can be said of what was hardly seen. */
class PlanningTest {

    @Nested
    class Dependent {

        @Test
        void valuesMakeTheNaiveErrorTooSmall() {
            assertEquals(3, Dependence.understatementOfAutoregression(0.8), 1e-12);
            assertEquals(19.04, Dependence.understatementOfSingleServerWaits(0.9), 0.01);
        }

        @Test
        void valuesShowIt() {
            double[] series = new RandomSeries(5).autoregression(100_000, 0, 0.8);

            double honest = Math.sqrt(OverlappingBatchMeans.variance(series, 1_000) / series.length);

            assertEquals(3, honest / Dependence.naiveStandardError(series), 0.4);
        }

        @Test
        void waitsNeedMillionsOfRequestsUnderLoad() {
            double needed = Dependence.requestsForSingleServerWaits(0.9, 0.01, 0.95);

            // (1.959964 / 0.01)^2 x 0.9 x 3.989 / 0.1^4 / 9^2
            assertEquals(17.026e6, needed, 0.005e6);
        }

        @Test
        void waitsAreAsDearAsPlanned() {
            double[] waits = new RandomSeries(5).singleServerWaits(2_000_000, 0.5);

            // 0.5 (2 + 2.5 - 1 + 0.125) / 0.5^4 = 29
            assertEquals(29, OverlappingBatchMeans.variance(waits, 2_000), 3);
        }
    }

    @Nested
    class Sequential {

        @Test
        void stoppingLooksInGrowingSteps() {
            List<Integer> asked = new ArrayList<>();
            SequentialStopping stopping = SequentialStopping.within(0.001, 0.95, 40);

            SequentialStopping.Outcome outcome = stopping.run(replication -> {
                asked.add(replication);
                return replication % 2 == 0 ? 1 : 2;
            });

            assertEquals(
                    List.of(15, 23, 35, 40, 40),
                    List.of(
                            stopping.next(10),
                            stopping.next(15),
                            stopping.next(23),
                            stopping.next(35),
                            stopping.next(40)));
            assertEquals(IntStream.range(0, 40).boxed().toList(), asked);
            assertEquals(40, outcome.replications());
            assertFalse(outcome.isReached());
            assertTrue(outcome.interval().relativeHalfWidth() > 0.001);
        }

        @Test
        void stoppingEndsAtTheFirstLookThatIsPreciseEnough() {
            SequentialStopping stopping = SequentialStopping.within(0.2, 0.95, 1_000);
            double[] values = new RandomSeries(3).autoregression(1_000, 2, 0);

            SequentialStopping.Outcome outcome = stopping.run(replication -> values[replication]);

            assertTrue(outcome.isReached());
            assertTrue(outcome.interval().relativeHalfWidth() <= 0.2 / 1.2, () -> "" + outcome);
            int before = outcome.replications() * 2 / 3;
            Interval earlier = Replications.mean(Arrays.copyOf(values, before), 0.95);
            assertFalse(stopping.isPrecise(earlier), () -> "could have stopped: " + earlier);
        }

        @Test
        void stoppingTakesTheFirstLookAfterTenEvenIfAllAgree() {
            SequentialStopping.Outcome outcome =
                    SequentialStopping.within(0.05, 0.95, 100).run(replication -> 0);

            assertEquals(10, outcome.replications());
            assertTrue(outcome.isReached());
        }

        @Test
        void stoppingRefusesABudgetBelowTheFirstLook() {
            assertThrows(IllegalArgumentException.class, () -> new SequentialStopping(0.05, 0.95, 10, 9));
        }
    }

    @Nested
    class Joint {

        @Test
        void confidenceSharesTheErrorOut() {
            assertEquals(0.99, JointConfidence.perInterval(0.95, 5), 1e-12);
            assertEquals(0.95, JointConfidence.perInterval(0.95, 1), 1e-12);
        }
    }

    @Nested
    class Rare {

        @Test
        void eventsNeverSeenMayStillHaveARate() {
            assertEquals(3.0 / 100, RareEvents.upperRateOfNone(100, 0.95), 0.0001);
            assertEquals(StrictMath.exp(-5), 1 - confidenceAt(5), 1e-9);
        }

        private double confidenceAt(double expected) {
            double confidence = 1 - StrictMath.exp(-expected);
            assertEquals(expected, RareEvents.upperRateOfNone(1, confidence), 1e-9);
            return confidence;
        }

        @Test
        void eventsBoundTheirRateAsPoissonCountsDo() {
            Interval rate = RareEvents.rate(4, 2.0, 0.95);

            assertEquals(2, rate.estimate());
            assertEquals(0.025, 1 - new PoissonDistribution(rate.low() * 2).cumulativeProbability(3), 1e-6);
            assertEquals(0.025, new PoissonDistribution(rate.high() * 2).cumulativeProbability(4), 1e-6);
        }

        @Test
        void noEventsAreBoundedFromAboveOnly() {
            Interval rate = RareEvents.rate(0, 10, 0.95);

            assertEquals(0, rate.low());
            assertEquals(0.36889, rate.high(), 1e-5);
        }
    }

    @Nested
    class Dispersed {

        @Test
        void countsAreComparedWithPoisson() {
            assertEquals(0, Dispersion.index(new long[] {7, 7, 7, 7}));
            assertEquals(0, Dispersion.index(new long[3]));
            // mean 5, variance (25 + 25 + 25 + 25) / 3
            assertEquals(100.0 / 3 / 5, Dispersion.index(new long[] {0, 10, 0, 10}), 1e-12);
        }

        @Test
        void countsShowTheirBurstsOnlyInLongerWindows() {
            long[] counts = {3, 3, 3, 3, 9, 9, 9, 9, 3, 3, 3, 3, 9, 9, 9, 9, 1};

            assertEquals(Dispersion.index(new long[] {12, 36, 12, 36}), Dispersion.index(counts, 4));
            assertTrue(Dispersion.index(counts, 4) > 3 * Dispersion.index(counts, 1));
        }
    }

    @Nested
    class Weighted {

        @Test
        void histogramsMergeBeforeTheQuantileIsRead() {
            double[] sum = new double[4];
            WeightedQuantile.add(sum, new double[] {90, 10, 0, 0}, 9);
            WeightedQuantile.add(sum, new double[] {0, 0, 0, 100}, 1);

            assertEquals(0, WeightedQuantile.bucket(sum, 0.81));
            assertEquals(1, WeightedQuantile.bucket(sum, 0.82));
            assertEquals(3, WeightedQuantile.bucket(sum, 0.95));
            assertEquals(3, WeightedQuantile.bucket(sum, 1));
            assertEquals(0, WeightedQuantile.bucket(sum, 0));
        }

        @Test
        void nothingHasNoQuantile() {
            assertThrows(IllegalArgumentException.class, () -> WeightedQuantile.bucket(new double[3], 0.5));
        }
    }
}
