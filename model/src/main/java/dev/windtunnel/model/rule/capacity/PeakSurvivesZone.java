package dev.windtunnel.model.rule.capacity;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.architecture.ZoneCapacity;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** At the peak that the design states, what is left after the loss of a zone carries what all carried (static stability). */
final class PeakSurvivesZone implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-AZ-04",
            Severity.WARNING,
            "when a zone is lost, launches fail or queue: n zones have to carry n/(n-1) of the peak before they are asked to",
            List.of("S12"),
            "AZ-03",
            "lower autoscaling.cpu to (n-1)/n of the requests or less, such as 60% with three zones");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.production(design)) {
            if (environment.vpc().zones().size() < 2) {
                continue;
            }
            List<ZoneCapacity.Loss> losses = ZoneCapacity.atMost(environment);
            for (Workload workload : Scope.serving(design, environment)) {
                losses.stream()
                        .filter(loss -> loss.workload().equals(workload.name()) && loss.shedPercent() > 0)
                        .findFirst()
                        .ifPresent(
                                loss -> findings.at(Scope.path(environment, workload, key(workload)), message(loss)));
            }
        }
    }

    private static String key(Workload workload) {
        return workload.scaledObject() == null ? "autoscaling.cpu" : "scaledObject.triggers";
    }

    private static String message(ZoneCapacity.Loss loss) {
        return loss.pods() + " pods at their target need " + loss.demand() + " vCPU; without a zone " + loss.left()
                + " pods request " + loss.capacity() + ", so that " + loss.shedPercent() + " % of the peak is shed";
    }
}
