package dev.windtunnel.simulator.verdict;

import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.SparseHistogram;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Several outcomes of one view, added up. Not thread-safe while adding; afterwards read only. */
public final class ViewTotals {

    private static final int CLIENT_LEFT = 460;

    private final Map<Cause, Long> failed = new EnumMap<>(Cause.class);
    private final Map<Cause, LatencyHistogram> latency = new EnumMap<>(Cause.class);
    private final SortedMap<Integer, Long> statuses = new TreeMap<>();
    private long counted;

    private ViewTotals() {}

    /** The sum of the outcomes; of none, nothing counted. */
    public static ViewTotals of(List<ViewOutcome> outcomes) {
        ViewTotals totals = new ViewTotals();
        outcomes.forEach(totals::add);
        return totals;
    }

    private void add(ViewOutcome outcome) {
        counted += outcome.counted();
        outcome.failed().forEach((cause, count) -> failed.merge(cause, count, Long::sum));
        outcome.latency()
                .forEach((cause, sparse) ->
                        sparse.addTo(latency.computeIfAbsent(cause, absent -> new LatencyHistogram())));
        outcome.statuses().forEach((status, count) -> statuses.merge(status, count, Long::sum));
    }

    /** Attempts that clients gave up before an answer, as the load balancer logs it: neither counted nor failed. */
    public long givenUp() {
        return statuses.getOrDefault(CLIENT_LEFT, 0L);
    }

    /** Requests that the view counts. */
    public long counted() {
        return counted;
    }

    /** Failed requests of one cause. */
    public long failed(Cause cause) {
        return failed.getOrDefault(cause, 0L);
    }

    /** Failed requests, whatever the cause. */
    public long failedTotal() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Requests that succeeded. */
    public long succeeded() {
        return counted - failedTotal();
    }

    /** Requests that succeeded, but took longer than the limit, for one cause. Exact to a bucket's width. */
    public long slow(Cause cause, long limitNanos) {
        LatencyHistogram ofCause = latency.get(cause);
        return ofCause == null ? 0 : ofCause.total() - ofCause.countWithin(limitNanos);
    }

    /** Requests that succeeded, but took longer than the limit. */
    public long slowTotal(long limitNanos) {
        return latency.keySet().stream()
                .mapToLong(cause -> slow(cause, limitNanos))
                .sum();
    }

    /** Latencies of succeeded requests, whatever the cause; a new histogram. */
    public LatencyHistogram latency() {
        LatencyHistogram all = new LatencyHistogram();
        latency.values().forEach(all::add);
        return all;
    }

    /** Failed requests by what the view saw, rising; 0 for no answer at all. */
    public SortedMap<Integer, Long> statuses() {
        return new TreeMap<>(statuses);
    }

    /** What {@link #slowTotal} gives for one outcome, without adding up: it is asked for every minute of a run. */
    static long slowOf(ViewOutcome outcome, long limitNanos) {
        long slow = 0;
        for (SparseHistogram sparse : outcome.latency().values()) {
            for (int i = 0; i < sparse.buckets().size(); i++) {
                boolean isSlow = LatencyBuckets.midpointNanos(sparse.buckets().get(i)) > limitNanos;
                slow += isSlow ? sparse.counts().get(i) : 0;
            }
        }
        return slow;
    }
}
