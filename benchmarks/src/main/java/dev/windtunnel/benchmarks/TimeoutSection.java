package dev.windtunnel.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * A million pending deadlines against hardly any: the same requests, whose clients would wait six minutes or three seconds.
 * Hardly any of either ever fires.
 */
final class TimeoutSection implements Section {

    @Override
    public String name() {
        return "timeouts";
    }

    @Override
    public void print(Table table, int repetitions) {
        List<Row> rows = List.of(
                Row.scenario("9,000 pending deadlines", Fleet.FILE, of("3s", "2900ms")),
                Row.scenario("1,080,000 pending deadlines", Fleet.FILE, of("360s", "350s")));
        List<Measurement> measured = Turns.measure(rows, repetitions);
        table.section("pending timeouts: the full path for 20 minutes, clients that wait 3 s or 6 min");
        for (int i = 0; i < rows.size(); i++) {
            Measurement one = measured.get(i);
            double times = one.nanosPerEvent() / measured.getFirst().nanosPerEvent();
            double perRequest = measured.getFirst().requestsPerCpuSecond() / one.requestsPerCpuSecond();
            table.row(
                    rows.get(i).label(),
                    one,
                    String.format(
                            Locale.ROOT,
                            "time per event %.2f, per request %.2f; digest %s",
                            times,
                            perRequest,
                            one.digest()));
            if (i > 0) {
                table.bar(Bar.atMost(1.3, "1,000,000 pending timeouts: time per event, times that of none,", times));
            }
        }
    }

    private static List<String> of(String timeout, String ofAttempt) {
        return List.of("duration=20m", "clients.timeout=" + timeout, "clients.attemptTimeout=" + ofAttempt);
    }
}
