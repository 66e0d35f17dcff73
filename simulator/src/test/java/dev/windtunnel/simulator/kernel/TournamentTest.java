package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TournamentTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 9, 33, 200})
    void agreesWithALinearScan(int sources) {
        long seed = 7000L + sources;
        SplittableRandom random = new SplittableRandom(seed);
        Tournament tournament = new Tournament(sources);
        long[] twin = new long[sources];
        Arrays.fill(twin, Tournament.NEVER);

        for (int step = 0; step < 20_000; step++) {
            int source = random.nextInt(sources);
            // Few different times, so that ties are common.
            long time = random.nextInt(4) == 0 ? Tournament.NEVER : random.nextLong(12);
            tournament.set(source, time);
            twin[source] = time;

            String where = "seed " + seed + ", step " + step;
            int first = earliestOf(twin);
            assertEquals(twin[first], tournament.earliest(), where);
            assertEquals(first, twin[first] == Tournament.NEVER ? 0 : tournament.winner(), where);
            assertEquals(time, tournament.time(source), where);
        }
    }

    private static int earliestOf(long[] times) {
        int first = 0;
        for (int source = 1; source < times.length; source++) {
            if (times[source] < times[first]) {
                first = source;
            }
        }
        return times[first] == Tournament.NEVER ? 0 : first;
    }

    @Test
    void keepsTheTimesWhenItGrows() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        Tournament tournament = new Tournament(3);
        long[] twin = new long[2000];
        Arrays.fill(twin, Tournament.NEVER);

        for (int sources = 3; sources <= 2000; sources += 1 + random.nextInt(40)) {
            tournament.grow(sources);
            for (int change = 0; change < 10; change++) {
                int source = random.nextInt(sources);
                twin[source] = random.nextLong(50);
                tournament.set(source, twin[source]);
            }

            int first = earliestOf(twin);
            assertTrue(tournament.capacity() >= sources, "seed " + seed + ", sources " + sources);
            assertEquals(first, tournament.winner(), "seed " + seed + ", sources " + sources);
            assertEquals(twin[first], tournament.earliest(), "seed " + seed + ", sources " + sources);
            for (int source = 0; source < sources; source++) {
                assertEquals(twin[source], tournament.time(source), "seed " + seed + ", source " + source);
            }
        }
    }

    @Test
    void hasNothingToSayWithoutEvents() {
        Tournament tournament = new Tournament(5);

        tournament.set(4, 17);
        tournament.set(4, Tournament.NEVER);

        assertEquals(Tournament.NEVER, tournament.earliest());
    }

    /** With 16,384 sources a node holds three days; these times lie decades apart, and some come before others that are past. */
    @Test
    void keepsTheOrderOfTimesThatDoNotFitIntoANode() {
        long seed = 23;
        SplittableRandom random = new SplittableRandom(seed);
        Tournament tournament = new Tournament(10_000);
        long[] twin = new long[10_000];
        Arrays.fill(twin, Tournament.NEVER);
        long now = 0;
        for (int source = 0; source < 40; source++) {
            twin[source * 250] = random.nextLong(1L << 60);
            tournament.set(source * 250, twin[source * 250]);
        }

        for (int step = 0; step < 3000; step++) {
            int first = earliestOf(twin);
            String where = "seed " + seed + ", step " + step;
            assertEquals(twin[first], tournament.earliest(), where);
            assertEquals(first, tournament.winner(), where);
            now = twin[first];
            long delay = random.nextLong(1L << (10 + random.nextInt(48)));
            twin[first] = random.nextInt(50) == 0 ? Math.max(0, now - delay) : now + delay;
            tournament.set(first, twin[first]);
        }
    }

    @Test
    void isCopiedWithAllThatHasMoved() {
        SplittableRandom random = new SplittableRandom(29);
        Tournament original = new Tournament(3);
        original.set(2, 1L << 61);
        assertEquals(1L << 61, original.earliest());
        original.grow(500);
        for (int source = 0; source < 500; source++) {
            original.set(source, random.nextLong(1L << 62));
        }

        Tournament copy = new Tournament(7);
        copy.copyFrom(original);
        for (int step = 0; step < 2000; step++) {
            assertEquals(original.earliest(), copy.earliest());
            int source = original.winner();
            assertEquals(source, copy.winner());
            long next = original.earliest() + random.nextLong(1L << 50);
            original.set(source, next);
            assertEquals(source, copy.winner(), "the copy has a state of its own");
            copy.set(source, next);
        }
    }
}
