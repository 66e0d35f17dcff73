package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a window shows of a run: the report's own words and charts. */
class VerdictTextTest {

    private static final ReportInput INPUT = ExampleDay.input();

    private final VerdictText text = VerdictText.of(INPUT);
    private final List<Chart> charts = GlanceCharts.of(INPUT);

    @Test
    void saysWhatTheScreenOfTheCommandLineSays() {
        String screen = TerminalSummary.print(INPUT, "report.html", false);

        assertTrue(screen.contains(text.headline()), text.headline());
        assertTrue(screen.contains(text.detail()), text.detail());
        for (VerdictText.ObjectiveText objective : text.objectives()) {
            assertTrue(screen.contains(objective.achieved() + "  asked " + objective.asked()), objective::toString);
        }
        text.facts().forEach(fact -> assertTrue(screen.contains(fact.label() + ": " + fact.figure()), fact::toString));
        assertEquals(INPUT.verdict().objectives().size(), text.objectives().size());
        assertEquals(INPUT.verdict().expectationsHold(), text.held());
    }

    @Test
    void hasTheReportsChartsOfRequestsAndResponseTimes() {
        String page = HtmlReport.write(INPUT);

        assertEquals(List.of("glance-latency", "glance-requests", "glance-fleet"), ids());
        assertTrue(page.contains(charts.get(0).description()), charts.get(0).description());
        assertTrue(page.contains(charts.get(1).description()), charts.get(1).description());
    }

    private List<String> ids() {
        return charts.stream().map(Chart::id).toList();
    }

    @Test
    void addsPodsUpOverZonesAndNodesOverEverything() {
        Gauges gauges = new Gauges(INPUT.result());
        List<String> workloads = gauges.values("pods.ready", "workload");

        List<Layer.Line> lines =
                charts.get(2).layers().stream().map(Layer.Line.class::cast).toList();

        assertEquals(workloads.size() + 1, lines.size());
        for (int at = 0; at < workloads.size(); at++) {
            assertEquals("pods " + workloads.get(at), lines.get(at).name());
            assertEquals(
                    Gauges.sum(gauges.of("pods.ready", "workload", workloads.get(at))),
                    lines.get(at).samples());
        }
        assertEquals("nodes", lines.getLast().name());
        assertEquals(
                gauges.of("nodes").stream()
                        .mapToDouble(series -> series.values().getFirst())
                        .sum(),
                lines.getLast().samples().values().getFirst());
        lines.forEach(line -> assertTrue(
                line.highest(charts.get(2).span())
                        <= charts.get(2).scale().ticks().getLast(),
                line::name));
    }
}
