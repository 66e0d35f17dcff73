package dev.windtunnel.model.rule.capacity;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.Cluster;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In production the On-Demand nodes that always stand hold the critical workloads with one zone lost; managed groups of the
 * Cluster Autoscaler stand in for Karpenter, and launch other things than its pools.
 *
 * <p>Critical is what says so; where nothing does, what serves users.
 */
final class OnDemandBase implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CMP-06",
            Severity.WARNING,
            "nodes that are already there need no launch, no Spot capacity and no controller when a zone is lost",
            List.of("S22", "S25"),
            "AZ-03, EC2-06, EC2-07",
            "raise minPerZone of an On-Demand pool that the critical workloads tolerate, or keep a node group as fallback");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.production(design)) {
            base(design, environment, findings);
            fallback(environment, findings);
        }
    }

    private static void base(Design design, Environment environment, Findings findings) {
        List<Workload> critical = critical(design, environment);
        if (environment.vpc().zones().size() < 2 || critical.isEmpty()) {
            return;
        }
        StandingNodes standing = StandingNodes.withoutOneZone(design.catalog(), environment);
        List<String> homeless = standing.homeless(critical);
        if (!homeless.isEmpty()) {
            findings.at(
                    Design.path(environment, "cluster.nodePools" + biggest(environment)),
                    "without a zone " + standing.described() + "; expected room for the fewest pods of "
                            + String.join(
                                    " and ",
                                    critical.stream().map(Workload::name).toList())
                            + ", found none for " + String.join(" and ", homeless));
        }
    }

    private static List<Workload> critical(Design design, Environment environment) {
        List<Workload> said = environment.workloads().stream()
                .filter(workload -> workload.criticality() == Criticality.CRITICAL)
                .toList();
        return said.isEmpty() ? Scope.serving(design, environment) : said;
    }

    /** The On-Demand pool whose minPerZone would be raised: the one that has most already, or the first. */
    private static String biggest(Environment environment) {
        NodePool biggest = null;
        for (NodePool pool : environment.cluster().nodePools()) {
            boolean isBigger = biggest == null || pool.minPerZone() > biggest.minPerZone();
            biggest = pool.capacity() == CapacityType.ON_DEMAND && isBigger ? pool : biggest;
        }
        return biggest == null ? "" : "." + biggest.name() + ".minPerZone";
    }

    private static void fallback(Environment environment, Findings findings) {
        Cluster cluster = environment.cluster();
        boolean runsKarpenter = cluster.addOns().karpenter() != null;
        if (runsKarpenter
                && (cluster.clusterAutoscaler() == null || cluster.nodeGroups().isEmpty())) {
            findings.at(
                    Design.path(environment, "cluster.nodeGroups"),
                    "expected managed node groups that a Cluster Autoscaler grows should Karpenter fail, found "
                            + (cluster.nodeGroups().isEmpty() ? "no node groups" : "no clusterAutoscaler"));
        }
        for (NodeGroup group : cluster.nodeGroups()) {
            overlapping(cluster, group)
                    .ifPresent(pool -> findings.at(
                            Design.path(environment, "cluster.nodeGroups." + group.name() + ".instanceTypes"),
                            "both this group and pool " + pool.name() + " launch "
                                    + group.capacity()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-') + " "
                                    + shared(pool, group).getFirst()
                                    + " for the same pods; expected types of its own, or taints"));
        }
    }

    /** Taints that the pools do not have keep the groups' pods apart. */
    private static Optional<NodePool> overlapping(Cluster cluster, NodeGroup group) {
        return cluster.nodePools().stream()
                .filter(pool -> pool.capacity() == group.capacity()
                        && pool.taints().equals(group.taints())
                        && !shared(pool, group).isEmpty())
                .findFirst();
    }

    private static List<String> shared(NodePool pool, NodeGroup group) {
        return group.instanceTypes().stream()
                .filter(pool.instanceTypes()::contains)
                .toList();
    }
}
