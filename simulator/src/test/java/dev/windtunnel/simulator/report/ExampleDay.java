package dev.windtunnel.simulator.report;

import dev.windtunnel.model.catalog.Evidence;
import dev.windtunnel.model.fault.Fault;
import dev.windtunnel.model.scenario.Budget;
import dev.windtunnel.model.scenario.Moment;
import dev.windtunnel.model.scenario.Objective;
import dev.windtunnel.model.scenario.Objective.Expectation;
import dev.windtunnel.model.scenario.Objective.View;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.scenario.TimelineEntry;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Clients;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.report.ReportInput.Drawings;
import dev.windtunnel.simulator.result.EngineCounts;
import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.TimeAxis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A day as a run might bring it: up to 400 requests/s in the evening, zone a lost from 20:15 to 20:55. Made by arithmetic, the
 * same each time. The requests are in {@link ExampleTraffic}, pods, nodes and journal in {@link ExampleCluster}.
 */
public final class ExampleDay {

    /** Start of the fault, seconds after midnight. */
    static final int FAULT_START = (20 * 60 + 15) * 60;

    /** End of the fault, seconds after midnight. */
    static final int FAULT_END = FAULT_START + 40 * 60;

    static final int MINUTES = 1440;

    private static final TimeAxis AXIS = new TimeAxis(
            Instant.parse("2026-11-26T23:00:00Z"), ZoneId.of("Europe/Berlin"), Duration.ofMinutes(MINUTES));

    private ExampleDay() {}

    /** Everything, judged. */
    public static ReportInput input() {
        return input(result(), scenario());
    }

    static ReportInput input(RunResult result, Scenario scenario) {
        return ReportInput.of(result, scenario, bill(), drawings());
    }

    /** What the run brought. */
    public static RunResult result() {
        return Made.RESULT;
    }

    /** Made once, because it is made request by request. */
    private static final class Made {
        static final RunResult RESULT = make();
    }

    private static RunResult make() {
        ExampleTraffic traffic = new ExampleTraffic();
        return new RunResult(
                new Provenance(
                        1,
                        "0.1.0",
                        "Launch day with a zone lost at the peak",
                        "Innovate Inc.",
                        "prod",
                        "prod",
                        "eu-central-1",
                        7,
                        "9f2c5be0d1a4478c3a55b2ed8c6f7a901b2c3d4e5f60718293a4b5c6d7e8f901",
                        "5d41402abc4b2a76",
                        List.of("WAF rules", "log shipping", "container image pulls through NAT"),
                        List.of(
                                "browser fallback to the next address: uniform(3s, 21s)",
                                "round trip to the load balancer: lognormal(median 30ms, sigma 0.6)")),
                AXIS,
                traffic.endpoints(),
                traffic.minutes(),
                ExampleCluster.series(traffic),
                List.of(traffic.fault()),
                ExampleCluster.journal(),
                new Ledger(
                        List.of(
                                new Ledger.Usage(
                                        "prod",
                                        Ledger.Item.INSTANCE,
                                        "m6i.large/on-demand",
                                        518_400_000_000_000L,
                                        Ledger.Unit.NANOSECONDS),
                                new Ledger.Usage(
                                        "prod", Ledger.Item.NAT_BYTES, "", 12_345_678_901L, Ledger.Unit.BYTES)),
                        List.of(new Ledger.LoadBalancerHour(
                                "prod", 0, 3_600_000_000_000L, 120_000, 60_000, 3_000_000_000L, 600_000))),
                new EngineCounts(traffic.arrived(), traffic.arrived() * 9));
    }

    /** What was asked. */
    public static Scenario scenario() {
        return scenario(List.of(
                new Objective("availability", new Share(0.999), null, null, View.CLIENT, Expectation.MET),
                new Objective("fast", new Share(0.99), Duration.ofMillis(500), null, View.CLIENT, Expectation.MET),
                new Objective(
                        "checkout answers",
                        new Share(0.9995),
                        null,
                        "checkout",
                        View.LOAD_BALANCER,
                        Expectation.MISSED)));
    }

