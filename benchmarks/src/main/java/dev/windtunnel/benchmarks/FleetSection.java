package dev.windtunnel.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The full request path: as an operator would load it, at its limits, and beside the bare tandem of the same minutes. */
final class FleetSection implements Section {

    private static final int POD_BOUND = 42;

    /** 28.5 of 48 vCPU at 3,000/s; nine tenths of 48 at so many. */
    private static final double NINE_TENTHS = 4550;

    /** One and a half times what 48 vCPU can do at 9.5 ms a request. */
    private static final double OVERLOAD = 7580;

    @Override
    public String name() {
        return "fleet";
    }

    @Override
    public void print(Table table, int repetitions) {
        List<String> zoneLoss =
                List.of("timeline=[{at: 14:10, fault: az-loss, zone: a, for: 40m}]", "clients.retries.budget=10%");
        List<Row> rows = List.of(
                Row.scenario("full path, 42 pods, node CPU 59 %", Fleet.FILE, List.of()),
                Row.scenario("node CPU 90 %", Fleet.FILE, Fleet.steady(NINE_TENTHS, POD_BOUND, 1800)),
                Row.scenario("zone-loss hour (retry budget 10 %)", Fleet.FILE, zoneLoss),
                Row.scenario("retry storm at 150 % load", Fleet.FILE, Fleet.steady(OVERLOAD, POD_BOUND, 480)),
                Row.queue("bare tandem, same minutes", WorkerProcess.LAUNCHER, "bare", Network.TANDEM, 4_000_000));
        List<Measurement> measured = Turns.measure(rows, repetitions);
        table.section(
                "full request path: two queries a request, two-level CPU, TLS, both views, timeouts, retries, pools, HPA");
        Measurement full = measured.getFirst();
        Measurement bare = measured.getLast();
        for (int i = 0; i < rows.size(); i++) {
            Measurement one = measured.get(i);
            table.row(rows.get(i).label(), one, remark(one, full));
            if (i == 0) {
                fullBars(full, bare).forEach(table::bar);
                Digest.compare(table, Fleet.FILE, full.digest());
            } else if (i < rows.size() - 1) {
                table.bar(Bar.atLeast(
                        0.5,
                        rows.get(i).label() + ": attempts per CPU-second, times the full path,",
                        one.attemptsPerCpuSecond() / full.attemptsPerCpuSecond()));
            }
        }
    }

    private static String remark(Measurement one, Measurement full) {
        return String.format(
                Locale.ROOT,
                "%,.0f attempts/CPU-s, %.2f a request; events %.2f, users' requests %.2f of the full path's",
                one.attemptsPerCpuSecond(),
                (double) one.attempts() / one.requests(),
                one.eventsPerCpuSecond() / full.eventsPerCpuSecond(),
                one.requestsPerCpuSecond() / full.requestsPerCpuSecond());
    }

    private static List<Bar> fullBars(Measurement full, Measurement bare) {
        List<Bar> bars = new ArrayList<>();
        bars.add(Bar.atLeast(
                1.3, "full path: million requests per CPU-second (the aim is 2)", full.requestsPerCpuSecond() / 1e6));
        bars.add(Bar.atLeast(8, "full path: million events per CPU-second", full.eventsPerCpuSecond() / 1e6));
        bars.add(Bar.atLeast(
                0.5,
                "full path: events per CPU-second, times the bare tandem's,",
                full.eventsPerCpuSecond() / bare.eventsPerCpuSecond()));
        return bars;
    }
}
