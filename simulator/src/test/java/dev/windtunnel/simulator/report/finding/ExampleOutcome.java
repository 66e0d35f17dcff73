package dev.windtunnel.simulator.report.finding;

import dev.windtunnel.model.architecture.Suppression;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Finding;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** What a check of two files could come to: each severity, an accepted finding, a suppression that has outlived its finding. */
final class ExampleOutcome {

    static final DesignRule NAT = new Named(new RuleFacts(
            "R-NET-05",
            Severity.ERROR,
            "a NAT gateway is lost with its zone, and with it the egress of every subnet that is routed through it",
            List.of("S13"),
            "NAT-01, NAT-02",
            "write vpc.nat: per-zone"));

    static final DesignRule PROBE = new Named(new RuleFacts(
            "R-K8S-15",
            Severity.WARNING,
            "a probe that is too strict restarts what is only busy",
            List.of("S33", "S19"),
            "APP-13",
            "write a timeout above 1s"));

    static final DesignRule COST = new Named(new RuleFacts(
            "R-CST-01",
            Severity.ADVICE,
            "a commitment is paid whether it is used or not",
            List.of("S64"),
            "document",
            "write stableFor: 30d"));

    static final List<DesignRule> RULES = List.of(COST, PROBE, NAT);

    private ExampleOutcome() {}

    private record Named(RuleFacts facts) implements DesignRule {
        @Override
        public void judge(Design design, Findings findings) {}
    }

    static Check.Outcome outcome() {
        return new Check.Outcome(
                List.of(
                        new Finding(
                                NAT.facts(),
                                Severity.ERROR,
                                "environments.prod.vpc.nat",
                                new Position("my files/ümläut.yaml", 229, 12),
                                "expected a NAT gateway in each of the 3 zones, found 1",
                                null),
                        new Finding(
                                NAT.facts(),
                                Severity.ERROR,
                                "environments.stage.vpc.nat",
                                new Position("my files/ümläut.yaml", 22, 5),
                                "expected a NAT gateway in each of the 3 zones, found 1",
                                "stage may lose its egress"),
                        new Finding(
                                PROBE.facts(),
                                Severity.WARNING,
                                "environments.prod.workloads.backend.probes.liveness.timeout",
                                new Position("my files/ümläut.yaml", 31, 9),
                                "expected more than 1s for a workload that may use all of its CPU, which the busiest minute"
                                        + " does, found 1s",
                                null),
                        new Finding(
                                PROBE.facts(),
                                Severity.WARNING,
                                "environments.stage.workloads.backend.probes.liveness.timeout",
                                new Position("my files/ümläut.yaml", 31, 9),
                                "expected more than 1s for a workload that may use all of its CPU, which the busiest minute"
                                        + " does, found 1s",
                                null),
                        new Finding(
                                COST.facts(), Severity.ADVICE, "", Position.of("cost.yaml"), "found nothing", null)),
                3,
                List.of(
                        new Suppression("R-NET-05", "environments.dev", "it is gone"),
                        new Suppression("R-NET-55", "", "never was")));
    }

    static Check.Outcome nothing() {
        return new Check.Outcome(List.of(), 3, List.of());
    }
}
