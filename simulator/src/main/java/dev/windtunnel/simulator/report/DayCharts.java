package dev.windtunnel.simulator.report;

import dev.windtunnel.model.scenario.Objective;
import dev.windtunnel.model.scenario.Objective.View;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.Layer;
import dev.windtunnel.simulator.report.chart.Layer.Level;
import dev.windtunnel.simulator.report.chart.Layer.Line;
import dev.windtunnel.simulator.report.chart.Layer.Stack;
import dev.windtunnel.simulator.report.chart.Layer.Stack.Part;
import dev.windtunnel.simulator.report.chart.Samples;
import dev.windtunnel.simulator.report.chart.Scale;
import dev.windtunnel.simulator.report.chart.TimeSpan;
import dev.windtunnel.simulator.report.chart.Unit;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The charts of one stretch of time, by the minute. The same for the whole day and, zoomed in, around a fault: equal colors
 * mean equal things.
 */
final class DayCharts {

    private static final int GRAY = 8;
    private static final int HEIGHT = 140;
    private static final int MOST_CAUSES = 7;

    /** Lighter for the usual request, darker and warmer for the tail. */
    private static final int[] PERCENTILE_COLORS = {4, 0, 6, 5};

    private final ReportInput input;
    private final Minutes minutes;
    private final Gauges gauges;
    private final TimeSpan span;
    private final Clock clock;
    private final List<Chart.Band> bands;
    private final String prefix;

    /**
     * Charts of a span.
     *
     * @param prefix of the charts' ids, different for each span of a page
     */
    DayCharts(ReportInput input, Minutes minutes, TimeSpan span, String prefix) {
        this.input = input;
        this.minutes = minutes;
        this.gauges = new Gauges(input.result());
        this.span = span;
        this.clock = new Clock(input.result().axis());
        this.bands = bands(input.result());
        this.prefix = prefix;
    }

    /** Every fault as a labeled band. */
    static List<Chart.Band> bands(RunResult result) {
        return result.faults().stream()
                .map(fault -> new Chart.Band(Story.faultName(fault), fault.startNanos(), fault.endNanos()))
                .toList();
    }

    /** What users felt. */
    List<Chart> felt() {
        List<Chart> charts = new ArrayList<>();
        charts.add(requests());
        charts.add(latency());
        causes().ifPresent(charts::add);
        lines("sessions", "Users within a session", "sessions.active", Unit.PIECES, "", "")
                .ifPresent(charts::add);
        lines("left", "Users who left early, each minute", "sessions.left", Unit.PIECES, "after", "")
                .ifPresent(charts::add);
        return charts;
    }

    /** What the system did. */
    List<Chart> system() {
        List<Chart> charts = new ArrayList<>();
        for (String workload : gauges.values("pods.ready", "workload")) {
            charts.add(pods("pods-" + charts.size(), workload));
        }
        nodes().ifPresent(charts::add);
        lines("limits", "Use of each limit", "utilization", Unit.SHARE, "limit", "100%")
                .ifPresent(charts::add);
        lines("cpu", "CPU used of CPU requested", "cpu.utilization", Unit.SHARE, "workload", "")
                .ifPresent(charts::add);
        lines("node-cpu", "Node CPU", "node.cpu.utilization", Unit.SHARE, "zone", "")
                .ifPresent(charts::add);
        lines("retries", "Share of attempts that are retries or hedges", "client.retry.share", Unit.SHARE, "", "")
                .ifPresent(charts::add);
        lines("queue", "Requests waiting for a worker", "queue.length", Unit.PIECES, "workload", "")
                .ifPresent(charts::add);
        lines("db-cpu", "Database CPU", "database.cpu.utilization", Unit.SHARE, "", "100%")
                .ifPresent(charts::add);
        connections().ifPresent(charts::add);
        return charts;
    }

