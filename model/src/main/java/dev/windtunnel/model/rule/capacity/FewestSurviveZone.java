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
import java.util.Locale;

/** The fewest pods that the autoscaler leaves carry their load with one zone lost. */
final class FewestSurviveZone implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-08",
            Severity.WARNING,
            "until new pods stand, one or two minutes after the loss of a zone, the pods that are left carry everything",
            List.of("S23"),
            "AZ-03, AZ-10",
            "raise replicas.min to a multiple of the zones, lower autoscaling.cpu, or spread the pods with zoneSpread");

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
            List<ZoneCapacity.Loss> losses = ZoneCapacity.atFewest(environment);
            for (Workload workload : Scope.serving(design, environment)) {
                losses.stream()
                        .filter(loss -> loss.workload().equals(workload.name()) && loss.pods() > 0)
                        .filter(loss -> loss.left() == 0 || loss.shedPercent() > 0)
                        .findFirst()
                        .ifPresent(loss ->
                                findings.at(Scope.path(environment, workload, key(workload)), message(workload, loss)));
            }
        }
    }

    private static String key(Workload workload) {
        return workload.scaledObject() == null ? "replicas.min" : "scaledObject.minReplicaCount";
    }

    private static String message(Workload workload, ZoneCapacity.Loss loss) {
        if (loss.left() == 0) {
            return loss.pods() == 1
                    ? "the only pod goes with its zone"
                    : "all " + loss.pods() + " pods may stand in one zone: zoneSpread is "
                            + workload.zoneSpread().name().toLowerCase(Locale.ROOT);
        }
        return loss.pods() + " pods at their target need " + loss.demand() + " vCPU; the loss of a zone leaves "
                + loss.left() + ", which request " + loss.capacity() + ": " + loss.shortBy() + " or "
                + loss.shedPercent() + " % too little";
    }
}
