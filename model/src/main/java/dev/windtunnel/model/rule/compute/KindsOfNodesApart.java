package dev.windtunnel.model.rule.compute;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.Criticality;
import dev.windtunnel.model.compute.NodeGroup;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.rule.capacity.PeakNodes;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A pool or group has nodes of one architecture, and critical workloads may stand on On-Demand nodes. That a pool is of one
 * purchase the model itself says.
 */
final class KindsOfNodesApart implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CMP-02",
            Severity.ERROR,
            "Spot nodes of a zone go together and at two minutes' notice: what users need at all times must have somewhere else to stand",
            List.of("S21"),
            "SPOT-01, SPOT-07",
            "name an On-Demand pool in the workload's nodePools, and give each architecture a pool of its own");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            for (NodePool pool : environment.cluster().nodePools()) {
                List<String> amd64 = of(design, pool.instanceTypes(), "amd64"::equals);
                List<String> arm64 = of(design, pool.instanceTypes(), "arm64"::equals);
                if (!amd64.isEmpty() && !arm64.isEmpty()) {
                    findings.at(
                            Design.path(environment, "cluster.nodePools." + pool.name() + ".instanceTypes"),
                            "expected one architecture, found amd64 (" + String.join(", ", amd64) + ") and arm64 ("
                                    + String.join(", ", arm64) + ")");
                }
            }
            environment.cluster().nodeGroups().forEach(group -> group(design, environment, group, findings));
            environment.workloads().forEach(workload -> critical(environment, workload, findings));
        }
    }

    private static void group(Design design, Environment environment, NodeGroup group, Findings findings) {
        String said = group.architecture().name().toLowerCase(Locale.ROOT);
        List<String> other = of(design, group.instanceTypes(), architecture -> !architecture.equals(said));
        if (!other.isEmpty()) {
            findings.at(
                    Design.path(environment, "cluster.nodeGroups." + group.name() + ".instanceTypes"),
                    "expected types of " + said + ", as the group says, found " + String.join(", ", other));
        }
    }

    private static List<String> of(Design design, List<String> types, Predicate<String> architecture) {
        return types.stream()
                .flatMap(name -> design.catalog().instanceType(name).stream())
                .filter(type -> architecture.test(type.architecture()))
                .map(InstanceType::name)
                .toList();
    }

    private static void critical(Environment environment, Workload workload, Findings findings) {
        List<NodePool> pools = PeakNodes.pools(environment, workload);
        boolean isOnSpotAlone = pools.stream().allMatch(pool -> pool.capacity() == CapacityType.SPOT);
        if (workload.criticality() == Criticality.CRITICAL && isOnSpotAlone) {
            findings.at(
                    Scope.path(environment, workload, "nodePools"),
                    "a critical workload may stand on Spot only, found "
                            + String.join(
                                    ", ", pools.stream().map(NodePool::name).toList())
                            + ", expected an On-Demand pool among them");
        }
    }
}
