package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.DatabaseClass;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.database.Engine;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Production's database has a standby in another zone; stage's should; dev's is small. */
final class StandbyInProduction implements DesignRule {

    private static final String DEVELOPMENT = "dev";

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-01",
            Severity.ERROR,
            "one instance is lost with its zone, and comes back with the zone or from a backup",
            List.of("S42"),
            "RDS-01, RDS-05, AUR-01",
            "write database.deployment: multi-az and a standbyZone; an Aurora cluster has a reader in another zone");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            if (design.isProduction(environment)) {
                standby(environment, Severity.ERROR, findings);
            } else if (environment.name().equals(DEVELOPMENT)) {
                design.production().ifPresent(production -> isSmall(design, environment, production, findings));
            } else {
                standby(environment, Severity.ADVICE, findings);
            }
        }
    }

    private static void standby(Environment environment, Severity severity, Findings findings) {
        Database database = environment.database();
        if (database.deployment() == Deployment.SINGLE_AZ && !hasReaderElsewhere(database)) {
            findings.at(
                    severity,
                    Design.path(environment, "database.deployment"),
                    "expected multi-az, found single-az: the only instance is lost with zone "
                            + database.primaryZone());
        }
    }

    /** In an Aurora cluster a reader takes over; a replica of an RDS instance does not (AUR-01, RDS-29). */
    private static boolean hasReaderElsewhere(Database database) {
        return database.engine() == Engine.AURORA_POSTGRESQL
                && database.replicas().stream()
                        .anyMatch(reader -> !reader.zone().equals(database.primaryZone()));
    }

    private static void isSmall(Design design, Environment dev, Environment production, Findings findings) {
        if (dev.database().deployment() == Deployment.MULTI_AZ) {
            findings.at(
                    Severity.ADVICE,
                    Design.path(dev, "database.deployment"),
                    "expected single-az in " + dev.name() + ", where nobody waits for a failover, found multi-az");
        }
        DatabaseClass own = databaseClass(design, dev);
        DatabaseClass productions = databaseClass(design, production);
        if (own != null
                && productions != null
                && own.vcpus() >= productions.vcpus()
                && own.memory().compareTo(productions.memory()) >= 0) {
            findings.at(
                    Severity.ADVICE,
                    Design.path(dev, "database.class"),
                    "expected a class smaller than " + productions.name() + " of " + production.name() + ", found "
                            + own.name());
        }
    }

    private static @Nullable DatabaseClass databaseClass(Design design, Environment environment) {
        return design.catalog()
                .databaseClass(environment.database().instanceClass())
                .orElse(null);
    }
}
