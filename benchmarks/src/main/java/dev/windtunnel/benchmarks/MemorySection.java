package dev.windtunnel.benchmarks;

import java.util.List;
import java.util.Locale;

/** A day of 49 million requests in the launcher's heap, and a tenth of them: requests are forgotten when they end. */
final class MemorySection implements Section {

    private static final String FILE = "scenarios/innovate-inc/world-cup.yaml";
    private static final long REQUESTS = 48_989_590;

    /** Requests that have not ended when the day does. */
    private static final long MOST_UNDER_WAY = 1_000;

    private static final double BOUND_MEBIBYTES = 512;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void print(Table table, int repetitions) {
        Measurement tenth = Turns.once(Row.scenario("a tenth of it", FILE, List.of("traffic.replay.scale=0.1")));
        Measurement day = Turns.once(Row.scenario("the World Cup day", FILE, List.of()));
        table.section("memory: the World Cup day with a zone lost, first run of a fresh process, heap of 512 MiB");
        table.row("a tenth of the day's requests", tenth, held(tenth));
        table.row("the day", day, held(day));
        long unended = REQUESTS - day.requests();
        if (unended < 0 || unended > MOST_UNDER_WAY) {
            throw new IllegalStateException("the day has " + REQUESTS + " requests, ended have " + day.requests());
        }
        table.bar(
                Bar.atMost(BOUND_MEBIBYTES, "49 million requests: peak heap in MiB", (double) day.peakHeapMebibytes()));
    }

    private static String held(Measurement one) {
        return String.format(
                Locale.ROOT,
                "%,d requests, %.0f s; %d MiB held at the end",
                one.requests(),
                one.wallSeconds(),
                one.heldMebibytes());
    }
}
