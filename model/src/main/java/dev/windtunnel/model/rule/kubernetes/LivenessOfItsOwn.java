package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.pod.Probe;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.util.List;

/** A liveness probe does not ask the database; a readiness probe may. */
final class LivenessOfItsOwn implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-11",
            Severity.WARNING,
            "while the database fails over, such a probe restarts every pod, and all of them come back at once when it returns",
            List.of("S33"),
            "APP-13",
            "leave probes.liveness.dependsOnDatabase out and give it a path that answers from the process alone");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : environment.workloads()) {
                Probe liveness = workload.template().probes().liveness();
                if (liveness != null && liveness.dependsOnDatabase()) {
                    findings.at(
                            Scope.path(environment, workload, "probes.liveness.dependsOnDatabase"),
                            "expected false, found true: the pods restart once the database is away for "
                                    + Durations.print(liveness.detection()));
                }
            }
        }
    }
}
