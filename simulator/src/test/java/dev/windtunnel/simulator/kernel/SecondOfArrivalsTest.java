package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondOfArrivalsTest {

    private static final int SECOND = 1_000_000_000;

    private static int[] offsets(SecondOfArrivals arrivals) {
        int[] offsets = new int[arrivals.count()];
        for (int ordinal = 0; ordinal < offsets.length; ordinal++) {
            offsets[ordinal] = arrivals.offsetNanos(ordinal);
        }
        return offsets;
    }

    /** What it computes, the plain way: one draw for each arrival, then sorted. */
    private static int[] naive(long key, int second, int count) {
        int[] offsets = new int[count];
        for (int ordinal = 0; ordinal < count; ordinal++) {
            offsets[ordinal] = Keys.below(SECOND, Keys.draw(Keys.mix(key, second), ordinal));
        }
        Arrays.sort(offsets);
        return offsets;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 127, 128, 1000, 65_536, 100_000})
    void sortsAsManyAsCountedWithinTheSecond(int count) {
        SecondOfArrivals arrivals = new SecondOfArrivals();

        arrivals.generate(99, 12, count);

        int[] offsets = offsets(arrivals);
        assertArrayEquals(naive(99, 12, count), offsets);
        assertTrue(Arrays.stream(offsets).allMatch(offset -> offset >= 0 && offset < SECOND));
    }

    @Test
    void givesTheSameSecondWhateverWasGeneratedBefore() {
        long seed = 51;
        SplittableRandom random = new SplittableRandom(seed);
        SecondOfArrivals used = new SecondOfArrivals();

        for (int step = 0; step < 500; step++) {
            int second = random.nextInt(86_400);
            int count = random.nextInt(1 << random.nextInt(1, 12));
            used.generate(5, second, count);

            SecondOfArrivals fresh = new SecondOfArrivals();
            fresh.generate(5, second, count);

            assertArrayEquals(offsets(fresh), offsets(used), "seed " + seed + ", step " + step);
        }
    }

    @Test
    void givesEachSecondAndEachStreamItsOwnTimes() {
        SecondOfArrivals arrivals = new SecondOfArrivals();
        arrivals.generate(5, 1, 100);
        int[] here = offsets(arrivals);
        arrivals.generate(5, 2, 100);
        int[] later = offsets(arrivals);
        arrivals.generate(6, 1, 100);
        int[] elsewhere = offsets(arrivals);

        assertFalse(Arrays.equals(here, later));
        assertFalse(Arrays.equals(here, elsewhere));
    }

    @Test
    void spreadsEvenlyOverTheSecond() {
        int cells = 200;
        long[] observed = new long[cells];
        SecondOfArrivals arrivals = new SecondOfArrivals();
        int total = 0;

        for (int second = 0; second < 2000; second++) {
            arrivals.generate(7, second, 100);
            for (int offset : offsets(arrivals)) {
                observed[(int) ((long) offset * cells / SECOND)]++;
                total++;
            }
        }

        double expected = (double) total / cells;
        double chiSquare = 0;
        for (long count : observed) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        ChiSquaredDistribution distribution = new ChiSquaredDistribution(cells - 1);
        // Both sides: too even would be as suspicious as too uneven.
        assertTrue(chiSquare < distribution.inverseCumulativeProbability(0.999), "chi-square " + chiSquare);
        assertTrue(chiSquare > distribution.inverseCumulativeProbability(0.001), "chi-square " + chiSquare);
        assertEquals(200_000, total);
    }
}
