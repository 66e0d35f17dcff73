package dev.windtunnel.simulator.verification;

/**
 * Durations in log-linear buckets, 2,048 to each doubling: fine enough that the tolerances of theory mean the engine and not
 * the bucket. Zeros and values below 4,096 nanoseconds are exact.
 */
final class FineHistogram {

    private static final int SUB_BITS = 11;
    private static final int LINEAR = 1 << (SUB_BITS + 1);
    private static final int COUNT = LINEAR + (62 - SUB_BITS) * (1 << SUB_BITS);

    /** Largest relative error of a value read back: half a bucket. */
    static final double RELATIVE_ERROR = 0x1.0p-12;

    private final long[] counts = new long[COUNT];
    private long total;

    void add(long nanos) {
        counts[bucket(nanos)]++;
        total++;
    }

    void addAll(FineHistogram other) {
        for (int i = 0; i < COUNT; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    long total() {
        return total;
    }

    private static int bucket(long nanos) {
        if (nanos < LINEAR) {
            return (int) nanos;
        }
        int shift = 63 - Long.numberOfLeadingZeros(nanos) - SUB_BITS;
        return (shift << SUB_BITS) + (int) (nanos >>> shift);
    }

    private static double midpoint(int bucket) {
        if (bucket < LINEAR) {
            return bucket;
        }
        int shift = (bucket >> SUB_BITS) - 1;
        long low = (long) ((1 << SUB_BITS) + (bucket & ((1 << SUB_BITS) - 1))) << shift;
        return low + ((1L << shift) - 1) / 2.0;
    }

    /** The order statistic ceil(share n), in nanoseconds; not a number if nothing was counted. */
    double quantileNanos(double share) {
        if (total == 0) {
            return Double.NaN;
        }
        // The product must not exceed a whole number by rounding: 0.99 of 10,000 is 9,900.
        long rank = Math.max(1, (long) Math.ceil(share * total * (1 - 0x1.0p-50)));
        long seen = 0;
        for (int i = 0; i < COUNT; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return midpoint(i);
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + total + " was not found, counted " + seen);
    }

    /** Share of values above a duration, which lies on the bound of a bucket or is off by its width. */
    double shareAbove(long nanos) {
        long above = 0;
        for (int i = bucket(nanos) + 1; i < COUNT; i++) {
            above += counts[i];
        }
        return (double) above / total;
    }
}
