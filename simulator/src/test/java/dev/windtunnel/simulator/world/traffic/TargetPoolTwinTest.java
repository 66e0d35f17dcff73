package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.kernel.Keys;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TargetPoolTwinTest {

    private static final int PODS = 300;

    /** Pods that come and go, requests that are sent and end; the same counts for the pool and for whoever scans them. */
    private static final class Traffic {
        final SplittableRandom random;
        final OutstandingCounts counts = new OutstandingCounts();
        final int[] naive = new int[PODS];
        List<Integer> members = List.of();

        Traffic(long seed) {
            random = new SplittableRandom(seed);
            counts.reserve(PODS - 1);
        }

        void joinAndLeave(TargetPool pool) {
            int size = 1 + random.nextInt(random.nextBoolean() ? 5 : PODS - 1);
            int[] all = IntStream.range(0, PODS).toArray();
            for (int i = 0; i < size; i++) {
                int other = i + random.nextInt(PODS - i);
                int pod = all[other];
                all[other] = all[i];
                all[i] = pod;
            }
            members = IntStream.of(all).limit(size).boxed().toList();
            int[] array = new int[size + random.nextInt(4)];
            for (int i = 0; i < size; i++) {
                array[i] = all[i];
            }
            pool.members(array, size, 0);
        }

        void send(TargetPool pool, int pod) {
            pool.sent(pod, counts.add(pod, 1));
            naive[pod]++;
        }

        /** A request ends at any pod that has one, member or not. */
        void end(TargetPool pool) {
            int[] busy = IntStream.range(0, PODS).filter(pod -> naive[pod] > 0).toArray();
            if (busy.length > 0) {
                int pod = busy[random.nextInt(busy.length)];
                pool.ended(pod, counts.add(pod, -1), 200, 0);
                naive[pod]--;
            }
        }
    }

    @Nested
    class LeastOutstanding {

        @Test
        void picksOneOfThoseThatAScanFinds() {
            long seed = 7;
            Traffic traffic = new Traffic(seed);
            LeastOutstandingPool pool = new LeastOutstandingPool(traffic.counts);
            traffic.joinAndLeave(pool);

            for (int step = 0; step < 30_000; step++) {
                String where = "seed " + seed + ", step " + step;
                boolean grows = (step / 1000) % 2 == 0;
                if (traffic.random.nextInt(200) == 0) {
                    traffic.joinAndLeave(pool);
                } else if (traffic.random.nextInt(10) < (grows ? 7 : 3)) {
                    traffic.send(pool, pool.pick(Keys.mix(seed, step), 0));
                } else {
                    traffic.end(pool);
                }

                int least = traffic.members.stream()
                        .mapToInt(pod -> traffic.naive[pod])
                        .min()
                        .orElseThrow();
                List<Integer> ties = traffic.members.stream()
                        .filter(pod -> traffic.naive[pod] == least)
                        .toList();
                assertEquals(ties.size(), pool.ties(), where);
                int pick = pool.pick(Keys.mix(-seed, step), 0);
                assertTrue(ties.contains(pick), where + ": picks " + pick + ", least are " + ties);
            }
        }

        @Test
        void breaksTiesEvenly() {
            Traffic traffic = new Traffic(3);
            LeastOutstandingPool pool = new LeastOutstandingPool(traffic.counts);
            pool.members(new int[] {5, 9, 11, 20, 21}, 5, 0);
            traffic.send(pool, 9);
            traffic.send(pool, 20);

            int[] picks = new int[PODS];
            for (int i = 0; i < 30_000; i++) {
                picks[pool.pick(Keys.mix(4, i), 0)]++;
            }

            for (int pod : new int[] {5, 11, 21}) {
                assertEquals(10_000, picks[pod], 400, "pod " + pod);
            }
            assertEquals(0, picks[9] + picks[20]);
        }
    }

    @Nested
    class TwoChoices {

        @Test
        void prefersInTheProportionOfAllPairs() {
            Traffic traffic = new Traffic(11);
            TwoChoicesPool pool = new TwoChoicesPool(traffic.counts);
            int[] members = {3, 4, 8, 12, 17, 40};
            pool.members(members, members.length, 0);
            for (int place = 0; place < members.length; place++) {
                for (int sent = 0; sent < traffic.random.nextInt(3); sent++) {
                    traffic.send(pool, members[place]);
                }
            }
            double[] expected = new double[PODS];
            for (int first : members) {
                for (int second : members) {
                    boolean isTie = traffic.naive[first] == traffic.naive[second];
                    int better = traffic.naive[first] < traffic.naive[second] ? first : second;
                    if (first < second) {
                        expected[isTie ? first : better] += isTie ? 0.5 : 1;
                        expected[second] += isTie ? 0.5 : 0;
                    }
                }
            }

            int[] picks = new int[PODS];
            for (int i = 0; i < 150_000; i++) {
                picks[pool.pick(Keys.mix(5, i), 0)]++;
            }

            for (int pod : members) {
                assertEquals(expected[pod] * 10_000, picks[pod], 700, "pod " + pod);
            }
        }

        @Test
        void sendsToTheOnlyTarget() {
            TwoChoicesPool pool = new TwoChoicesPool(new OutstandingCounts());

            pool.members(new int[] {6}, 1, 0);

            assertEquals(6, pool.pick(Keys.mix(1, 1), 0));
        }
    }

    @Nested
    class Weights {

        @Test
        void areFoundWhereAScanFindsThem() {
            long seed = 23;
            SplittableRandom random = new SplittableRandom(seed);
            WeightTree tree = new WeightTree();

            for (int round = 0; round < 300; round++) {
                int[] weights = new int[1 + random.nextInt(60)];
                tree.reset(weights.length);
                for (int step = 0; step < 40; step++) {
                    int place = random.nextInt(weights.length);
                    int weight = random.nextInt(17);
                    tree.add(place, weight - weights[place]);
                    weights[place] = weight;

                    int total = IntStream.of(weights).sum();
                    assertEquals(total, tree.total(), "seed " + seed + ", round " + round);
                    if (total > 0) {
                        int point = random.nextInt(total);
                        assertEquals(scan(weights, point), tree.find(point), "seed " + seed + ", round " + round);
                    }
                }
            }
        }

        private static int scan(int[] weights, int point) {
            int place = 0;
            int left = point;
            while (left >= weights[place]) {
                left -= weights[place++];
            }
            return place;
        }
    }

    @Test
    void neitherRandomAlgorithmPrefersAnyTarget() {
        for (TargetPool pool : List.of(new RandomPool(), new WeightedRandomPool(false))) {
            pool.members(new int[] {2, 3, 70}, 3, 0);
            int[] picks = new int[71];
            for (int i = 0; i < 30_000; i++) {
                picks[pool.pick(Keys.mix(8, i), 0)]++;
            }

            assertEquals(10_000, picks[2], 400);
            assertEquals(10_000, picks[3], 400);
            assertEquals(10_000, picks[70], 400);
        }
    }

    @Test
    void pickingDependsOnNothingButTheKey() {
        TargetPool pool = new RandomPool();
        pool.members(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, 8, 0);
        TreeSet<Integer> picks = new TreeSet<>();
        int before = pool.pick(Keys.mix(9, 0), 0);

        for (int i = 0; i < 100; i++) {
            picks.add(pool.pick(Keys.mix(9, i), 0));
        }

        assertEquals(before, pool.pick(Keys.mix(9, 0), 0));
        assertEquals(8, picks.size());
    }
}
