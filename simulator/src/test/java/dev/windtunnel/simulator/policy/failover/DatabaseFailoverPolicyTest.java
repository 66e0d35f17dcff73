package dev.windtunnel.simulator.policy.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.database.Deployment;
import java.util.List;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatabaseFailoverPolicyTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long LOST = 1_000 * SECOND;
    private static final long BACK = LOST + 2_400 * SECOND;
    private static final FailoverDraws MEDIAN = new FailoverDraws(0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
    private static final DatabasePlacement THREE_ZONES =
            new DatabasePlacement(Deployment.MULTI_AZ, "a", "b", List.of("a", "b", "c"));

    @Nested
    class WhenThePrimarysZoneIsLost {

        @Test
        void passesThroughItsPhasesInOrder() {
            FailoverPlan plan = lose(THREE_ZONES, "a", MEDIAN);

            assertEquals(FailoverPlan.Impact.PRIMARY, plan.impact());
            assertEquals(
                    List.of(
                            DatabaseState.UNREACHABLE,
                            DatabaseState.PROMOTING,
                            DatabaseState.PROMOTED,
                            DatabaseState.AVAILABLE_WITHOUT_STANDBY,
                            DatabaseState.AVAILABLE),
                    plan.steps().stream().map(FailoverPlan.Step::state).toList());
            assertEquals(LOST, plan.steps().get(0).atNanos());
            assertEquals(LOST + 35 * SECOND, plan.steps().get(1).atNanos());
            assertEquals(
                    plan.servingNanos() - 5 * SECOND / 2, plan.steps().get(2).atNanos());
            assertEquals("b", plan.steps().get(3).primaryZone());
            assertEquals(1_200, (plan.steps().get(4).atNanos() - plan.servingNanos()) / 1e9, 0.001);
        }

        @Test
        void keepsThePhasesInOrderForAnyLuck() {
            double[] edges = {0, 0.04999, 0.05, 0.3, 0.999999999};
            for (double slow : edges) {
                for (double total : edges) {
                    for (double detect : edges) {
                        for (double dns : edges) {
                            FailoverPlan plan =
                                    lose(THREE_ZONES, "a", new FailoverDraws(slow, total, detect, dns, 0, 0));
                            for (int step = 1; step < plan.steps().size(); step++) {
                                assertTrue(
                                        plan.steps().get(step - 1).atNanos()
                                                <= plan.steps().get(step).atNanos(),
                                        plan::toString);
                            }
                        }
                    }
                }
            }
        }

        @Test
        void takes60To120SecondsExceptInOneCaseOfTwenty() {
            assertEquals(60, outageSeconds(0.05, 0), 1e-9);
            assertEquals(120, outageSeconds(0.05, 1 - 1e-15), 1e-5);
            assertEquals(120, outageSeconds(0.0499, 0), 1e-9);
            assertEquals(300, outageSeconds(0.0499, 1 - 1e-15), 1e-4);
        }

        @Test
        void hasTheMeanOfItsDistributions() {
            double sum = 0;
            int draws = 20_000;
            for (int draw = 0; draw < draws; draw++) {
                sum += outageSeconds(0.5, (draw + 0.5) / draws);
            }

            assertEquals((60 + 75 + 120) / 3.0, sum / draws, 0.001);
        }

        @Test
        void buildsTheNewStandbyInASpareZone() {
            DatabasePlacement after = lose(THREE_ZONES, "a", MEDIAN).placement();

            assertEquals(new DatabasePlacement(Deployment.MULTI_AZ, "b", "c", THREE_ZONES.subnetZones()), after);
        }

        @Test
        void waitsForTheLostZoneWhereThereIsNoSpareOne() {
            DatabasePlacement twoZones = new DatabasePlacement(Deployment.MULTI_AZ, "a", "b", List.of("a", "b"));

            FailoverPlan plan = lose(twoZones, "a", MEDIAN);

            assertEquals("a", plan.placement().standbyZone());
            assertEquals(1_200, (plan.steps().getLast().atNanos() - BACK) / 1e9, 0.001);
            assertEquals(
                    FailoverPlan.NEVER,
                    DatabaseFailoverPolicy.onZoneLoss(twoZones, "a", LOST, FailoverPlan.NEVER, 1, MEDIAN)
                            .steps()
                            .getLast()
                            .atNanos());
        }
    }

    @Nested
    class WhenAnotherZoneIsLost {

        @Test
        void losesOnlyItsSafetyWithTheStandby() {
            FailoverPlan plan = lose(THREE_ZONES, "b", MEDIAN);

            assertEquals(FailoverPlan.Impact.STANDBY, plan.impact());
            assertEquals(LOST, plan.servingNanos());
            assertEquals(
                    List.of(DatabaseState.AVAILABLE_WITHOUT_STANDBY, DatabaseState.AVAILABLE),
                    plan.steps().stream().map(FailoverPlan.Step::state).toList());
            assertEquals("c", plan.placement().standbyZone());
            assertEquals("a", plan.placement().primaryZone());
        }

        @Test
        void feelsNothingElsewhere() {
            assertEquals(
                    new FailoverPlan(FailoverPlan.Impact.NONE, List.of(), THREE_ZONES), lose(THREE_ZONES, "c", MEDIAN));
        }
    }

    @Nested
    class WhenThereIsNoStandby {

        private final DatabasePlacement single =
                new DatabasePlacement(Deployment.SINGLE_AZ, "a", null, List.of("a", "b", "c"));

        @Test
        void isDownUntilTheZoneIsBackAndTheInstanceHasRecovered() {
            FailoverPlan plan = lose(single, "a", MEDIAN);

            assertEquals(FailoverPlan.Impact.ONLY_COPY, plan.impact());
            assertEquals(BACK, plan.steps().get(1).atNanos());
            assertEquals(BACK + 600 * SECOND, plan.servingNanos());
            assertEquals(DatabaseState.AVAILABLE, plan.steps().getLast().state());
        }

        @Test
        void neverServesIfTheZoneDoesNotComeBack() {
            FailoverPlan plan = DatabaseFailoverPolicy.onZoneLoss(single, "a", LOST, FailoverPlan.NEVER, 1, MEDIAN);

            assertEquals(FailoverPlan.NEVER, plan.servingNanos());
        }

        @Test
        void isDownTooWhileANewStandbyIsStillBeingBuilt() {
            DatabasePlacement rebuilding =
                    new DatabasePlacement(Deployment.MULTI_AZ, "b", null, List.of("a", "b", "c"));

            FailoverPlan plan = lose(rebuilding, "b", MEDIAN);

            assertEquals(FailoverPlan.Impact.ONLY_COPY, plan.impact());
            assertEquals(
                    DatabaseState.AVAILABLE_WITHOUT_STANDBY,
                    plan.steps().getLast().state());
        }
    }

    @Test
    void invertsTheDistributionsItDrawsFrom() {
        LogNormalDistribution logNormal = new LogNormalDistribution(StrictMath.log(1_200), 0.7);
        TriangularDistribution triangular = new TriangularDistribution(60, 75, 120);

        for (double draw : new double[] {1e-9, 0.001, 0.02, 0.0243, 0.25, 0.5, 0.75, 0.9758, 0.999, 1 - 1e-9}) {
            double expected = logNormal.inverseCumulativeProbability(draw);
            assertEquals(expected, Quantile.logNormal(1_200, 0.7, draw), expected * 1e-7);
            assertEquals(draw, triangular.cumulativeProbability(Quantile.triangular(60, 75, 120, draw)), 1e-9);
        }
        assertTrue(Quantile.logNormal(1_200, 0.7, 0) > 0);
    }

    @Test
    void refusesDrawsAndTimesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new FailoverDraws(0, 0, 0, 1, 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> DatabaseFailoverPolicy.onZoneLoss(THREE_ZONES, "a", LOST, LOST - 1, 1, MEDIAN));
        assertThrows(
                IllegalArgumentException.class,
                () -> DatabaseFailoverPolicy.onZoneLoss(THREE_ZONES, "a", LOST, BACK, 0, MEDIAN));
    }

    private static double outageSeconds(double slow, double total) {
        FailoverPlan plan = lose(THREE_ZONES, "a", new FailoverDraws(slow, total, 0.5, 0.5, 0.5, 0.5));
        return (plan.servingNanos() - LOST) / 1e9;
    }

    private static FailoverPlan lose(DatabasePlacement placement, String zone, FailoverDraws draws) {
        return DatabaseFailoverPolicy.onZoneLoss(placement, zone, LOST, BACK, 1, draws);
    }
}
