package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.database.Engine;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ReadsFrom;
import java.util.List;
import java.util.Optional;

/** Only reads that may be late go to replicas, and nobody takes a replica for a standby. */
final class ReplicasForReadingOnly implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-09",
            Severity.WARNING,
            "a replica is behind by as much as it likes: who reads there does not see what he has just written, and nothing promotes it by itself",
            List.of("S43"),
            "RDS-28, RDS-29",
            "write readsFrom: primary where users read what they wrote, database.capacity.maxLag for the rest, and deployment: multi-az");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        List<Endpoint> late = design.architecture().endpoints().stream()
                .filter(endpoint -> endpoint.readsFrom() == ReadsFrom.REPLICA)
                .toList();
        for (Endpoint endpoint : late) {
            writing(design, endpoint)
                    .ifPresent(writer -> findings.at(
                            "endpoints." + endpoint.name() + ".readsFrom",
                            "expected primary, found replica: " + writer.name() + " writes what it reads at "
                                    + endpoint.path()));
        }
        for (Environment environment : Scope.beyondDevelopment(design)) {
            if (!environment.database().replicas().isEmpty()) {
                judge(environment, environment.database(), late, findings);
            }
        }
    }

    /** An endpoint of the same path that writes: users expect to see what they have sent there. */
    private static Optional<Endpoint> writing(Design design, Endpoint reader) {
        return design.architecture().endpoints().stream()
                .filter(endpoint -> endpoint.writes() && endpoint.path().equals(reader.path()))
                .findFirst();
    }

    private static void judge(Environment environment, Database database, List<Endpoint> late, Findings findings) {
        boolean isBounded = database.capacity() != null && database.capacity().maxLag() != null;
        if (!late.isEmpty() && !isBounded) {
            findings.at(
                    Design.path(environment, "database.capacity.maxLag"),
                    "expected a lag beyond which "
                            + String.join(
                                    ", ", late.stream().map(Endpoint::name).toList())
                            + " read from the primary, found none");
        }
        if (database.engine() == Engine.POSTGRES && database.deployment() == Deployment.SINGLE_AZ) {
            findings.at(
                    Design.path(environment, "database.replicas"),
                    "expected a standby beside replicas, found single-az with "
                            + database.replicas().size() + ": none of them takes over");
        }
    }
}
