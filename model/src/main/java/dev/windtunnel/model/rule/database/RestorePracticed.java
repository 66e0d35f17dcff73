package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.operations.Drill;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Optional;

/** The database can be brought back to a moment of its past, and somebody tries it on schedule. */
final class RestorePracticed implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-03",
            Severity.WARNING,
            "a restore that was never tried fails, or takes longer than was promised, on the day that it is needed",
            List.of("S45", "S70"),
            "RDS-52, RDS-53",
            "write database.backups.retention above 0d, and recovery.restoreDrill or a scheduled drill of kind restore below operations.drills");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            if (!environment.database().backups().hasPointInTimeRecovery()) {
                findings.at(
                        Design.path(environment, "database.backups.retention"),
                        "expected recovery to a point in time, found 0d: there are no logs to replay");
            }
        }
        for (Environment environment : Scope.production(design)) {
            if (Stated.isKeeping(design, environment)) {
                drill(design, environment, findings);
            }
        }
    }

    private static void drill(Design design, Environment environment, Findings findings) {
        Recovery recovery = environment.recovery();
        List<Drill> restores = design.architecture().operations().drills().stream()
                .filter(drill -> drill.kind() == Drill.Kind.RESTORE)
                .toList();
        if ((recovery != null && recovery.restoreDrill() != null)
                || restores.stream().anyMatch(drill -> drill.schedule() != null)) {
            return;
        }
        Optional<Drill> unscheduled = restores.stream().findFirst();
        findings.at(
                unscheduled
                        .map(drill -> "operations.drills." + drill.name() + ".schedule")
                        .orElse(Design.path(environment, "recovery.restoreDrill")),
                unscheduled
                        .map(drill -> "expected a schedule, found none: it takes place when somebody thinks of it")
                        .orElse("expected a restore of the database to be practiced, found no such drill"));
    }
}
