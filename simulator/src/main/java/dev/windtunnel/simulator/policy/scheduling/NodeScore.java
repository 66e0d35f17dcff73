package dev.windtunnel.simulator.policy.scheduling;

import dev.windtunnel.model.compute.ZoneSpread;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * kube-scheduler's default scores, 0 to 100 each: least allocated (weight 1), balanced allocation (weight 1) and, for a soft
 * constraint, topology spread (weight 2). A hard constraint filters and does not score.
 */
final class NodeScore {

    private static final int TOPOLOGY_WEIGHT = 2;
    private static final long MOST = 100;

    private NodeScore() {}

    /** The feasible node with the highest score; of equals the lowest number. */
    static Placement best(PodNeed pod, List<NodeView> feasible, SortedMap<String, Integer> matchingPodsByZone) {
        Map<String, Long> spread = zoneScores(pod, feasible, matchingPodsByZone);
        NodeView best = feasible.getFirst();
        long bestScore = Long.MIN_VALUE;
        for (NodeView node : feasible) {
            long score = leastAllocated(pod, node)
                    + balanced(pod, node)
                    + TOPOLOGY_WEIGHT * spread.getOrDefault(node.zone(), 0L);
            if (score > bestScore || (score == bestScore && node.node() < best.node())) {
                best = node;
                bestScore = score;
            }
        }
        return new Placement(
                best.node(),
                best.name() + " in zone " + best.zone() + " scores highest (" + bestScore + ") of " + feasible.size()
                        + (feasible.size() == 1 ? " node that fits" : " nodes that fit"));
    }

    private static long leastAllocated(PodNeed pod, NodeView node) {
        long cpu = freeShare(node.freeCpuMillis() - pod.cpuMillis(), node.allocatableCpuMillis());
        long memory = freeShare(node.freeMemoryBytes() - pod.memoryBytes(), node.allocatableMemoryBytes());
        return (cpu + memory) / 2;
    }

    /** Percent, rounded down as the plug-in's integer division does. */
    private static long freeShare(long freeAfter, long allocatable) {
        return allocatable <= 0 || freeAfter <= 0 ? 0 : Math.multiplyExact(freeAfter, MOST) / allocatable;
    }

    /** 100 less the standard deviation of the two requested shares, which for two values is half their distance. */
    private static long balanced(PodNeed pod, NodeView node) {
        double cpu = requestedShare(node.freeCpuMillis() - pod.cpuMillis(), node.allocatableCpuMillis());
        double memory = requestedShare(node.freeMemoryBytes() - pod.memoryBytes(), node.allocatableMemoryBytes());
        return (long) ((1 - Math.abs(cpu - memory) / 2) * MOST);
    }

    private static double requestedShare(long freeAfter, long allocatable) {
        return allocatable <= 0 ? 1 : Math.clamp(1 - freeAfter / (double) allocatable, 0.0, 1.0);
    }

    /**
     * Scores of the zones: the raw score of a zone is its matching pods times ln(zones + 2), rounded; the emptiest zone gets
     * 100, the fullest the least.
     */
    private static Map<String, Long> zoneScores(
            PodNeed pod, List<NodeView> feasible, SortedMap<String, Integer> matchingPodsByZone) {
        Map<String, Long> scores = new LinkedHashMap<>();
        for (NodeView node : feasible) {
            scores.put(node.zone(), 0L);
        }
        if (pod.spread() != ZoneSpread.SCHEDULE_ANYWAY) {
            return scores;
        }
        double weight = StrictMath.log(scores.size() + 2.0);
        scores.replaceAll((zone, _) -> Math.round(matchingPodsByZone.getOrDefault(zone, 0) * weight));
        long lowest = Collections.min(scores.values());
        long highest = Collections.max(scores.values());
        scores.replaceAll((_, raw) -> highest == 0 ? MOST : MOST * (highest + lowest - raw) / highest);
        return scores;
    }
}
