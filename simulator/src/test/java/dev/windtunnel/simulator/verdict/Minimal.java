package dev.windtunnel.simulator.verdict;

import dev.windtunnel.model.catalog.Evidence;
import dev.windtunnel.model.scenario.Budget;
import dev.windtunnel.model.scenario.Objective;
import dev.windtunnel.model.scenario.Objective.Expectation;
import dev.windtunnel.model.scenario.Objective.View;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Clients;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.EngineCounts;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.SparseHistogram;
import dev.windtunnel.simulator.result.TimeAxis;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small results and scenarios of which a test states only what it is about. */
final class Minimal {

    private Minimal() {}

    static ViewOutcome view(long failed, long... latenciesMillis) {
        LatencyHistogram latency = new LatencyHistogram();
        Arrays.stream(latenciesMillis).forEach(millis -> latency.record(millis * 1_000_000));
        Map<Cause, Long> failures = failed == 0 ? Map.of() : Map.of(Cause.DATABASE, failed);
        Map<Cause, SparseHistogram> latencies = new EnumMap<>(Cause.class);
        if (latenciesMillis.length > 0) {
            latencies.put(Cause.OWN_WORK, SparseHistogram.of(latency));
        }
        return new ViewOutcome(
                failed + latenciesMillis.length, failures, latencies, failed == 0 ? Map.of() : Map.of(500, failed));
    }

    /** So many succeeded requests of 100 ms and failed ones. */
    static ViewOutcome view(long succeeded, long failed) {
        LatencyHistogram latency = new LatencyHistogram();
        latency.record(100_000_000);
        int bucket = SparseHistogram.of(latency).buckets().getFirst();
        Map<Cause, SparseHistogram> latencies =
                Map.of(Cause.OWN_WORK, new SparseHistogram(List.of(bucket), List.of(succeeded)));
        return new ViewOutcome(succeeded + failed, Map.of(Cause.DATABASE, failed), latencies, Map.of(500, failed));
    }

    static EndpointOutcome endpoint(String name, ViewOutcome client, ViewOutcome loadBalancer) {
        return new EndpointOutcome(name, "backend", "GET", "/" + name, client.counted(), 0, client, loadBalancer);
    }

    static RunResult result(EndpointOutcome... endpoints) {
        return result(List.of(endpoints), List.of(), List.of(), List.of(), List.of());
    }

    static RunResult result(
            List<EndpointOutcome> endpoints,
            List<MinuteOutcome> minutes,
            List<Series> series,
            List<FaultWindow> faults,
            List<JournalEntry> journal) {
        return new RunResult(
                new Provenance(1, "1", "s", "a", "prod", "prod", "r", 1, "00", "00", List.of(), List.of()),
                new TimeAxis(Instant.parse("2026-01-01T00:00:00Z"), ZoneId.of("UTC"), Duration.ofHours(2)),
                endpoints,
                minutes,
                series,
                faults,
                journal,
                new Ledger(List.of(), List.of()),
                new EngineCounts(0, 0));
    }

    static MinuteOutcome minute(int minute, ViewOutcome client) {
        return new MinuteOutcome(minute, client.counted(), client, client);
    }

    static Series limit(String name, Double... values) {
        return new Series("utilization", "1", new TreeMap<>(Map.of("limit", name)), List.of(values));
    }

    /** A fault at 60 s, recorded from the scenario's start, 100 requests in each second. */
    static FaultWindow fault(int seconds, java.util.function.IntUnaryOperator failedInSecond) {
        List<Integer> arrived =
                IntStream.range(0, seconds).mapToObj(second -> 100).toList();
        List<Integer> failed =
                IntStream.range(0, seconds).map(failedInSecond).boxed().toList();
        return new FaultWindow("az-loss", "zone a", 60_000_000_000L, 1_200_000_000_000L, 0, arrived, failed);
    }

    static Objective objective(String good, @Nullable Duration latency) {
        return objective(good, latency, null, View.CLIENT, Expectation.MET);
    }

    static Objective objective(
            String good, @Nullable Duration latency, @Nullable String endpoint, View view, Expectation expect) {
        return new Objective("o", Share.parse(good), latency, endpoint, view, expect);
    }

    static Scenario scenario(Objective... objectives) {
        return scenario(null, replay(), objectives);
    }

    static TrafficSource replay() {
        return new TrafficSource.Replay(
                "t.csv",
                OffsetDateTime.parse("2020-01-01T00:00:00Z"),
                1,
                TrafficSource.Replay.Gaps.FAIL,
                null,
                Share.parse("1%"),
                TrafficSource.Replay.Unmatched.SHARES,
                null);
    }

    static Scenario scenario(@Nullable Budget budget, TrafficSource traffic, Objective... objectives) {
        return new Scenario(
                "s",
                "a.yaml",
                "prod",
                LocalDateTime.parse("2026-01-01T00:00:00"),
                ZoneId.of("UTC"),
                Duration.ofHours(2),
                traffic,
                new Clients(
                        Duration.ofSeconds(30),
                        20,
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(60),
                        Distribution.parse("30ms"),
                        Distribution.parse("uniform(3s, 21s)"),
                        null,
                        false,
                        null,
                        null),
                List.of(),
                List.of(),
                List.of(objectives),
                budget,
                1);
    }

    static Bill bill(String usd, Duration period) {
        return new Bill(
                List.of(new Bill.Line(
                        "prod",
                        "EC2",
                        "m6i.large",
                        BigDecimal.ONE,
                        "hour",
                        Money.of(usd),
                        Money.of(usd),
                        Evidence.SOURCED,
                        "2024-05-01",
                        "list")),
                List.of(new Bill.NotPriced("prod", "WAF", "no price"), new Bill.NotPriced("dev", "WAF", "no price")),
                period);
    }

    static Bill bill() {
        return bill("10", Duration.ofHours(2));
    }
}
