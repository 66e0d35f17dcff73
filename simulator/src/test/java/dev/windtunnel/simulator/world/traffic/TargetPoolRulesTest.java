package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.kernel.Keys;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TargetPoolRulesTest {

    @Nested
    class Mitigation {

        private static final long WINDOW = WeightedRandomPool.WINDOW_NANOS;

        private final WeightedRandomPool pool = new WeightedRandomPool(true);

        private void window(int ordinal, int pods, int failing, int status) {
            for (int pod = 0; pod < pods; pod++) {
                for (int answer = 0; answer < 10; answer++) {
                    pool.ended(pod, 1, pod < failing ? status : 200, ordinal * WINDOW + 1);
                }
            }
        }

        private void judge(int ordinal) {
            pool.ended(0, 1, 200, ordinal * WINDOW + 2);
        }

        @Test
        void endsStepByStepWhenTheTargetAnswersWellAgain() {
            pool.members(new int[] {0, 1, 2, 3}, 4, 0);
            window(1, 4, 1, 500);
            window(2, 4, 1, 500);
            judge(4);
            assertEquals(1, pool.weight(0));

            for (int ordinal = 5; ordinal < 9; ordinal++) {
                window(ordinal, 4, 0, 200);
            }
            judge(10);

            assertEquals(WeightedRandomPool.FULL_WEIGHT, pool.weight(0));
        }

        @Test
        void leavesAtLeastHalfOfTheTargetsAlone() {
            pool.members(new int[] {0, 1, 2, 3, 4, 5, 6}, 7, 0);
            window(1, 7, 2, 502);
            window(2, 7, 4, 502);
            judge(4);

            int mitigated = 0;
            for (int pod = 0; pod < 7; pod++) {
                mitigated += pool.weight(pod) < WeightedRandomPool.FULL_WEIGHT ? 1 : 0;
            }

            assertTrue(mitigated >= 1 && mitigated <= 3, "mitigated " + mitigated);
        }

        @Test
        void leavesAPairAlone() {
            pool.members(new int[] {0, 1}, 2, 0);
            window(1, 2, 1, 500);
            judge(3);

            assertEquals(WeightedRandomPool.FULL_WEIGHT, pool.weight(0));
        }

        @Test
        void blamesNobodyForWhatHappensToAll() {
            pool.members(new int[] {0, 1, 2, 3}, 4, 0);
            window(1, 4, 4, 500);
            judge(3);

            for (int pod = 0; pod < 4; pod++) {
                assertEquals(WeightedRandomPool.FULL_WEIGHT, pool.weight(pod), "pod " + pod);
            }
        }

        @Test
        void doesNotBlameATargetForItsClients() {
            pool.members(new int[] {0, 1, 2, 3}, 4, 0);
            window(1, 4, 1, 0);
            judge(3);

            assertEquals(WeightedRandomPool.FULL_WEIGHT, pool.weight(0));
        }
    }

    @Nested
    class SlowStart {

        private static int[] turns(RoundRobinPool pool, long now) {
            int[] turns = new int[8];
            for (int i = 0; i < 40_000; i++) {
                turns[pool.pick(Keys.mix(now, i), now)]++;
            }
            return turns;
        }

        @Test
        void givesANewTargetAShareThatGrowsLinearly() {
            RoundRobinPool pool = new RoundRobinPool(100 * SECOND);
            pool.members(new int[] {0, 1, 2}, 3, 0);
            pool.members(new int[] {0, 1, 2, 3}, 4, 50 * SECOND);

            int[] atFirst = turns(pool, 50 * SECOND);
            int[] afterAQuarter = turns(pool, 75 * SECOND);
            int[] inTheEnd = turns(pool, 150 * SECOND);

            assertEquals(0, atFirst[3]);
            assertEquals(0.25, afterAQuarter[3] / (double) afterAQuarter[0], 0.02);
            assertEquals(10_000, inTheEnd[3]);
        }

        @Test
        void doesNotSlowTheFirstTargetsOfAnEmptyGroup() {
            RoundRobinPool pool = new RoundRobinPool(100 * SECOND);
            pool.members(new int[] {4, 5}, 2, 0);

            assertEquals(20_000, turns(pool, 1)[4]);
            assertEquals(20_000, turns(pool, 1)[5]);
        }

        @Test
        void servesAllTheSameIfAllAreNew() {
            RoundRobinPool pool = new RoundRobinPool(100 * SECOND);
            pool.members(new int[] {0}, 1, 0);
            pool.members(new int[] {1, 2}, 2, SECOND);

            int[] turns = turns(pool, SECOND);

            assertEquals(20_000, turns[1], 300);
            assertEquals(20_000, turns[2], 300);
        }
    }

    @Nested
    class ZoneShares {

        @Test
        void noTargetGetsMoreThanItsEvenShare() {
            int[] targets = {4, 4, 1};
            boolean[] nodes = {true, true, true};
            double[] received = new double[3];
            ZonePreference preference = new ZonePreference(3);
            for (int node = 0; node < 3; node++) {
                preference.prefer(node, targets, nodes);
                for (int zone = 0; zone < 3; zone++) {
                    received[zone] += preference.share(zone) / 3;
                }
            }

            for (int zone = 0; zone < 3; zone++) {
                assertEquals(targets[zone] / 9.0, received[zone], 1e-12, "zone " + zone);
            }
        }

        @Test
        void aZoneWithoutANodeIsServedByTheOthers() {
            ZonePreference preference = new ZonePreference(3);

            preference.prefer(0, new int[] {4, 4, 4}, new boolean[] {true, true, false});

            assertEquals(2 / 3.0, preference.share(0), 1e-12);
            assertEquals(0, preference.share(1), 1e-12);
            assertEquals(1 / 3.0, preference.share(2), 1e-12);
            int[] picks = new int[3];
            for (int i = 0; i < 30_000; i++) {
                picks[preference.pick(Keys.mix(6, i))]++;
            }
            assertEquals(20_000, picks[0], 500);
            assertEquals(10_000, picks[2], 500);
        }
    }
}
