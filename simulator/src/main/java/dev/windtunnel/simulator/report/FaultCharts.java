package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.Layer;
import dev.windtunnel.simulator.report.chart.Samples;
import dev.windtunnel.simulator.report.chart.Scale;
import dev.windtunnel.simulator.report.chart.TimeSpan;
import dev.windtunnel.simulator.report.chart.Unit;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.verdict.FaultHarm;
import java.util.ArrayList;
import java.util.List;

/** Second by second through the beginning of a fault, with its numbered steps. */
final class FaultCharts {

    private static final long SECOND = 1_000_000_000L;
    private static final long BEFORE = 60;
    private static final long AFTER = 420;
    private static final int HEIGHT = 150;

    private FaultCharts() {}

    /**
     * From a minute before the fault until seven minutes after its start, or until it was back inside the objective and a
     * minute more; no further than the record.
     */
    static TimeSpan span(ReportInput input, FaultHarm harm) {
        FaultWindow fault = harm.fault();
        long start = fault.startNanos() / SECOND;
        long end = Math.max(start + AFTER, start + harm.back() + BEFORE);
        long recordEnd = fault.firstSecond() + Math.max(1L, fault.arrived().size());
        long from = Math.max(fault.firstSecond(), start - BEFORE);
        return new TimeSpan(
                input.result().axis(), from * SECOND, Math.max(from + 1, Math.min(end, recordEnd)) * SECOND);
    }

    /** Requests that set out in each second, and what share of them failed. */
    static List<Chart> of(ReportInput input, FaultHarm harm, List<Chart.Mark> marks, String prefix) {
        FaultWindow fault = harm.fault();
        TimeSpan span = span(input, harm);
        Samples arrived = samples(fault, fault.arrived());
        Samples failed = samples(fault, fault.failed());
        Samples share = shares(fault);
        List<Chart.Band> bands = DayCharts.bands(input.result());
        String worst = "Highest share of failed requests in a second: " + Figures.percent(share.highest(span)) + ".";
        List<Layer> shareLayers = List.of(
                new Layer.Line("failed", 5, false, share),
                new Layer.Level("allowed " + allowed(harm), 1 - harm.objective().value()));
        return List.of(
                new Chart(
                        prefix + "-seconds",
                        "Requests by the second in which they set out",
                        "Most failed in one second: " + Math.round(failed.highest(span)) + ".",
                        span,
                        Unit.PER_SECOND,
                        Scale.Linear.upTo(arrived.highest(span), Unit.PER_SECOND),
                        HEIGHT,
                        List.of(
                                new Layer.Line("arrived", 0, false, arrived),
                                new Layer.Line("failed", 5, false, failed)),
                        bands,
                        marks),
                new Chart(
                        prefix + "-share",
                        "Share of them that failed",
                        worst,
                        span,
                        Unit.SHARE,
                        Scale.Linear.upTo(Math.max(share.highest(span), 0.01), Unit.SHARE),
                        HEIGHT,
                        shareLayers,
                        bands,
                        marks));
    }

    private static String allowed(FaultHarm harm) {
        return Figures.decimals((1 - harm.objective().value()) * 100, 2) + "%";
    }

    private static Samples samples(FaultWindow fault, List<Integer> counts) {
        return new Samples(
                fault.firstSecond() * SECOND,
                SECOND,
                counts.stream().map(Integer::doubleValue).toList());
    }

    private static Samples shares(FaultWindow fault) {
        List<Double> shares = new ArrayList<>();
        for (int second = 0; second < fault.arrived().size(); second++) {
            int arrived = fault.arrived().get(second);
            shares.add(arrived == 0 ? Double.NaN : (double) fault.failed().get(second) / arrived);
        }
        return new Samples(fault.firstSecond() * SECOND, SECOND, shares);
    }
}
