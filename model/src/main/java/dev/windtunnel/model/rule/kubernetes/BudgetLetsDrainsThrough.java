package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.compute.pod.PodDisruptionBudget;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/**
 * A disruption budget lets a pod go even when the autoscaler has left the fewest, and these are enough for a pod in each
 * zone.
 */
final class BudgetLetsDrainsThrough implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-14",
            Severity.WARNING,
            "a budget that allows nothing blocks every drain: upgrades, consolidation and node refreshes wait for ever or end by force",
            List.of("S23", "S34"),
            "CAL-08, CAL-10; Kubernetes sheet, section 8",
            "raise replicas.min above disruptionBudget.minAvailable and to the number of zones, or write maxUnavailable: 1");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : environment.workloads()) {
                WorkloadSize size = WorkloadSize.of(workload);
                PodDisruptionBudget budget = workload.disruptionBudget();
                if (budget != null) {
                    drains(environment, workload, size, budget, findings);
                }
                int zones = environment.vpc().zones().size();
                boolean isScaled = size.most() > size.fewest() && workload.scaledObject() == null;
                if (isScaled && size.fewest() < zones && Scope.serves(design, workload)) {
                    findings.at(
                            Scope.path(environment, workload, "replicas.min"),
                            "expected a pod in each of the " + zones + " zones, found " + size.fewest());
                }
            }
        }
    }

    private static void drains(
            Environment environment,
            Workload workload,
            WorkloadSize size,
            PodDisruptionBudget budget,
            Findings findings) {
        // No pods, nothing to drain: what counts is the first one.
        int fewest = Math.max(1, size.fewest());
        if (budget.allowedOf(fewest) > 0) {
            return;
        }
        boolean isMinimum = budget.minAvailable() != null;
        String always = budget.allowedOf(size.most()) > 0 || size.most() == fewest ? "" : " to " + size.most();
        findings.at(
                Scope.path(
                        environment, workload, "disruptionBudget." + (isMinimum ? "minAvailable" : "maxUnavailable")),
                "of " + fewest + always + (fewest == 1 && always.isEmpty() ? " pod" : " pods") + " a budget of "
                        + (isMinimum
                                ? "minAvailable " + budget.minAvailable()
                                : "maxUnavailable " + budget.maxUnavailable())
                        + " lets none go: every drain is refused");
    }
}