    Chart requests() {
        List<Layer> layers = List.of(
                new Line("arrived", 0, false, minutes.arrivedPerSecond()),
                new Line("failed", 5, false, minutes.failedPerSecond()));
        return linear("requests", "Requests per second", Unit.PER_SECOND, layers, minutes.arrivedPerSecond());
    }

    Chart latency() {
        List<Layer> layers = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int p = Percentile.SHOWN.size() - 1; p >= 0; p--) {
            Samples samples = minutes.latency().get(p);
            layers.add(new Line(Percentile.SHOWN.get(p).name(), PERCENTILE_COLORS[p], p == 0, samples));
            lowest = Math.min(lowest, samples.lowestAboveZero(span));
            highest = Math.max(highest, samples.highest(span));
        }
        for (Objective objective : input.scenario().objectives()) {
            if (objective.latency() != null && objective.measured() == View.CLIENT && objective.endpoint() == null) {
                double limit = objective.latency().toNanos();
                layers.add(new Level(
                        "objective " + objective.good() + " within " + Durations.print(objective.latency()), limit));
                lowest = Math.min(lowest, limit);
                highest = Math.max(highest, limit);
            }
        }
        boolean none = highest == 0;
        Scale scale = none ? Scale.Logarithmic.around(1e6, 1e9) : Scale.Logarithmic.around(lowest, highest);
        String description = "As clients felt it, logarithmic. Highest p99: "
                + peak(minutes.latency().get(2), Unit.LATENCY) + ".";
        return chart("latency", "Response time of succeeded requests", description, Unit.LATENCY, scale, layers);
    }

    private Optional<Chart> causes() {
        List<Map.Entry<Cause, Samples>> occurred = minutes.failedByCause().entrySet().stream()
                .filter(cause -> cause.getValue().highest(span) > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<Cause, Samples> cause) -> -total(cause.getValue())))
                .toList();
        if (occurred.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_CAUSES, occurred.size()); i++) {
            parts.add(new Part(
                    occurred.get(i).getKey().label(),
                    causeColor(i),
                    false,
                    occurred.get(i).getValue()));
        }
        if (occurred.size() > MOST_CAUSES) {
            List<Part> rest = occurred.subList(MOST_CAUSES, occurred.size()).stream()
                    .map(cause -> new Part("", GRAY, false, cause.getValue()))
                    .toList();
            parts.add(new Part("other causes", GRAY, false, new Stack(rest).totals()));
        }
        Stack stack = new Stack(parts);
        // A single part has no legend: the title names it.
        String title = parts.size() == 1
                ? "Failed requests per second: " + parts.getFirst().name()
                : "Failed requests per second by cause";
        return Optional.of(linear("causes", title, Unit.PER_SECOND, List.of(stack), stack.totals()));
    }

    private static int causeColor(int rank) {
        return new int[] {5, 1, 0, 2, 6, 3, 4}[rank];
    }

    private double total(Samples samples) {
        return samples.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Chart pods(String id, String workload) {
        List<Layer> layers = new ArrayList<>();
        List<Series> ready = gauges.of("pods.ready", "workload", workload);
        Stack stack = stack(ready, series -> "zone " + series.labels().getOrDefault("zone", ""));
        layers.add(stack);
        List<Series> desired = gauges.of("pods.desired", "workload", workload);
        if (!desired.isEmpty()) {
            layers.add(new Line("desired", 7, true, Gauges.sum(desired)));
        }
        return linear(id, "Pods ready: " + workload, Unit.PIECES, layers, stack.totals());
    }

    private Optional<Chart> nodes() {
        List<Series> nodes = gauges.of("nodes");
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        Stack stack = stack(
                nodes,
                series -> "zone " + series.labels().getOrDefault("zone", "") + ", "
                        + series.labels().getOrDefault("capacity", ""));
        return Optional.of(linear("nodes", "Nodes by zone and capacity", Unit.PIECES, List.of(stack), stack.totals()));
    }

    /** A zone has the same color in every chart; spot capacity is its light variant. */
    private Stack stack(List<Series> series, Function<Series, String> name) {
        List<String> zones = gauges.values("nodes", "zone");
        List<Part> parts = new ArrayList<>();
        Gauges.summed(series, name).forEach((group, samples) -> {
            String zone = group.replaceAll("^zone |,.*$", "");
            int rank = zones.contains(zone) ? zones.indexOf(zone) : parts.size();
            parts.add(new Part(group, zoneColor(rank), group.endsWith(", spot"), samples));
        });
        return new Stack(parts);
    }

    private static int zoneColor(int rank) {
        return new int[] {0, 1, 2, 6, 4, 5, GRAY}[Math.min(rank, 6)];
    }

    private Optional<Chart> connections() {
        List<Layer> layers = new ArrayList<>();
        List<Series> open = gauges.of("database.connections");
        List<Series> active = gauges.of("database.active");
        if (open.isEmpty()) {
            return Optional.empty();
        }
        layers.add(new Line("open", 0, false, Gauges.sum(open)));
        if (!active.isEmpty()) {
            layers.add(new Line("active", 1, false, Gauges.sum(active)));
        }
        return Optional.of(linear("db-connections", "Database connections", Unit.PIECES, layers, Gauges.sum(open)));
    }

    /** A line for each series of the metric that leaves zero; no chart if none does, as a flat line says less than its absence. */
    private Optional<Chart> lines(String id, String title, String metric, Unit unit, String label, String level) {
        List<Layer> layers = new ArrayList<>();
        Samples highest = Samples.byMinute(List.of());
        for (Series series : gauges.of(metric)) {
            String name = series.labels().getOrDefault(label, title);
            Samples samples = Gauges.samples(series);
            if (!(samples.highest(span) > 0)) {
                continue;
            }
            if (samples.highest(span) > highest.highest(span)) {
                highest = samples;
            }
            layers.add(new Line(name, lineColor(layers.size()), layers.size() >= 6, samples));
        }
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        if (!level.isEmpty()) {
            layers.add(new Level(level, 1));
        }
        return Optional.of(linear(id, title, unit, layers, highest));
    }

    private static int lineColor(int rank) {
        return new int[] {0, 1, 2, 6, 4, 5, 7, GRAY}[rank % 8];
    }

    /** A chart from 0 up to the highest value; {@code told} is what its description tells the peak of. */
    Chart linear(String id, String title, Unit unit, List<Layer> layers, Samples told) {
        double highest =
                layers.stream().mapToDouble(layer -> layer.highest(span)).max().orElse(0);
        return chart(id, title, "Peak " + peak(told, unit) + ".", unit, Scale.Linear.upTo(highest, unit), layers);
    }

    private Chart chart(String id, String title, String description, Unit unit, Scale scale, List<Layer> layers) {
        return new Chart(prefix + "-" + id, title, description, span, unit, scale, HEIGHT, layers, bands, List.of());
    }

    /** {@code 412/s at 20:03}. */
    private String peak(Samples samples, Unit unit) {
        int at = -1;
        for (int minute = 0; minute < samples.values().size(); minute++) {
            long nanos = minute * 60_000_000_000L;
            double value = samples.values().get(minute);
            boolean within = nanos >= span.fromNanos() && nanos < span.toNanos();
            if (within
                    && !Double.isNaN(value)
                    && (at < 0 || value > samples.values().get(at))) {
                at = minute;
            }
        }
        return at < 0 ? "none" : told(samples.values().get(at), unit) + " at " + clock.minute(at);
    }

    private static String told(double value, Unit unit) {
        return switch (unit) {
            case PIECES -> Figures.count(Math.round(value));
            case PER_SECOND -> Figures.rate(value);
            case SHARE -> Figures.percent(value);
            case LATENCY -> Figures.latency(Math.round(value));
        };
    }
}
