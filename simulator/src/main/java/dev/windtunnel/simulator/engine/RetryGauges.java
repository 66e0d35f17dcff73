package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.engine.OfferedGauges.Sink;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.GatewayCounts;
import dev.windtunnel.simulator.world.traffic.StatementCounts;

/** Retries of the gateway and of database clients, minute by minute: absent where they try nothing again. */
final class RetryGauges {

    private final ExactPlant plant;
    private final boolean hasGateway;
    private final boolean hasStatements;
    private GatewayCounts gateway = new GatewayCounts(0, 0, 0, 0);
    private StatementCounts statements = new StatementCounts(0, 0, 0, 0);

    RetryGauges(CompiledScenario scenario, ExactPlant plant) {
        this.plant = plant;
        hasGateway = scenario.resilience().gateway() != null;
        hasStatements = scenario.resilience().statements().stream()
                .anyMatch(policy -> !policy.waits().isEmpty());
    }

    void record(Sink sink) {
        if (hasGateway) {
            GatewayCounts now = plant.measures().gateway();
            sink.put("gateway.tries", (double) (now.tries() - gateway.tries()));
            sink.put("gateway.retries", (double) (now.retries() - gateway.retries()));
            sink.put("gateway.retries.refused", (double) (now.refused() - gateway.refused()));
            gateway = now;
        }
        if (hasStatements) {
            StatementCounts now = plant.measures().statements();
            sink.put("database.statements.failed", (double) (now.failed() - statements.failed()));
            sink.put("database.retries", (double) (now.retries() - statements.retries()));
            sink.put("database.retries.refused", (double) (now.refused() - statements.refused()));
            statements = now;
        }
    }

    /** Takes over another's state. */
    void copyFrom(RetryGauges other) {
        gateway = other.gateway;
        statements = other.statements;
    }
}
