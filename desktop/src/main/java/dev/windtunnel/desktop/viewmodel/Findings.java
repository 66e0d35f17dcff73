package dev.windtunnel.desktop.viewmodel;

import dev.windtunnel.simulator.report.GlanceCharts;
import dev.windtunnel.simulator.report.ReportInput;
import dev.windtunnel.simulator.report.VerdictText;
import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.trial.Trial;
import java.util.List;

/**
 * What the window says of a complete run.
 *
 * @param verdict in the words of the report
 * @param charts response times, requests, pods and nodes
 */
public record Findings(VerdictText verdict, List<Chart> charts) {

    /** Copies. */
    public Findings {
        charts = List.copyOf(charts);
    }

    /** Judges an outcome. */
    static Findings of(Trial.Outcome outcome) {
        ReportInput input = ReportInput.of(
                outcome.result(), outcome.loaded().scenario(), outcome.bill(), new ReportInput.Drawings("", ""));
        return new Findings(VerdictText.of(input), GlanceCharts.of(input));
    }
}
