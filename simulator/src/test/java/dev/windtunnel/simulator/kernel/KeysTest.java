package dev.windtunnel.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final int SAMPLES = 100_000;

    /** Six standard deviations of a fair coin's mean: no honest generator misses it in a few thousand checks. */
    private static double sixSigma(int samples) {
        return 6 * 0.5 / Math.sqrt(samples);
    }

    private static double correlation(LongUnaryOperator one, LongUnaryOperator other) {
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = Keys.unit(one.applyAsLong(i));
            y[i] = Keys.unit(other.applyAsLong(i));
        }
        return new PearsonsCorrelation().correlation(x, y);
    }

    private static void assertUncorrelated(LongUnaryOperator one, LongUnaryOperator other) {
        assertEquals(0, correlation(one, other), 5 / Math.sqrt(SAMPLES));
    }

    @Nested
    class Neighbors {

        @Test
        void areUncorrelatedByKey() {
            assertUncorrelated(key -> Keys.mix(key, 3), key -> Keys.mix(key + 1, 3));
            assertUncorrelated(key -> Keys.mix(key << 32, 3), key -> Keys.mix((key + 1) << 32, 3));
        }

        @Test
        void areUncorrelatedByCounter() {
            assertUncorrelated(counter -> Keys.mix(3, counter), counter -> Keys.mix(3, counter + 1));
            assertUncorrelated(key -> Keys.mix(key, 1), key -> Keys.mix(key, 2));
        }

        @Test
        void areUncorrelatedAlongTheDiagonals() {
            assertUncorrelated(i -> Keys.mix(i, i), i -> Keys.mix(i + 1, i));
            assertUncorrelated(i -> Keys.mix(i, 7), i -> Keys.mix(7, i));
        }

        @Test
        void areUncorrelatedInADrawOfAScrambledKey() {
            assertUncorrelated(i -> Keys.draw(Keys.mix(1, i), 1), i -> Keys.draw(Keys.mix(1, i), 2));
            assertUncorrelated(i -> Keys.draw(Keys.mix(1, i), 1), i -> Keys.draw(Keys.mix(1, i + 1), 1));
            assertUncorrelated(i -> Keys.draw(Keys.mix(1, 5), i), i -> Keys.draw(Keys.mix(1, 6), i));
        }

        @Test
        void areUncorrelatedInTheHalvesOfOneValue() {
            assertUncorrelated(i -> Keys.draw(Keys.mix(1, i), 1), i -> Keys.draw(Keys.mix(1, i), 1) << 32);
        }
    }

    @Test
    void setsEachBitHalfOfTheTime() {
        for (int bit = 0; bit < 64; bit++) {
            int ofMix = 0;
            int ofDraw = 0;
            long key = Keys.mix(1, 2);
            for (int i = 0; i < SAMPLES; i++) {
                ofMix += (int) (Keys.mix(i, 5) >>> bit) & 1;
                ofDraw += (int) (Keys.draw(key, i) >>> bit) & 1;
            }

            assertEquals(0.5, (double) ofMix / SAMPLES, sixSigma(SAMPLES), "bit " + bit);
            assertEquals(0.5, (double) ofDraw / SAMPLES, sixSigma(SAMPLES), "bit " + bit);
        }
    }

    @Test
    void flipsHalfOfTheBitsWhenOneBitOfEitherArgumentFlips() {
        int samples = 2000;
        for (int input = 0; input < 64; input++) {
            int[] byKey = new int[64];
            int[] byCounter = new int[64];
            for (int i = 0; i < samples; i++) {
                long plain = Keys.mix(i, i + 1L);
                count(plain ^ Keys.mix(i ^ 1L << input, i + 1L), byKey);
                count(plain ^ Keys.mix(i, i + 1L ^ 1L << input), byCounter);
            }

            for (int output = 0; output < 64; output++) {
                String where = "input bit " + input + ", output bit " + output;
                assertEquals(0.5, (double) byKey[output] / samples, sixSigma(samples), "key, " + where);
                assertEquals(0.5, (double) byCounter[output] / samples, sixSigma(samples), "counter, " + where);
            }
        }
    }

    private static void count(long bits, int[] counts) {
        for (int bit = 0; bit < 64; bit++) {
            counts[bit] += (int) (bits >>> bit) & 1;
        }
    }

    @Nested
    class Below {

        @Test
        void staysWithinTheBound() {
            SplittableRandom random = new SplittableRandom(61);
            for (int i = 0; i < SAMPLES; i++) {
                int bound = 1 + random.nextInt(Integer.MAX_VALUE);
                int value = Keys.below(bound, random.nextLong());
                assertTrue(value >= 0 && value < bound, "seed 61, step " + i + ": " + value + " below " + bound);
            }
            assertEquals(0, Keys.below(7, 0));
            assertEquals(6, Keys.below(7, -1));
            assertEquals(Integer.MAX_VALUE - 1, Keys.below(Integer.MAX_VALUE, -1));
        }

        @Test
        void isEven() {
            int[] counts = new int[7];
            for (int i = 0; i < 700_000; i++) {
                counts[Keys.below(7, Keys.mix(2, i))]++;
            }

            for (int count : counts) {
                assertEquals(100_000, count, 6 * Math.sqrt(100_000));
            }
        }
    }

    @Nested
    class Unit {

        @Test
        void isNeverZeroAndNeverOne() {
            assertTrue(Keys.unit(0) > 0);
            assertTrue(Keys.unit(-1) < 1);
        }

        @Test
        void risesWithTheBits() {
            assertTrue(Keys.unit(1L << 12) > Keys.unit(0));
            assertTrue(Keys.unit(-1) > Keys.unit(Long.MAX_VALUE));
            assertEquals(0.5, Keys.unit(Long.MIN_VALUE), 1e-15);
        }
    }

    @Test
    void namesStreamsApart() {
        String[] names = {"", "a", "b", "ab", "ba", "aa", "aaa", "arrivals/times", "arrivals/requests", "pod/1", "pod/2"
        };

        Set<Long> keys = new HashSet<>();
        for (String name : names) {
            keys.add(Keys.named(1, name));
            keys.add(Keys.named(2, name));
        }

        assertEquals(2 * names.length, keys.size());
        assertEquals(Keys.named(1, "pod/1"), Keys.named(1, "pod/" + 1));
        assertNotEquals(Keys.named(1, "pod/1"), Keys.named(1, "pod/2"));
    }

    @Test
    void leavesEveryOtherStreamAsItWasWhenOneChanges() {
        SplittableRandom random = new SplittableRandom(67);
        for (int round = 0; round < 200; round++) {
            long seed = random.nextLong();
            int changed = random.nextInt(8);
            long[][] alone = new long[8][50];
            for (int stream = 0; stream < 8; stream++) {
                for (int draw = 0; draw < 50; draw++) {
                    alone[stream][draw] = Keys.mix(Keys.named(seed, "stream/" + stream), draw);
                }
            }

            // One stream has another name, is asked more often, and all are asked in another order.
            for (int draw = 49; draw >= 0; draw--) {
                for (int stream = 7; stream >= 0; stream--) {
                    long found = Keys.mix(Keys.named(seed, (stream == changed ? "new/" : "stream/") + stream), draw);
                    assertEquals(
                            stream != changed, found == alone[stream][draw], "round " + round + ", stream " + stream);
                }
                Keys.mix(Keys.named(seed, "new/" + changed), 1000L + draw);
            }
        }
    }
}
