package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.Layer;
import dev.windtunnel.simulator.report.chart.Layer.Line;
import dev.windtunnel.simulator.report.chart.Samples;
import dev.windtunnel.simulator.report.chart.TimeSpan;
import dev.windtunnel.simulator.report.chart.Unit;
import java.util.ArrayList;
import java.util.List;

/** Three charts that say how a run went: what users felt, what they asked, what served them. By the minute, whole run. */
public final class GlanceCharts {

    private static final int[] WORKLOAD_COLORS = {0, 2, 6, 4, 5, 1};
    private static final int NODES_COLOR = 7;
    private static final int QUIET = 8;

    private GlanceCharts() {}

    /** Response times, requests per second, pods and nodes; the first two are the report's own. */
    public static List<Chart> of(ReportInput input) {
        TimeSpan span = TimeSpan.all(input.result().axis());
        DayCharts charts = new DayCharts(input, Minutes.of(input.result()), span, "glance");
        return List.of(charts.latency(), charts.requests(), fleet(charts, new Gauges(input.result())));
    }

    private static Chart fleet(DayCharts charts, Gauges gauges) {
        List<Layer> layers = new ArrayList<>();
        List<String> workloads = gauges.values("pods.ready", "workload");
        for (String workload : workloads) {
            int rank = layers.size();
            int color = rank < WORKLOAD_COLORS.length ? WORKLOAD_COLORS[rank] : QUIET;
            Samples ready = Gauges.sum(gauges.of("pods.ready", "workload", workload));
            layers.add(new Line("pods " + workload, color, false, ready));
        }
        Samples nodes = Gauges.sum(gauges.of("nodes"));
        layers.add(new Line("nodes", NODES_COLOR, true, nodes));
        return charts.linear("fleet", "Pods ready and nodes", Unit.PIECES, layers, nodes);
    }
}
