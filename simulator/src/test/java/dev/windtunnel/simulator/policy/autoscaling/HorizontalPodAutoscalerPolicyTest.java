package dev.windtunnel.simulator.policy.autoscaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.policy.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HorizontalPodAutoscalerPolicyTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 10_000 * SECOND;
    private static final AutoscalerSettings SETTINGS = AutoscalerSettings.withDefaults(2, 40, 60);
    private static final List<Recommendation> NOTHING_HOLDS = List.of(new Recommendation(0, 1));

    @Nested
    class WhenAllPodsAreReady {

        @Test
        void saysHowItCameToTheSizeAndWhatCutIt() {
            AutoscalerDecision decision = decide(6, pods(6, 1_320), NOTHING_HOLDS);

            assertEquals(12, decision.desiredReplicas());
            assertEquals(14, decision.recommendation());
            assertEquals(
                    "CPU 132 % of request against a target of 60 % on 6 ready pods: ceil(2.2 x 6) = 14,"
                            + " limited to 12 (double per step)",
                    decision.reason());
        }

        @Test
        void reachesFourFromOneInAStep() {
            AutoscalerDecision decision = HorizontalPodAutoscalerPolicy.decide(
                    AutoscalerSettings.withDefaults(1, 40, 60), 1, pods(1, 9_000), NOTHING_HOLDS, NOW);

            assertEquals(4, decision.desiredReplicas());
            assertTrue(
                    decision.reason().endsWith("= 15, limited to 4 (at most 4 in one step from 1)"), decision.reason());
        }

        @Test
        void cutsUtilizationToWholePercentBeforeItDivides() {
            AutoscalerSettings settings = AutoscalerSettings.withDefaults(1, 40, 10);

            AutoscalerDecision decision =
                    HorizontalPodAutoscalerPolicy.decide(settings, 10, pods(10, 119), NOTHING_HOLDS, NOW);

            assertEquals(10, decision.desiredReplicas());
            assertEquals(
                    "CPU 11 % of request against a target of 10 % on 10 ready pods, inside the tolerance of 10 %",
                    decision.reason());
        }

        @Test
        void keepsBothEdgesOfTheToleranceAndLeavesBeyond() {
            assertEquals(10, decide(10, pods(10, 660), NOTHING_HOLDS).desiredReplicas());
            assertEquals(12, decide(10, pods(10, 670), NOTHING_HOLDS).desiredReplicas());
            assertEquals(10, decide(10, pods(10, 540), NOTHING_HOLDS).desiredReplicas());
            assertEquals(9, decide(10, pods(10, 530), NOTHING_HOLDS).desiredReplicas());
        }

        @Test
        void stopsAtTheBounds() {
            AutoscalerDecision up = decide(30, pods(30, 1_200), NOTHING_HOLDS);
            AutoscalerDecision down = decide(10, pods(10, 10), NOTHING_HOLDS);

            assertEquals(40, up.desiredReplicas());
            assertTrue(up.reason().endsWith("= 60, limited to 40 (maxReplicas)"), up.reason());
            assertEquals(2, down.desiredReplicas());
            assertTrue(down.reason().endsWith("= 1, raised to 2 (minReplicas)"), down.reason());
        }

        @Test
        void doesNotDependOnTheOrderOfPods() {
            List<PodMetrics> pods = new ArrayList<>(pods(3, 1_500));
            pods.addAll(unready(2));
            AutoscalerDecision forwards = decide(5, pods, NOTHING_HOLDS);
            Collections.reverse(pods);

            assertEquals(forwards, decide(5, pods, NOTHING_HOLDS));
        }
    }

    @Nested
    class WhenPodsHaveNoUsableSample {

        @Test
        void countsUnreadyPodsAsIdleOnTheWayUp() {
            List<PodMetrics> pods = new ArrayList<>(pods(4, 1_200));
            pods.addAll(unready(4));

            AutoscalerDecision decision = decide(8, pods, NOTHING_HOLDS);

            assertEquals(8, decision.desiredReplicas());
            assertEquals(
                    "CPU 120 % of request against a target of 60 % on 4 ready pods, with 4 unready pods taken as 0 %,"
                            + " so 60 %, inside the tolerance of 10 %",
                    decision.reason());
        }

        @Test
        void leavesUnreadyPodsOutOnTheWayDown() {
            List<PodMetrics> pods = new ArrayList<>(pods(4, 300));
            pods.addAll(unready(4));

            assertEquals(2, decide(8, pods, NOTHING_HOLDS).desiredReplicas());
        }

        @Test
        void countsMissingPodsAsFullyBusyOnTheWayDown() {
            List<PodMetrics> pods = new ArrayList<>(pods(6, 200));
            pods.addAll(Collections.nCopies(2, pod(PodMetrics.NONE, true, 0)));

            AutoscalerDecision decision = decide(8, pods, NOTHING_HOLDS);

            // (6 x 20 + 2 x 100) / 8 = 40 % of 60 % on 8 pods.
            assertEquals(6, decision.desiredReplicas());
            assertTrue(
                    decision.reason().contains("with 2 pods without a sample taken as 100 %, so 40 %"),
                    decision.reason());
        }

        @Test
        void ignoresSamplesOfTheStartOfAPod() {
            long justReady = NOW - 10 * SECOND;
            PodMetrics starting = new PodMetrics(
                    Phase.RUNNING, false, true, NOW - 40 * SECOND, justReady, 1_000, 1_000, NOW, 15 * SECOND);
            PodMetrics settled = new PodMetrics(
                    Phase.RUNNING,
                    false,
                    true,
                    NOW - 40 * SECOND,
                    justReady - 5 * SECOND,
                    1_000,
                    1_000,
                    NOW,
                    15 * SECOND);

            assertTrue(decide(2, List.of(starting, starting), NOTHING_HOLDS).metricFailed());
            assertFalse(decide(2, List.of(settled, settled), NOTHING_HOLDS).metricFailed());
        }

        @Test
        void countsAPodThatTurnedUnreadyLateInItsLife() {
            PodMetrics hung =
                    new PodMetrics(Phase.RUNNING, false, false, 0, NOW - 20 * SECOND, 1_000, 1_200, NOW, 15 * SECOND);

            assertEquals(4, decide(2, List.of(hung, hung), NOTHING_HOLDS).desiredReplicas());
        }

        @Test
        void changesNothingWhenNoSampleIsLeft() {
            AutoscalerDecision decision = decide(4, unready(4), NOTHING_HOLDS);

            assertTrue(decision.metricFailed());
            assertEquals(4, decision.desiredReplicas());
            assertEquals("no CPU sample of a ready pod: 4 unready, 0 without a sample, 0 ending", decision.reason());
            assertEquals(NOTHING_HOLDS, decision.history());
        }

        @Test
        void leavesPendingPodsOutOnTheWayDown() {
            PodMetrics pending = new PodMetrics(
                    Phase.PENDING, false, false, PodMetrics.NONE, PodMetrics.NONE, 1_000, PodMetrics.NONE, 0, 0);
            List<PodMetrics> pods = new ArrayList<>(pods(4, 300));
            pods.addAll(Collections.nCopies(4, pending));

            assertEquals(2, decide(8, pods, NOTHING_HOLDS).desiredReplicas());
        }

        @Test
        void changesNothingWhenTheMissingPodsWouldTurnAScaleDownIntoAScaleUp() {
            List<PodMetrics> pods = new ArrayList<>(pods(2, 500));
            pods.addAll(Collections.nCopies(4, pod(PodMetrics.NONE, true, 0)));

            AutoscalerDecision decision = decide(5, pods, NOTHING_HOLDS);

            assertEquals(5, decision.desiredReplicas());
            assertTrue(decision.reason().endsWith("so 83 %, beyond the target: no change"), decision.reason());
        }

        @Test
        void changesNothingWhenTheUnreadyPodsWouldTurnAScaleUpIntoAScaleDown() {
            List<PodMetrics> pods = new ArrayList<>(pods(1, 900));
            pods.addAll(unready(5));

            AutoscalerDecision decision = decide(6, pods, NOTHING_HOLDS);

            assertEquals(6, decision.desiredReplicas());
            assertTrue(decision.reason().endsWith("so 15 %, beyond the target: no change"), decision.reason());
        }

        @Test
        void doesNotGrowOnALowUtilizationBecauseOfSurgePods() {
            // A rolling update: 3 wanted, 6 there. 53 % of 60 % on 6 pods would ask for 6.
            List<PodMetrics> pods = new ArrayList<>(pods(4, 300));
            pods.addAll(Collections.nCopies(2, pod(PodMetrics.NONE, true, 0)));

            AutoscalerDecision decision = decide(3, pods, NOTHING_HOLDS);

            assertEquals(3, decision.desiredReplicas());
            assertTrue(
                    decision.reason().endsWith("ceil(0.88 x 6) = 6, against the direction: no change"),
                    decision.reason());
        }

        @Test
        void doesNotShrinkOnAHighUtilizationBecausePodsAreNotThereYet() {
            List<PodMetrics> pods = new ArrayList<>(pods(4, 1_320));
            pods.addAll(unready(1));

            AutoscalerDecision decision = decide(20, pods, NOTHING_HOLDS);

            assertEquals(20, decision.desiredReplicas());
            assertTrue(
                    decision.reason().endsWith("ceil(1.75 x 5) = 9, against the direction: no change"),
                    decision.reason());
        }
    }

    @Nested
    class WhenItRemembers {

        @Test
        void cannotShrinkForAWindowAfterTheFirstReconcile() {
            AutoscalerDecision first = decide(8, pods(8, 300), List.of());
            AutoscalerDecision inside = HorizontalPodAutoscalerPolicy.decide(
                    SETTINGS, 8, pods(8, 300), first.history(), NOW + 300 * SECOND);
            AutoscalerDecision after = HorizontalPodAutoscalerPolicy.decide(
                    SETTINGS, 8, pods(8, 300), first.history(), NOW + 300 * SECOND + 1);

            assertEquals(8, first.desiredReplicas());
            assertEquals(4, first.recommendation());
            assertTrue(
                    first.reason().endsWith("= 4, held at 8, the highest recommendation of the last 5m"),
                    first.reason());
            assertEquals(8, inside.desiredReplicas());
            assertEquals(4, after.desiredReplicas());
        }

        @Test
        void remembersProposalsNotSizes() {
            AutoscalerDecision decision = decide(6, pods(6, 1_320), NOTHING_HOLDS);

            assertEquals(List.of(new Recommendation(NOW, 14)), decision.history());
        }

        @Test
        void keepsOnlyWhatTheWindowNeeds() {
            List<Recommendation> history = List.of();
            for (int sync = 0; sync < 200; sync++) {
                history = HorizontalPodAutoscalerPolicy.decide(
                                SETTINGS, 6, pods(6, 600), history, NOW + sync * 15L * SECOND)
                        .history();
            }

            // 300 s / 15 s = 20 older ones inside the window, the newest, and the initial size, replaced in time.
            assertTrue(history.size() <= 22, "length " + history.size());
        }
    }

    @Nested
    class WhenTheSizeIsOutsideTheBounds {

        @Test
        void returnsAtOnceWithoutMetrics() {
            AutoscalerDecision above = decide(50, List.of(), NOTHING_HOLDS);
            AutoscalerDecision below = decide(1, List.of(), NOTHING_HOLDS);

            assertEquals(40, above.desiredReplicas());
            assertEquals("size 50 is above maxReplicas 40", above.reason());
            assertEquals(2, below.desiredReplicas());
            assertEquals("size 1 is below minReplicas 2", below.reason());
            assertFalse(above.metricFailed() || below.metricFailed());
        }

        @Test
        void staysOffAtZero() {
            assertEquals(0, decide(0, List.of(), NOTHING_HOLDS).desiredReplicas());
        }
    }

    @Test
    void refusesSettingsThatContradictThemselves() {
        assertThrows(IllegalArgumentException.class, () -> AutoscalerSettings.withDefaults(3, 2, 60));
        assertThrows(IllegalArgumentException.class, () -> AutoscalerSettings.withDefaults(0, 2, 60));
        assertThrows(IllegalArgumentException.class, () -> AutoscalerSettings.withDefaults(1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withDownscaleStabilization(-1));
    }

    private static AutoscalerDecision decide(int current, List<PodMetrics> pods, List<Recommendation> history) {
        return HorizontalPodAutoscalerPolicy.decide(SETTINGS, current, pods, history, NOW);
    }

    private static List<PodMetrics> pods(int count, long usageMillis) {
        return Collections.nCopies(count, pod(usageMillis, true, 0));
    }

    private static List<PodMetrics> unready(int count) {
        return Collections.nCopies(count, pod(700, false, NOW - 20 * SECOND));
    }

    private static PodMetrics pod(long usageMillis, boolean ready, long startNanos) {
        return new PodMetrics(
                Phase.RUNNING, false, ready, startNanos, startNanos, 1_000, usageMillis, NOW, 15 * SECOND);
    }
}
