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
        NavigableSet<String> zones = zones(pod, nodes);
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

    /** Zones of the nodes that the pod could stand on if they had room; looked for only if they matter. */
    private static NavigableSet<String> zones(PodNeed pod, List<NodeView> nodes) {
        NavigableSet<String> zones = new TreeSet<>();
        if (pod.spread() == ZoneSpread.DO_NOT_SCHEDULE) {
            for (NodeView node : nodes) {
                if (pod.accepts(node.pool())) {
                    zones.add(node.zone());
                }
            }
        }
        return zones;
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
        // A pod that asks for nothing fits also on a node that is overcommitted in that resource.
        boolean lacksCpu = pod.cpuMillis() > 0 && pod.cpuMillis() > node.freeCpuMillis();
        boolean lacksMemory = pod.memoryBytes() > 0 && pod.memoryBytes() > node.freeMemoryBytes();
        if (node.freePods() >= 1 && !lacksCpu && !lacksMemory) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        if (node.freePods() < 1) {
            reasons.add("Too many pods");
        }
        if (lacksCpu) {
            reasons.add("Insufficient cpu");
        }
        if (lacksMemory) {
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
