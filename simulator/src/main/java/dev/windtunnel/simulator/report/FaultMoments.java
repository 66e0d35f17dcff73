package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.verdict.FaultTimeline;
import java.util.ArrayList;
import java.util.List;

/** The steps of a fault as numbered marks; a step has the same number in table and chart. */
final class FaultMoments {

    private FaultMoments() {}

    static List<Chart.Mark> of(FaultTimeline timeline) {
        List<Chart.Mark> marks = new ArrayList<>();
        for (int i = 0; i < timeline.steps().size(); i++) {
            Double seconds = timeline.steps().get(i).seconds();
            if (seconds != null) {
                marks.add(new Chart.Mark(
                        String.valueOf(i + 1), timeline.fault().startNanos() + Math.round(seconds * 1e9)));
            }
        }
        return marks;
    }
}
