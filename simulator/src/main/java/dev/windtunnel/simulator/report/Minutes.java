package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.report.chart.Samples;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.verdict.FirstLimit;
import dev.windtunnel.simulator.verdict.ViewTotals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Requests by the minute as the client saw them, in the shape that charts take.
 *
 * @param arrivedPerSecond mean over each minute
 * @param failedPerSecond mean over each minute
 * @param latency nanoseconds, one for each of {@link Percentile#SHOWN}; NaN where nothing succeeded
 * @param failedByCause failed per second, only causes that occurred
 */
record Minutes(
        Samples arrivedPerSecond, Samples failedPerSecond, List<Samples> latency, Map<Cause, Samples> failedByCause) {

    static Minutes of(RunResult result) {
        List<Double> arrived = new ArrayList<>();
        List<Double> failed = new ArrayList<>();
        List<List<Double>> latency = Percentile.SHOWN.stream()
                .map(p -> (List<Double>) new ArrayList<Double>())
                .toList();
        Map<Cause, List<Double>> byCause = new EnumMap<>(Cause.class);
        for (MinuteOutcome minute : result.minutes()) {
            minute.client().failed().keySet().forEach(cause -> byCause.putIfAbsent(cause, new ArrayList<>()));
        }
        for (MinuteOutcome minute : result.minutes()) {
            double seconds = secondsOf(result, minute);
            arrived.add(minute.arrived() / seconds);
            failed.add(minute.client().failedTotal() / seconds);
            byCause.forEach(
                    (cause, values) -> values.add(minute.client().failed().getOrDefault(cause, 0L) / seconds));
            LatencyHistogram histogram = ViewTotals.of(List.of(minute.client())).latency();
            for (int p = 0; p < latency.size(); p++) {
                double nanos = histogram.percentileNanos(Percentile.SHOWN.get(p).share());
                latency.get(p).add(histogram.total() == 0 ? Double.NaN : nanos);
            }
        }
        Map<Cause, Samples> causes = new EnumMap<>(Cause.class);
        byCause.forEach((cause, values) -> causes.put(cause, Samples.byMinute(values)));
        return new Minutes(
                Samples.byMinute(arrived),
                Samples.byMinute(failed),
                latency.stream().map(Samples::byMinute).toList(),
                causes);
    }

    private static double secondsOf(RunResult result, MinuteOutcome minute) {
        double rate = FirstLimit.arrivalRate(result, minute.minute());
        return rate == 0 ? 60 : minute.arrived() / rate;
    }
}
