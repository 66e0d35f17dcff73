package dev.windtunnel.simulator.result;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A gauge at the end of each minute, or a mean over it.
 *
 * <p>Of what the application uses besides: {@code external.calls} and {@code external.failed.share} (service), {@code
 * cache.lookups} and {@code cache.hit.share} (cache), {@code cpu.throttled.share} (workload; periods of 100 ms in which a
 * container used up its quota, of those in which it ran).
 *
 * <p>Metrics: {@code pods.ready}, {@code pods.pending}, {@code pods.desired} (labels workload; ready also zone), {@code
 * nodes} (zone, capacity, type), {@code cpu.utilization} (workload; of requests, mean over the minute), {@code
 * node.cpu.utilization}, {@code database.cpu.utilization}, {@code database.connections}, {@code database.active}, {@code
 * queue.length} (workload; accept queues), {@code traffic.intensity} (limit; work offered over work that can be done, mean over
 * the minute; open traffic only), where somebody tries again {@code client.attempts}, {@code client.retry.share}, {@code
 * client.retries.refused}, {@code gateway.tries}, {@code gateway.retries}, {@code gateway.retries.refused}, {@code
 * database.statements.failed}, {@code database.retries}, {@code database.retries.refused}, {@code utilization} (limit; 0..1 of a named limit, mean over the minute; of connections the peak within it).
 * of SQS queues (queue) {@code queue.visible}, {@code queue.inflight}, {@code
 * queue.delayed} at the end of the minute, {@code queue.age} (seconds; of the oldest message, at the end of the minute: CloudWatch
 * shows it 30 to 120 s later, OBS-01), {@code queue.sent}, {@code queue.received}, {@code queue.deleted}, {@code queue.redelivered},
 * {@code queue.deadlettered}, {@code queue.emptyreceives} within the minute, and
 * of traffic in sessions {@code sessions.active}, {@code sessions.begun}, {@code sessions.finished}, {@code sessions.left}
 * (after), {@code pages.loaded}, {@code pages.slow}, {@code pages.failed}, {@code pages.reloaded}; all but the first are counts
 * of the minute, and {@code arrivals.squares} (sum over the minute's seconds of the squared number of requests that arrived in it).
 *
 * @param unit {@code 1} for shares and counts, else SI
 * @param labels sorted by key
 * @param values one for each minute
 */
public record Series(String metric, String unit, SortedMap<String, String> labels, List<Double> values) {

    /** Copies. */
    public Series {
        labels = new TreeMap<>(labels);
        values = List.copyOf(values);
    }
}
