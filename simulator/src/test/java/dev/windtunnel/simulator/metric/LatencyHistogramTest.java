package dev.windtunnel.simulator.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    /** Half of the 1.024 microseconds that buckets are wide below 131 microseconds. */
    private static final long HALF_UNIT = 512;

    private static final long LARGEST = LatencyBuckets.lowerBoundNanos(LatencyBuckets.COUNT) - 1;

    /** Any magnitude is as likely as any other. */
    private static long anyLatency(SplittableRandom random) {
        return Math.min(LARGEST, random.nextLong() >>> random.nextInt(23, 64));
    }

    /** The distance is within what half of a bucket's width allows. */
    private static void assertNear(long exact, long found, String where) {
        assertTrue(Math.abs(found - exact) <= tolerance(exact), where + ": " + found + " for " + exact);
    }

    private static double tolerance(long nanos) {
        return Math.max(HALF_UNIT, nanos * LatencyBuckets.RELATIVE_ERROR) + 1;
    }

    @Nested
    class Buckets {

        @Test
        void holdEveryValueBetweenTheirBounds() {
            SplittableRandom random = new SplittableRandom(81);
            for (int i = 0; i < 500_000; i++) {
                long nanos = anyLatency(random);
                int bucket = LatencyBuckets.indexOf(nanos);

                String where = "seed 81, step " + i + ": " + nanos + " in bucket " + bucket;
                assertTrue(LatencyBuckets.lowerBoundNanos(bucket) <= nanos, where);
                assertTrue(nanos < LatencyBuckets.upperBoundNanos(bucket), where);
                assertNear(nanos, LatencyBuckets.midpointNanos(bucket), where);
            }
        }

        @Test
        void followEachOtherWithoutGaps() {
            for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
                long lower = LatencyBuckets.lowerBoundNanos(bucket);
                long upper = LatencyBuckets.upperBoundNanos(bucket);

                assertTrue(lower < upper, "bucket " + bucket);
                assertEquals(bucket, LatencyBuckets.indexOf(lower));
                assertEquals(bucket, LatencyBuckets.indexOf(upper - 1));
                assertEquals(Math.min(bucket + 1, LatencyBuckets.COUNT - 1), LatencyBuckets.indexOf(upper));
            }
        }

        @Test
        void takeWhatIsTooLargeIntoTheLast() {
            assertEquals(LatencyBuckets.COUNT - 1, LatencyBuckets.indexOf(LARGEST + 1));
            assertEquals(LatencyBuckets.COUNT - 1, LatencyBuckets.indexOf(Long.MAX_VALUE));
            assertTrue(LARGEST > 36 * 60_000_000_000L);
        }
    }

    @Test
    void findsPercentilesOfASortedListWithinTheBound() {
        SplittableRandom random = new SplittableRandom(83);
        long[] values = new long[8192];
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 0; i < values.length; i++) {
            values[i] = anyLatency(random);
            histogram.record(values[i]);
        }
        Arrays.sort(values);

        for (int eighth = 0; eighth <= 1024; eighth++) {
            double share = eighth / 1024.0;
            long exact = values[(int) Math.max(0, Math.ceil(share * values.length) - 1)];
            assertNear(exact, histogram.percentileNanos(share), "seed 83, share " + share);
        }
    }

    @Test
    void countsWithinALimitAsASortedListDoes() {
        SplittableRandom random = new SplittableRandom(85);
        long[] values = new long[5000];
        LatencyHistogram histogram = new LatencyHistogram();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = 1_000_000 + random.nextLong(1_000_000_000);
            histogram.record(values[i]);
            sum += values[i];
        }

        for (long limit = 2_000_000; limit < 900_000_000; limit = limit * 5 / 4) {
            long surely = countUpTo(values, (long) (limit * (1 - 2 * LatencyBuckets.RELATIVE_ERROR)));
            long possibly = countUpTo(values, (long) (limit * (1 + 2 * LatencyBuckets.RELATIVE_ERROR)));

            long found = histogram.countWithin(limit);

            assertTrue(surely <= found && found <= possibly, "seed 85, limit " + limit + ": " + found);
        }
        assertEquals(sum / values.length, histogram.meanNanos(), sum / values.length * LatencyBuckets.RELATIVE_ERROR);
        assertEquals(values.length, histogram.countWithin(Long.MAX_VALUE));
    }

    private static long countUpTo(long[] values, long limit) {
        return Arrays.stream(values).filter(value -> value <= limit).count();
    }

    @Test
    void addsUpToWhatRecordingAllInOneGives() {
        SplittableRandom random = new SplittableRandom(87);
        LatencyHistogram all = new LatencyHistogram();
        LatencyHistogram one = new LatencyHistogram();
        LatencyHistogram other = new LatencyHistogram();
        for (int i = 0; i < 10_000; i++) {
            long nanos = anyLatency(random);
            all.record(nanos);
            (random.nextBoolean() ? one : other).record(nanos);
        }
        LatencyHistogram bucketwise = new LatencyHistogram();
        for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
            bucketwise.add(bucket, one.count(bucket) + other.count(bucket));
        }

        one.add(other);

        for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
            assertEquals(all.count(bucket), one.count(bucket), "seed 87, bucket " + bucket);
            assertEquals(all.count(bucket), bucketwise.count(bucket), "seed 87, bucket " + bucket);
        }
        assertEquals(10_000, one.total());
        assertEquals(10_000, bucketwise.total());
        assertEquals(all.meanNanos(), one.meanNanos());
    }

    @Test
    void saysZeroOfNothing() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.record(5_000_000);

        histogram.clear();

        assertEquals(0, histogram.total());
        assertEquals(0, histogram.percentileNanos(0.99));
        assertEquals(0, histogram.meanNanos());
        assertEquals(0, histogram.countWithin(Long.MAX_VALUE));
    }
}
