package dev.windtunnel.simulator.policy.scheduling;

import dev.windtunnel.model.compute.ZoneSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * kube-scheduler's choice for one pod: filter the nodes, score those left, take the best (Kubernetes sheet, section 6).
 *
 * <p>Only requests count, never usage. Where the real scheduler draws among equals, the lowest node number wins.
 */
public final class SchedulingPolicy {

    private SchedulingPolicy() {}

    /**
     * Places one pod.
     *
     * @param pod what it asks for
     * @param nodes all registered nodes, also those that take no pods: their zones still count for a hard spread
     * @param matchingPodsByZone pods of the same workload, neither terminating nor unscheduled, by zone; a zone that is not
     *     named has none
     */
    public static Placement place(PodNeed pod, List<NodeView> nodes, SortedMap<String, Integer> matchingPodsByZone) {
        NavigableSet<String> zones = nodes.stream()
                .filter(node -> pod.accepts(node.pool()))
                .map(NodeView::zone)
                .collect(Collectors.toCollection(TreeSet::new));
        SortedMap<String, Integer> refusals = new TreeMap<>();
        List<NodeView> feasible = new ArrayList<>();
        for (NodeView node : nodes) {
            List<String> reasons = refusals(pod, node, zones, matchingPodsByZone);
            if (reasons.isEmpty()) {
                feasible.add(node);
            }
            for (String reason : reasons) {
                refusals.merge(reason, 1, Integer::sum);
            }
        }
        if (feasible.isEmpty()) {
            return new Placement(Placement.NO_NODE, unschedulable(nodes.size(), refusals));
        }
        return NodeScore.best(pod, feasible, matchingPodsByZone);
    }

    /**
     * Why a node does not take the pod, in kube-scheduler's order of filters; the first filter that refuses ends the list, and
     * only the fit filter has several reasons at once. Empty if the node takes it.
     */
    static List<String> refusals(
            PodNeed pod, NodeView node, NavigableSet<String> zones, SortedMap<String, Integer> matchingPodsByZone) {
        if (!node.schedulable()) {
            return List.of("node(s) were unreachable");
        }
        if (!pod.accepts(node.pool())) {
            return List.of("node(s) didn't match Pod's node affinity/selector");
        }
        List<String> insufficient = insufficient(pod, node);
        if (!insufficient.isEmpty()) {
            return insufficient;
        }
        if (pod.spread() == ZoneSpread.DO_NOT_SCHEDULE
                && !TopologySpread.allows(node.zone(), zones, matchingPodsByZone)) {
            return List.of("node(s) didn't match pod topology spread constraints");
        }
        return List.of();
    }

    private static List<String> insufficient(PodNeed pod, NodeView node) {
        List<String> reasons = new ArrayList<>();
        if (node.freePods() < 1) {
            reasons.add("Too many pods");
        }
        // A pod that asks for nothing fits also on a node that is overcommitted in that resource.
        if (pod.cpuMillis() > 0 && pod.cpuMillis() > node.freeCpuMillis()) {
            reasons.add("Insufficient cpu");
        }
        if (pod.memoryBytes() > 0 && pod.memoryBytes() > node.freeMemoryBytes()) {
            reasons.add("Insufficient memory");
        }
        return List.copyOf(reasons);
    }

    private static String unschedulable(int nodes, SortedMap<String, Integer> refusals) {
        String head = "0/" + nodes + " nodes are available";
        return refusals.isEmpty()
                ? head
                : head + ": "
                        + refusals.entrySet().stream()
                                .map(refusal -> refusal.getValue() + " " + refusal.getKey())
                                .sorted()
                                .collect(Collectors.joining(", "));
    }
}
