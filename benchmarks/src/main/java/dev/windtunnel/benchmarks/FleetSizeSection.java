package dev.windtunnel.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The full request path with more and more pods, each loaded alike, and the same number of requests altogether. */
final class FleetSizeSection implements Section {

    private static final int[] PODS = {10, 100, 1_000, 10_000};
    private static final int BASE = 1;
    private static final long REQUESTS = 12_000_000;

    @Override
    public String name() {
        return "fleet-size";
    }

    @Override
    public void print(Table table, int repetitions) {
        List<Row> rows = Arrays.stream(PODS)
                .mapToObj(pods -> Row.scenario(
                        String.format(Locale.ROOT, "%,d pods", pods), Fleet.FILE, Fleet.ofPods(pods, REQUESTS)))
                .toList();
        List<Measurement> measured = Turns.measure(rows, repetitions);
        table.section(String.format(
                Locale.ROOT,
                "size of the fleet: the full path, 71 requests/s a pod, about %,d requests each",
                REQUESTS));
        double base = measured.get(BASE).nanosPerEvent();
        for (int i = 0; i < rows.size(); i++) {
            double times = measured.get(i).nanosPerEvent() / base;
            table.row(
                    rows.get(i).label(),
                    measured.get(i),
                    String.format(Locale.ROOT, "time per event %.2f of that with 100 pods", times));
            if (i == rows.size() - 1) {
                table.bar(Bar.atMost(2.0, "10,000 pods: time per event, times that with 100,", times));
                Measurement idle =
                        Turns.once(Row.scenario("10,000 pods at rest", Fleet.FILE, Fleet.atRest(PODS[i], REQUESTS)));
                table.note(String.format(
                        Locale.ROOT,
                        "%.1f of %.1f CPU-seconds are the fleet itself: set up cold, hardly any requests",
                        idle.cpuSeconds(),
                        measured.get(i).cpuSeconds()));
            }
        }
    }
}
