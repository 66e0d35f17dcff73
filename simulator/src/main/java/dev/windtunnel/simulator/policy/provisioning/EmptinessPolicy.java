package dev.windtunnel.simulator.policy.provisioning;

import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Karpenter's first method of disruption: nodes without pods of their own go, at the pool's pace (Kubernetes sheet, section
 * 11.3). Karpenter asks every {@link #LOOP_NANOS} and looks again {@link #VALIDATION_NANOS} later whether the node is still
 * empty before it acts.
 */
public final class EmptinessPolicy {

    /** Time between two passes of the disruption loop: 10 s. */
    public static final long LOOP_NANOS = 10_000_000_000L;

    /** Time between a decision and its validation: 15 s. */
    public static final long VALIDATION_NANOS = 15_000_000_000L;

    private EmptinessPolicy() {}

    /**
     * Decides one pass over a pool. The longest empty goes first, of equals the newest (highest number).
     *
     * @param nodes all nodes of the pool; those not ready or being removed use up the budget and do not count for the minimum
     */
    public static EmptinessDecision decide(EmptinessSettings settings, List<NodeOccupancy> nodes, long nowNanos) {
        if (settings.consolidateAfterNanos() == EmptinessSettings.NEVER) {
            return new EmptinessDecision(List.of(), EmptinessDecision.NOTHING_DUE);
        }
        SortedMap<String, Integer> readyByZone = new TreeMap<>();
        List<NodeOccupancy> due = new ArrayList<>();
        long next = EmptinessDecision.NOTHING_DUE;
        int gone = 0;
        for (NodeOccupancy node : nodes) {
            if (!node.ready()) {
                gone++;
                continue;
            }
            readyByZone.merge(node.zone(), 1, Integer::sum);
            if (!node.isEmpty()) {
                continue;
            }
            long dueNanos =
                    Math.max(node.emptySinceNanos() + settings.consolidateAfterNanos(), node.protectedUntilNanos());
            if (dueNanos <= nowNanos) {
                due.add(node);
            } else {
                next = Math.min(next, dueNanos);
            }
        }
        int budget = Math.ceilDiv(nodes.size() * settings.budgetPercent(), 100) - gone;
        return new EmptinessDecision(remove(settings, due, readyByZone, budget), next);
    }

    private static List<EmptinessDecision.Removal> remove(
            EmptinessSettings settings, List<NodeOccupancy> due, SortedMap<String, Integer> readyByZone, int budget) {
        List<EmptinessDecision.Removal> removals = new ArrayList<>();
        for (NodeOccupancy node : due.stream()
                .sorted(Comparator.comparingLong(NodeOccupancy::emptySinceNanos)
                        .thenComparing(
                                Comparator.comparingInt(NodeOccupancy::node).reversed()))
                .toList()) {
            int ready = readyByZone.getOrDefault(node.zone(), 0);
            if (removals.size() < budget && ready > settings.minPerZone()) {
                readyByZone.put(node.zone(), ready - 1);
                removals.add(new EmptinessDecision.Removal(
                        node.node(),
                        node.name() + " has been empty for consolidateAfter "
                                + Durations.print(Duration.ofNanos(settings.consolidateAfterNanos()))));
            }
        }
        return removals;
    }
}
