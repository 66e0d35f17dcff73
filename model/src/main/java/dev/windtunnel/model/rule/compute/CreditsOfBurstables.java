package dev.windtunnel.model.rule.compute;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.NodeGroup;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.node.CpuCredits;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.math.BigDecimal;
import java.util.List;

/** Burstable nodes that come and go start without credits: unlimited ones are billed for it, standard ones are slow. */
final class CreditsOfBurstables implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CMP-05",
            Severity.WARNING,
            "T3, T3a and T4g instances start with no credits, and what they owe is billed when they end: short lives pay or crawl",
            List.of("S21"),
            "EC2-20 to EC2-25",
            "use types that are not burstable where nodes come and go, or accept it with 'suppress' and say why");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (NodePool pool : environment.cluster().nodePools()) {
                judge(
                        design,
                        Design.path(environment, "cluster.nodePools." + pool.name() + ".instanceTypes"),
                        pool.instanceTypes(),
                        pool.nodeClass().cpuCredits(),
                        pool.capacity(),
                        findings);
            }
            for (NodeGroup group : environment.cluster().nodeGroups()) {
                if (group.maxSize() > group.minSize()) {
                    judge(
                            design,
                            Design.path(environment, "cluster.nodeGroups." + group.name() + ".instanceTypes"),
                            group.instanceTypes(),
                            group.cpuCredits(),
                            group.capacity(),
                            findings);
                }
            }
        }
    }

    private static void judge(
            Design design,
            String path,
            List<String> types,
            CpuCredits credits,
            CapacityType capacity,
            Findings findings) {
        List<InstanceType> burstable = types.stream()
                .flatMap(name -> design.catalog().instanceType(name).stream())
                .filter(InstanceType::burstable)
                .toList();
        if (burstable.isEmpty()) {
            return;
        }
        String nodes = (capacity == CapacityType.SPOT ? "Spot" : "autoscaled On-Demand") + " nodes of "
                + String.join(", ", burstable.stream().map(InstanceType::name).toList());
        findings.at(
                path,
                credits == CpuCredits.UNLIMITED
                        ? nodes + " start without credits, and surplus is billed when they end"
                        : nodes + " start without credits, at " + percent(burstable.getFirst()) + " % of each vCPU");
    }

    private static String percent(InstanceType type) {
        return BigDecimal.valueOf(type.baselineSharePerVcpu())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
