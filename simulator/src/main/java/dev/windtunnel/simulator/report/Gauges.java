package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.report.chart.Samples;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Gauges of a result, gathered for a chart. */
record Gauges(RunResult result) {

    /** All series of a metric, in the result's order. */
    List<Series> of(String metric) {
        return result.series().stream()
                .filter(series -> series.metric().equals(metric))
                .toList();
    }

    /** All series of a metric with this label. */
    List<Series> of(String metric, String label, String value) {
        return of(metric).stream()
                .filter(series -> value.equals(series.labels().get(label)))
                .toList();
    }

    /** The different values of a label, in alphabetical order. */
    List<String> values(String metric, String label) {
        return of(metric).stream()
                .map(series -> series.labels().get(label))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Series added up by a name that each gets, in alphabetical order of the names. */
    static SequencedMap<String, Samples> summed(List<Series> series, Function<Series, String> name) {
        Map<String, List<Series>> groups = new TreeMap<>();
        series.forEach(one -> groups.computeIfAbsent(name.apply(one), absent -> new ArrayList<>())
                .add(one));
        SequencedMap<String, Samples> summed = new TreeMap<>();
        groups.forEach((group, members) -> summed.put(group, sum(members)));
        return summed;
    }

    /** Minute by minute. */
    static Samples sum(List<Series> series) {
        int size = series.stream().mapToInt(one -> one.values().size()).max().orElse(0);
        List<Double> sums = new ArrayList<>();
        for (int minute = 0; minute < size; minute++) {
            double sum = 0;
            for (Series one : series) {
                sum += minute < one.values().size() ? one.values().get(minute) : 0;
            }
            sums.add(sum);
        }
        return Samples.byMinute(sums);
    }

    /** As it is. */
    static Samples samples(Series series) {
        return Samples.byMinute(series.values());
    }
}
