package dev.windtunnel.simulator.result;

import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import java.util.ArrayList;
import java.util.List;

/**
 * The non-empty buckets of a latency histogram.
 *
 * @param buckets indices of {@link LatencyBuckets}, rising
 * @param counts requests in each, same length
 */
public record SparseHistogram(List<Integer> buckets, List<Long> counts) {

    /** Nothing counted. */
    public static final SparseHistogram EMPTY = new SparseHistogram(List.of(), List.of());

    /** @throws IllegalArgumentException if the lists differ in length */
    public SparseHistogram {
        buckets = List.copyOf(buckets);
        counts = List.copyOf(counts);
        if (buckets.size() != counts.size()) {
            throw new IllegalArgumentException(
                    "buckets and counts pair up, found " + buckets.size() + " and " + counts.size());
        }
    }

    /** The non-empty buckets of a dense one. */
    public static SparseHistogram of(LatencyHistogram dense) {
        List<Integer> buckets = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
            if (dense.count(bucket) > 0) {
                buckets.add(bucket);
                counts.add(dense.count(bucket));
            }
        }
        return new SparseHistogram(buckets, counts);
    }

    /** Adds this one to a dense one. */
    public void addTo(LatencyHistogram dense) {
        for (int i = 0; i < buckets.size(); i++) {
            dense.add(buckets.get(i), counts.get(i));
        }
    }

    /** How many latencies were counted. */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
