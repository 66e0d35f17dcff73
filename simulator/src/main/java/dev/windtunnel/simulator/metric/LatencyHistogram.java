package dev.windtunnel.simulator.metric;

import java.util.Arrays;

/** Counts of latencies by {@link LatencyBuckets bucket}. Adds up; recording allocates nothing. */
public final class LatencyHistogram {

    private final long[] counts = new long[LatencyBuckets.COUNT];
    private long total;

    /** Counts one latency in nanoseconds. */
    public void record(long nanos) {
        counts[LatencyBuckets.indexOf(nanos)]++;
        total++;
    }

    /** Counts several latencies in one bucket. */
    public void add(int bucket, long count) {
        counts[bucket] += count;
        total += count;
    }

    /** Adds all of another. */
    public void add(LatencyHistogram other) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
        total += other.total;
    }

    /** Forgets all. */
    public void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    /** How many latencies were counted. */
    public long total() {
        return total;
    }

    /** How many fell into the bucket. */
    public long count(int bucket) {
        return counts[bucket];
    }

    /**
     * The latency that the given share of requests does not exceed, in nanoseconds: midpoint of the bucket that holds the
     * ceil(share x total)-th smallest. 0 if nothing was counted.
     *
     * @param share 0..1
     */
    public long percentileNanos(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= rank) {
                return LatencyBuckets.midpointNanos(bucket);
            }
        }
        return 0;
    }

    /**
     * How many latencies did not exceed the limit. A bucket that the limit cuts is counted by where its midpoint lies, so
     * the limit is exact to {@link LatencyBuckets#RELATIVE_ERROR}.
     */
    public long countWithin(long limitNanos) {
        long within = 0;
        for (int bucket = 0; bucket < counts.length && LatencyBuckets.midpointNanos(bucket) <= limitNanos; bucket++) {
            within += counts[bucket];
        }
        return within;
    }

    /** Mean of the midpoints, nanoseconds; 0 if nothing was counted. */
    public double meanNanos() {
        double sum = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            sum += (double) counts[bucket] * LatencyBuckets.midpointNanos(bucket);
        }
        return total == 0 ? 0 : sum / total;
    }

    /** Takes over another's state. */
    public void copyFrom(LatencyHistogram other) {
        System.arraycopy(other.counts, 0, counts, 0, counts.length);
        total = other.total;
    }
}