    static Scenario scenario(List<Objective> objectives) {
        return new Scenario(
                "Launch day with a zone lost at the peak",
                "../architecture/innovate-inc.yaml",
                "prod",
                LocalDateTime.parse("2026-11-27T00:00:00"),
                ZoneId.of("Europe/Berlin"),
                Duration.ofHours(24),
                new TrafficSource.Replay(
                        "../traces/launch.csv.gz",
                        OffsetDateTime.parse("1995-07-13T00:00:00-04:00"),
                        180,
                        TrafficSource.Replay.Gaps.FAIL,
                        null,
                        Share.parse("1%"),
                        TrafficSource.Replay.Unmatched.SHARES,
                        null),
                new Clients(
                        Duration.ofSeconds(30),
                        20,
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(60),
                        Distribution.parse("lognormal(median 30ms, sigma 0.6)"),
                        Distribution.parse("uniform(3s, 21s)"),
                        null,
                        false,
                        null,
                        null),
                List.of(),
                List.of(new TimelineEntry(
                        new Moment.ClockTime(LocalTime.of(20, 15)), new Fault.AzLoss("a", Duration.ofMinutes(40)))),
                objectives,
                new Budget(Money.of("9000")),
                7);
    }

    static Bill bill() {
        return new Bill(
                List.of(
                        line("Elastic Compute Cloud", "m6i.large on-demand", "216.5", "hour", "0.115"),
                        line("Elastic Compute Cloud", "t4g.medium spot", "144.25", "hour", "0.0132"),
                        line("Elastic Container Service for Kubernetes", "control plane", "24", "hour", "0.10"),
                        line("Elastic Load Balancing", "load balancer", "24", "hour", "0.027"),
                        line("Elastic Load Balancing", "capacity units", "311.482917", "LCU-hour", "0.008"),
                        line("Relational Database Service", "db.m6g.large multi-az", "24", "hour", "0.40"),
                        line("Virtual Private Cloud", "NAT gateway", "72", "hour", "0.052"),
                        line("Virtual Private Cloud", "public IPv4", "144", "address-hour", "0.005"),
                        new Bill.Line(
                                "shared",
                                "Data Transfer",
                                "to the internet",
                                new BigDecimal("184.2"),
                                "GB",
                                Money.of("0.09"),
                                Money.of("16.578"),
                                Evidence.UNSOURCED,
                                "",
                                "list price, from knowledge")),
                List.of(
                        new Bill.NotPriced("prod", "WAF", "no price in the catalog"),
                        new Bill.NotPriced("security", "GuardDuty", "not simulated"),
                        new Bill.NotPriced("shared", "ECR storage", "not simulated")),
                Duration.ofHours(24));
    }

    private static Bill.Line line(String service, String item, String quantity, String unit, String price) {
        BigDecimal amount = new BigDecimal(quantity);
        return new Bill.Line(
                "prod",
                service,
                item,
                amount,
                unit,
                Money.of(price),
                Money.of(price).times(amount),
                Evidence.SOURCED,
                "2024-05-01",
                "price list extract");
    }

    static Drawings drawings() {
        return new Drawings("""
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 110" width="420" height="110">
                <title>Overview</title>
                <g fill="none" stroke="#555"><rect x="10" y="30" width="90" height="46"/>
                <rect x="160" y="30" width="90" height="46"/><rect x="310" y="30" width="90" height="46"/>
                <path d="M100 53H160M250 53H310"/></g>
                <g font-family="sans-serif" font-size="13" text-anchor="middle"><text x="55" y="57">Users</text>
                <text x="205" y="57">ALB + EKS</text><text x="355" y="57">RDS</text></g>
                </svg>
                """, """
                flowchart LR
                  users[Users] --> alb[ALB] --> eks[EKS] --> rds[(RDS)]
                """);
    }
}
