package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.Layer;
import dev.windtunnel.simulator.report.chart.Layer.Line;
import dev.windtunnel.simulator.report.chart.Samples;
import dev.windtunnel.simulator.report.chart.Unit;
import dev.windtunnel.simulator.result.QueueOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.util.ArrayList;
import java.util.List;

/** What a report says of the queues: a table, charts and one line each. */
final class Queues {

    private static final double SECOND = 1e9;
    private static final double SECONDS_OF_A_MINUTE = 60;
    private static final long MICRO = 1_000;

    private final RunResult result;
    private final Gauges gauges;
    private final Clock clock;

    Queues(RunResult result) {
        this.result = result;
        this.gauges = new Gauges(result);
        this.clock = new Clock(result.axis());
    }

    boolean isEmpty() {
        return result.queues().isEmpty();
    }

    /** Each queue's messages from the first to the last. */
    Table messages() {
        Table table = new Table(
                "Queues and what became of their messages",
                "Queue",
                ">Sent",
                ">Deleted",
                ">p50",
                ">p99",
                ">Oldest at most",
                ">Dead letters",
                ">Expired",
                ">Left at the end");
        for (QueueOutcome queue : result.queues()) {
            LatencyHistogram latency = latency(queue);
            table.row(
                    queue.queue(),
                    Figures.count(queue.sent())
                            + (queue.movedIn() > 0 ? " + " + Figures.count(queue.movedIn()) + " dead letters" : ""),
                    Figures.count(queue.deleted()),
                    took(latency, 0.5),
                    took(latency, 0.99),
                    oldest(queue),
                    Figures.count(queue.movedOut()),
                    Figures.count(queue.expired()),
                    Figures.count(left(queue)));
        }
        return table;
    }

    /** How each queue's messages were worked on. */
    Table work() {
        Table table = new Table(
                "Work on the queues",
                "Queue",
                ">Received",
                ">Of them again",
                ">Failed attempts",
                ">Lost with a pod",
                ">Deleted too late",
                ">Receives",
                ">Of them empty",
                ">Requests billed");
        for (QueueOutcome queue : result.queues()) {
            QueueOutcome.Work work = queue.work();
            table.row(
                    queue.queue(),
                    Figures.count(work.received()),
                    Figures.count(work.redelivered()),
                    Figures.count(work.failed()),
                    Figures.count(work.lost()),
                    Figures.count(work.late()),
                    Figures.count(work.receives()),
                    Figures.count(work.emptyReceives()),
                    Figures.count(work.requests()));
        }
        return table;
    }

    private static LatencyHistogram latency(QueueOutcome queue) {
        LatencyHistogram dense = new LatencyHistogram();
        queue.latencyMicros().addTo(dense);
        return dense;
    }

    private static String took(LatencyHistogram latencyMicros, double share) {
        return latencyMicros.total() == 0 ? "none" : Figures.latency(latencyMicros.percentileNanos(share) * MICRO);
    }

    private static long left(QueueOutcome queue) {
        return queue.visible() + queue.inFlight() + queue.delayed();
    }

    /** {@code 612 s at 00:16}, or none. */
    private String oldest(QueueOutcome queue) {
        double most = 0;
        int at = 0;
        for (Series series : gauges.of("queue.age", "queue", queue.queue())) {
            for (int minute = 0; minute < series.values().size(); minute++) {
                if (series.values().get(minute) > most) {
                    most = series.values().get(minute);
                    at = minute;
                }
            }
        }
        return most == 0 ? "none" : Figures.latency(Math.round(most * SECOND)) + " at " + clock.minute(at);
    }

    /** One line for each queue that was sent something, {@code orders: 51,200 of 51,300 messages done, ...}. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (QueueOutcome queue : result.queues()) {
            if (queue.sent() > 0) {
                lines.add(queue.queue() + ": " + Figures.count(queue.deleted()) + " of "
                        + Figures.count(queue.sent()) + " messages done, oldest " + oldest(queue)
                        + (queue.movedOut() > 0 ? ", dead letters " + Figures.count(queue.movedOut()) : "")
                        + (queue.expired() > 0 ? ", expired " + Figures.count(queue.expired()) : ""));
            }
        }
        return lines;
    }

    /** The charts of a queue; none if nothing ever came to it. Of a queue of dead letters only how many there are. */
    List<Chart> charts(QueueOutcome queue, DayCharts day) {
        if (queue.sent() + queue.movedIn() == 0) {
            return List.of();
        }
        String name = queue.queue();
        String id = "queue-" + result.queues().indexOf(queue);
        Samples visible = samples("queue.visible", name, 1);
        List<Layer> waiting = new ArrayList<>();
        waiting.add(new Line("waiting", 0, false, visible));
        waiting.add(new Line("in flight", 1, false, samples("queue.inflight", name, 1)));
        if (gauges.of("queue.delayed", "queue", name).stream()
                .flatMap(series -> series.values().stream())
                .anyMatch(value -> value > 0)) {
            waiting.add(new Line("delayed", 6, false, samples("queue.delayed", name, 1)));
        }
        Samples age = samples("queue.age", name, SECOND);
        Samples sent = samples("queue.sent", name, 1 / SECONDS_OF_A_MINUTE);
        List<Layer> flow = List.of(
                new Line("sent", 0, false, sent),
                new Line("deleted", 2, false, samples("queue.deleted", name, 1 / SECONDS_OF_A_MINUTE)),
                new Line("received again", 5, false, samples("queue.redelivered", name, 1 / SECONDS_OF_A_MINUTE)));
        List<Chart> charts = new ArrayList<>();
        charts.add(day.linear(id + "-messages", "Messages in queue " + name, Unit.PIECES, waiting, visible));
        if (queue.sent() > 0) {
            charts.add(day.linear(
                    id + "-age",
                    "Age of the oldest message in " + name,
                    Unit.LATENCY,
                    List.of(new Line("age", 0, false, age)),
                    age));
            charts.add(day.linear(id + "-flow", "Messages per second: " + name, Unit.PER_SECOND, flow, sent));
        }
        return charts;
    }

    private Samples samples(String metric, String queue, double factor) {
        List<Double> values = gauges.of(metric, "queue", queue).stream()
                .flatMap(series -> series.values().stream())
                .map(value -> value * factor)
                .toList();
        return Samples.byMinute(values);
    }
}
