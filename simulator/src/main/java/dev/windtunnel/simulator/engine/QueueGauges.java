package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.world.state.QueueReadings;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.QueueCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The gauges of the queues at the end of each minute, and what happened within it. Reads only. */
final class QueueGauges {

    private static final double SECOND = 1e9;

    private final ExactPlant plant;
    private final List<OfQueue> queues = new ArrayList<>();

    QueueGauges(CompiledQueues compiled, ExactPlant plant) {
        this.plant = plant;
        for (CompiledQueues.Queue queue : compiled.queues()) {
            queues.add(new OfQueue(queue.name()));
        }
    }

    /** One queue's columns, and its counts at the end of the minute before. */
    private static final class OfQueue {

        private final String name;
        private final TreeMap<String, List<Double>> columns = new TreeMap<>();
        private final TreeMap<String, Long> before = new TreeMap<>();

        OfQueue(String name) {
            this.name = name;
        }

        void gauge(String metric, double value) {
            columns.computeIfAbsent(metric, absent -> new ArrayList<>()).add(value);
        }

        void count(String metric, long total) {
            Long earlier = before.put(metric, total);
            gauge(metric, (double) (total - (earlier == null ? 0 : earlier)));
        }

        void copyFrom(OfQueue other) {
            columns.clear();
            other.columns.forEach((metric, values) -> columns.put(metric, new ArrayList<>(values)));
            before.clear();
            before.putAll(other.before);
        }
    }

    /** Reads all of them. */
    void record(long now) {
        QueueReadings readings = plant.queues();
        for (int queue = 0; queue < queues.size(); queue++) {
            OfQueue its = queues.get(queue);
            QueueCounts counts = plant.queueCounts(queue);
            its.gauge("queue.visible", (double) readings.visible(queue));
            its.gauge("queue.inflight", (double) readings.inFlight(queue));
            its.gauge("queue.delayed", (double) readings.delayed(queue));
            its.gauge("queue.age", readings.oldestAgeNanos(queue, now) / SECOND);
            its.count("queue.sent", counts.sent());
            its.count("queue.received", counts.received());
            its.count("queue.deleted", counts.deleted());
            its.count("queue.redelivered", counts.redelivered());
            its.count("queue.deadlettered", counts.movedOut());
            its.count("queue.emptyreceives", counts.emptyReceives());
        }
    }

    /** Adds the series to others, which are in order of metric and labels; so are all of them afterwards. */
    void addTo(List<Series> series) {
        for (OfQueue its : queues) {
            TreeMap<String, String> labels = new TreeMap<>();
            labels.put("queue", its.name);
            its.columns.forEach((metric, values) ->
                    series.add(new Series(metric, metric.equals("queue.age") ? "s" : "1", labels, values)));
        }
        if (!queues.isEmpty()) {
            series.sort((a, b) -> (a.metric() + a.labels()).compareTo(b.metric() + b.labels()));
        }
    }

    /** Makes these gauges equal to others of the same scenario. */
    void copyFrom(QueueGauges other) {
        for (int queue = 0; queue < queues.size(); queue++) {
            queues.get(queue).copyFrom(other.queues.get(queue));
        }
    }
}
