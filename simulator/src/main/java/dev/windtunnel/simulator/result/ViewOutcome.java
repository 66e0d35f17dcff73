package dev.windtunnel.simulator.result;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests as one view saw them, by the minute or endpoint they belong to. A request belongs to the minute of its intended
 * arrival.
 *
 * @param counted requests that this view counts: all that ended for the client; for the load balancer those it logged, 460
 *     excluded
 * @param failed failed requests by cause, only causes that occurred, in the order of {@link Cause}
 * @param latency latencies of succeeded requests by the cause of their longest excess, only causes that occurred
 * @param statuses failed requests by what the view saw: 502, 503, 504, 500, or 0 for no answer at all; for the load
 *     balancer also 460, requests whose clients left first, which it logs and neither counts nor calls failed
 */
public record ViewOutcome(
        long counted, Map<Cause, Long> failed, Map<Cause, SparseHistogram> latency, Map<Integer, Long> statuses) {

    /** Copies, in the order of the causes. */
    public ViewOutcome {
        failed = failed.isEmpty() ? new EnumMap<>(Cause.class) : new EnumMap<>(failed);
        latency = latency.isEmpty() ? new EnumMap<>(Cause.class) : new EnumMap<>(latency);
        statuses = new TreeMap<>(statuses);
    }

    /** Failed requests, whatever the cause. */
    public long failedTotal() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Requests that succeeded. */
    public long succeeded() {
        return counted - failedTotal();
    }
}
