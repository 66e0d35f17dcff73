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
 * queue.length} (workload; accept queues), {@code utilization} (limit; 0..1 of a named limit, mean over the minute; of connections the peak within it).
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
