package dev.windtunnel.simulator.metric;

/**
 * The log-linear buckets into which latencies are sorted: 64 to each doubling, from 1.024 microseconds to about 36 minutes.
 * A value read back from its bucket is wrong by at most {@link #RELATIVE_ERROR}; below 131 microseconds by at most half a
 * microsecond. Bucket bounds do not depend on the data, so histograms add up.
 */
public final class LatencyBuckets {

    /** How many buckets there are. */
    public static final int COUNT = 128 + 24 * 64;

    /** Largest relative error of a value read back from a bucket's midpoint: half of 1/64. */
    public static final double RELATIVE_ERROR = 1.0 / 128;

    private static final int UNIT_SHIFT = 10;
    private static final int LINEAR = 128;
    private static final int SUB_BITS = 6;

    private LatencyBuckets() {}

    /** The bucket of a latency in nanoseconds; too large values fall into the last bucket. */
    public static int indexOf(long nanos) {
        long units = nanos >>> UNIT_SHIFT;
        if (units < LINEAR) {
            return (int) units;
        }
        int shift = 63 - Long.numberOfLeadingZeros(units) - SUB_BITS;
        // (units >>> shift) lies in 64..127; each doubling past the linear part adds 64 buckets.
        int index = (shift << SUB_BITS) + (int) (units >>> shift);
        return Math.min(index, COUNT - 1);
    }

    /** Smallest latency in the bucket, nanoseconds. */
    public static long lowerBoundNanos(int index) {
        if (index < LINEAR) {
            return (long) index << UNIT_SHIFT;
        }
        int shift = (index >> SUB_BITS) - 1;
        long units = (long) (64 + (index & 63)) << shift;
        return units << UNIT_SHIFT;
    }

    /** Smallest latency of the next bucket, nanoseconds. */
    public static long upperBoundNanos(int index) {
        return lowerBoundNanos(index + 1);
    }

    /** The middle of the bucket, nanoseconds: what is reported for a value in it. */
    public static long midpointNanos(int index) {
        return (lowerBoundNanos(index) + upperBoundNanos(index)) >>> 1;
    }
}
