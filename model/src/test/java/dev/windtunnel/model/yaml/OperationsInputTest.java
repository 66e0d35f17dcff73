package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.operations.Commitment;
import dev.windtunnel.model.operations.CostPractices;
import dev.windtunnel.model.operations.Drill;
import dev.windtunnel.model.operations.InfrastructureCode;
import dev.windtunnel.model.operations.Operations;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.model.unit.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the system is run, as it is written, and what is said of what cannot be. */
final class OperationsInputTest {

    private static final String END = "endpoints:\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft with(String operations) {
        return Draft.in(folder).architecture(END, "operations: { " + operations + " }\n" + END);
    }

    private static Operations operationsOf(Draft draft) {
        return draft.read().architecture().operations();
    }

    @Test
    void saysNothingUnlessToldSo() {
        assertEquals(new Operations(), operationsOf(Draft.in(folder)));
    }

    @Test
    void readsADrillWithItsRunbook() {
        Operations operations =
                operationsOf(with("runbooks: { zone: { title: Zone lost, steps: [Look], faults: [az-loss] } },"
                        + " drills: { lose: { kind: failover, environment: prod, schedule: 0 14 1 * *, faults: [az-loss],"
                        + " recoverWithin: 5m, dataLoss: 0s, runbook: zone } }"));

        Drill drill = operations.drills().getFirst();
        assertEquals("zone", drill.runbook());
        assertEquals(Schedule.parse("0 14 1 * *"), drill.schedule());
        assertEquals(Duration.ofMinutes(5), drill.recoverWithin());
        assertEquals(List.of("az-loss"), operations.runbooks().getFirst().faults());
    }

    @Test
    void readsWorkspacesAndTheirPlans() {
        InfrastructureCode infrastructure = Objects.requireNonNull(operationsOf(
                        with("infrastructure: { repository: infra, workspaces: { prod: { plan: plans/prod.json } } }")
                                .architecture(END, "delivery: { repositories: { infra: { kind: infra } } }\n" + END))
                .infrastructure());

        assertEquals(
                "plans/prod.json",
                infrastructure.workspace("prod").orElseThrow().plan());
        assertTrue(infrastructure.workspace("dev").isEmpty());
    }

    @Test
    void readsCostPractices() {
        CostPractices cost = operationsOf(
                        with(
                                "notifications: { money: { via: email, to: x, about: [cost] } }, cost: {"
                                        + " commitments: { base: { kind: compute-savings-plan, hourly: $0.50, term: three-years },"
                                        + " data: { kind: rds-reserved-instances, class: db.m6g.large, count: 2 } },"
                                        + " rightSizing: { schedule: 0 9 1 * * }, spot: { workloads: [web] },"
                                        + " pipeline: { schedule: 0 6 * * mon, steps: [right-sizing, spot], notifications: [money] } }"))
                .cost();

        assertEquals(Money.parse("$0.50"), cost.commitments().getFirst().hourly());
        assertEquals(Commitment.Term.THREE_YEARS, cost.commitments().getFirst().term());
        assertEquals(2, cost.commitments().getLast().count());
        assertEquals(
                Duration.ofDays(14), Objects.requireNonNull(cost.rightSizing()).lookback());
        assertEquals(
                List.of(CostPractices.CostPipeline.Step.RIGHT_SIZING, CostPractices.CostPipeline.Step.SPOT),
                Objects.requireNonNull(cost.pipeline()).steps());
        assertEquals(Duration.ofDays(30), cost.stableFor());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runbooks: { zone: { title: Zone lost } } | steps or url say what to do",
                "runbooks: { zone: { title: Zone lost, steps: [Look], faults: [az-los] } } | unknown fault 'az-los'",
                "drills: { d: { kind: restore, environment: prot } } | unknown environment 'prot'",
                "drills: { d: { kind: restore, environment: prod, runbook: r } } | unknown runbook 'r'",
                "infrastructure: { repository: infra } | unknown repository 'infra'",
                "notifications: { n: { via: slack, to: x, about: [] } } | about is not empty",
                "cost: { commitments: { c: { kind: compute-savings-plan } } } | kind of a Savings Plan needs hourly",
                "cost: { commitments: { c: { kind: rds-reserved-instances, class: db.m6g.large } } } | kind rds-reserved-instances needs class and a count",
                "cost: { commitments: { c: { kind: compute-savings-plan, hourly: $1, account: prot } } } | unknown account 'prot'",
                "cost: { spot: { workloads: [wed] } } | unknown workload 'wed'",
                "cost: { pipeline: { schedule: 0 6 * * mon, steps: [spot], notifications: [n] } } | unknown notification 'n'"
            })
    void refusesWhatCannotBe(String operations, String message) {
        String problem = with(operations).onlyProblem();

        assertTrue(problem.startsWith("architecture.yaml:"), problem);
        assertTrue(problem.contains(message), problem);
    }
}
