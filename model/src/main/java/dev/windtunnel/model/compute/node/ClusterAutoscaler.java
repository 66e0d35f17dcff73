package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.util.List;

/** The Cluster Autoscaler, which sizes managed node groups (S25; Kubernetes sheet, section 12, whose defaults these are). */
@Doc("Cluster Autoscaler for managed node groups")
public record ClusterAutoscaler(
        @Doc("Node groups it sizes, by name; empty means all") @Default("[]")
        List<String> nodeGroups,

        @Doc(
                "How it picks a group: least-waste, random, most-pods, least-nodes, priority; up to version 1.32 its default is random")
        @Default("least-waste")
        Expander expander,

        @Doc("Time between two looks") @Default("10s") Duration scanInterval,

        @Doc("Requests per allocatable, of CPU and of memory, up to which a node may be removed") @Default("50%")
        Share scaleDownUtilizationThreshold,

        @Doc("Time a node must be unneeded without a break") @Default("10m")
        Duration scaleDownUnneededTime,

        @Doc("Time without removals after a node was added") @Default("10m")
        Duration scaleDownDelayAfterAdd,

        @Doc("Time without removals after a node was removed; 0s means until the next look") @Default("0s")
        Duration scaleDownDelayAfterDelete,

        @Doc("Time without removals after a removal failed") @Default("3m")
        Duration scaleDownDelayAfterFailure,

        @Doc("Time after which a node that did not join is given up") @Default("15m")
        Duration maxNodeProvisionTime,

        @Doc("Whether groups that are alike but for their zone are grown evenly") @Default("false")
        boolean balanceSimilarNodeGroups,

        @Doc("Whether nodes with pods that use local storage stay") @Default("true")
        boolean skipNodesWithLocalStorage) {

    /** How the group that grows is picked among those that help. */
    public enum Expander {
        /** The group whose new nodes are left with least unused CPU and memory. */
        LEAST_WASTE,
        /** Any. */
        RANDOM,
        /** The group that takes most pods. */
        MOST_PODS,
        /** The group that needs fewest nodes. */
        LEAST_NODES,
        /** The group that a list of priorities puts first. */
        PRIORITY
    }

    /** @throws IllegalArgumentException if it never looks or the threshold is 0 */
    public ClusterAutoscaler {
        nodeGroups = List.copyOf(nodeGroups);
        if (scanInterval.isZero()) {
            throw new IllegalArgumentException("scanInterval is longer than 0s");
        }
        if (scaleDownUtilizationThreshold.value() == 0) {
            throw new IllegalArgumentException("scaleDownUtilizationThreshold is above 0%");
        }
    }
}
