package dev.windtunnel.model.rule.recovery;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.operations.Drill;
import dev.windtunnel.model.operations.Operations;
import dev.windtunnel.model.operations.Runbook;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.resilience.RecoveryDrill;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every drill names the runbook that is followed, and every fault of it is one that some runbook is for. */
final class DrillsNameRunbooks implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-OPS-01",
            Severity.ADVICE,
            "who is woken by a fault follows what was written down, or makes it up",
            List.of("S69", "S70"),
            "customer's document, Operations and Governance",
            "write operations.drills.NAME.runbook, and the fault below faults of a runbook");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        Operations operations = design.architecture().operations();
        for (Drill drill : operations.drills()) {
            String path = "operations.drills." + drill.name();
            if (drill.runbook() == null) {
                findings.at(path + ".runbook", "expected the runbook that is followed, found none");
            }
            for (int at = 0; at < drill.faults().size(); at++) {
                String fault = drill.faults().get(at);
                if (operations.runbooks().stream().noneMatch(runbook -> isFor(runbook, drill, fault))) {
                    findings.at(path + ".faults." + at, "expected a runbook for " + fault + ", found none");
                }
            }
        }
        for (Environment environment : design.environments()) {
            Recovery recovery = environment.recovery();
            if (recovery != null) {
                named(environment, "restoreDrill", recovery.restoreDrill(), findings);
                named(environment, "failoverDrill", recovery.failoverDrill(), findings);
            }
        }
    }

    /** Whether a runbook names the fault, or is the drill's own and names none. */
    private static boolean isFor(Runbook runbook, Drill drill, String fault) {
        boolean isOwn =
                runbook.name().equals(drill.runbook()) && runbook.faults().isEmpty();
        return isOwn || runbook.faults().contains(fault);
    }

    private static void named(Environment environment, String key, @Nullable RecoveryDrill drill, Findings findings) {
        if (drill != null && drill.runbook() == null) {
            findings.at(
                    Design.path(environment, "recovery." + key + ".runbook"),
                    "expected the runbook that is followed, found none");
        }
    }
}
