package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.BackupCopy;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.DataClass;
import dev.windtunnel.model.security.DataProtection;
import java.util.List;
import java.util.stream.Stream;

/** Backups of production also lie in another region, one in which its data may lie. */
final class BackupsElsewhere implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-04",
            Severity.ERROR,
            "backups of a region that is lost are lost or out of reach with it",
            List.of("S46", "S78"),
            "RDS-57, RDS-58, DR-08",
            "write database.backups.copies with a region of dataProtection.residency other than the database's own");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.production(design)) {
            if (Stated.isKeeping(design, environment)) {
                judge(design, environment, findings);
            }
        }
    }

    private static void judge(Design design, Environment environment, Findings findings) {
        String home = design.architecture().region();
        List<String> allowed = allowed(design.architecture().dataProtection(), environment.name() + ".database");
        List<String> copies = environment.database().backups().copies().stream()
                .map(BackupCopy::region)
                .toList();
        if (copies.stream()
                .noneMatch(region -> !region.equals(home) && (allowed.isEmpty() || allowed.contains(region)))) {
            findings.at(
                    Design.path(environment, "database.backups.copies"),
                    "expected a copy outside of " + home
                            + (allowed.isEmpty() ? "" : " in a region that its data may lie in, " + words(allowed))
                            + ", found " + (copies.isEmpty() ? "none" : words(copies)));
        }
    }

    /** The regions in which a store may lie by all classes of data that it holds; empty means anywhere. */
    private static List<String> allowed(DataProtection protection, String store) {
        List<DataClass> held = protection.heldBy(store);
        DataProtection.Residency residency = protection.residency();
        List<String> general = residency == null ? List.of() : residency.allowedRegions();
        Stream<List<String>> each =
                held.stream().map(protection::allowedRegions).filter(list -> !list.isEmpty());
        return each.reduce((one, other) -> one.stream().filter(other::contains).toList())
                .orElse(general);
    }

    private static String words(List<String> regions) {
        return String.join(", ", regions);
    }
}
