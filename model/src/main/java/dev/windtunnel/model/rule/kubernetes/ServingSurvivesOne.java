package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.WorkloadSize;
import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** What serves users has three pods or more, spread over zones, a disruption budget and an autoscaler. Requests the model itself demands. */
final class ServingSurvivesOne implements DesignRule {

    /** Pods of a Deployment that serves users (R-K8S-07). */
    private static final int FEWEST = 3;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-07",
            Severity.WARNING,
            "a Deployment without these is interrupted by every drain, every lost zone and every rise of the load",
            List.of("S23", "S34"),
            "customer's document, Deployment patterns; CAL-08",
            "write replicas.min: 3, zoneSpread, disruptionBudget and autoscaling for the workload");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : Scope.serving(design, environment)) {
                judge(environment, workload, findings);
            }
        }
    }

    private static void judge(Environment environment, Workload workload, Findings findings) {
        int fewest = WorkloadSize.of(workload).fewest();
        if (fewest < FEWEST) {
            String key = workload.scaledObject() == null ? "replicas.min" : "scaledObject.minReplicaCount";
            findings.at(
                    Scope.path(environment, workload, key),
                    "expected at least " + FEWEST + " pods of what serves users, found " + fewest);
        }
        if (workload.zoneSpread() == ZoneSpread.NONE
                && environment.vpc().zones().size() > 1) {
            findings.at(
                    Scope.path(environment, workload, "zoneSpread"),
                    "expected pods to be spread over zones, found none");
        }
        if (workload.disruptionBudget() == null) {
            findings.at(
                    Scope.path(environment, workload, "disruptionBudget"),
                    "expected a disruption budget, found none: a drain may take all pods at once");
        }
        if (workload.autoscaling() == null && workload.scaledObject() == null) {
            findings.at(
                    Scope.path(environment, workload, "autoscaling"),
                    "expected autoscaling or a scaledObject, found always " + fewest
                            + (fewest == 1 ? " pod" : " pods"));
        }
    }
}
