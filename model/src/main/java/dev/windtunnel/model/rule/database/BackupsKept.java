package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;

/** Automated backups are kept for thirty days, and never turned off. */
final class BackupsKept implements DesignRule {

    /** The customer's document, Backups and DR: snapshots are kept for 30 days. RDS keeps 35 at most (RDS-50). */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-02",
            Severity.ERROR,
            "a mistake that is noticed after the last backup has gone stays for good",
            List.of("S44"),
            "RDS-50, RDS-55",
            "write database.backups.retention: 30d");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            Duration retention = environment.database().backups().retention();
            if (retention.compareTo(KEPT) < 0) {
                findings.at(
                        Design.path(environment, "database.backups.retention"),
                        "expected automated backups to be kept for " + Durations.print(KEPT) + ", found "
                                + (retention.isZero() ? "0d, which turns them off" : Durations.print(retention)));
            }
        }
    }
}
