package dev.windtunnel.simulator.policy.health;

import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the control plane does about silent nodes (Kubernetes sheet, section 7; {@code
 * kubernetes/kubernetes:pkg/controller/nodelifecycle/node_lifecycle_controller.go}).
 *
 * <p>Three steps: after the grace period a node is not ready, and at that moment its pods leave the endpoints and it takes no
 * new pods; then it gets a NoExecute taint, one node after the other at a rate that depends on its zone; a toleration later its
 * pods are deleted and replaced.
 */
public final class NodeLifecyclePolicy {

    private NodeLifecyclePolicy() {}

    /**
     * When a node whose kubelet renewed its lease for the last time at {@code lastRenewalNanos} is marked not ready: at the
     * first look after the grace period.
     *
     * @param monitorPhaseNanos time of any look at the nodes
     */
    public static long notReadyAt(NodeLifecycleSettings settings, long lastRenewalNanos, long monitorPhaseNanos) {
        long overdue = lastRenewalNanos + settings.graceNanos();
        long sinceLook = Math.floorMod(overdue - monitorPhaseNanos, settings.monitorNanos());
        return sinceLook == 0 ? overdue : overdue + settings.monitorNanos() - sinceLook;
    }

    /** The state of a zone; a zone without nodes is normal. */
    public static ZoneState zoneState(NodeLifecycleSettings settings, ZoneNodes zone) {
        if (zone.ready() == 0 && zone.notReady() > 0) {
            return ZoneState.FULL_DISRUPTION;
        }
        boolean partial = zone.notReady() > 2
                && (float) zone.notReady() / (float) zone.total() >= (float) settings.partialShare();
        return partial ? ZoneState.PARTIAL_DISRUPTION : ZoneState.NORMAL;
    }

    /**
     * NoExecute taints per second in each zone. A fully disrupted zone is tainted at the normal rate, unless all zones are: then
     * the control plane takes itself for the lost one and taints nothing.
     */
    public static SortedMap<String, Double> taintRates(NodeLifecycleSettings settings, List<ZoneNodes> zones) {
        boolean allLost = allLost(settings, zones);
        SortedMap<String, Double> rates = new TreeMap<>();
        for (ZoneNodes zone : zones) {
            rates.put(zone.zone(), allLost ? 0 : taintRate(settings, zone));
        }
        return rates;
    }

    /**
     * When each lost node is tainted and emptied, while the zones stay as they are; ask again when a node comes, goes or
     * changes its readiness.
     *
     * @param zones all zones with their nodes, tainted ones included
     * @param nodes not ready and not yet tainted, in any order; of each zone the one that was marked first goes first, of
     *     equals the lowest number
     * @param lastTaintNanos when the last taint was put on a node of the zone; a zone without one may be left out
     * @param nowNanos no taint is put before; a node that has waited in a zone without evictions is tainted now
     * @return one entry per node, ordered by taint time, then node
     * @throws IllegalArgumentException if a node's zone is not among the zones
     */
    public static List<NodeTaint> taints(
            NodeLifecycleSettings settings,
            List<ZoneNodes> zones,
            List<UnreadyNode> nodes,
            SortedMap<String, Long> lastTaintNanos,
            long nowNanos) {
        SortedMap<String, Double> rates = taintRates(settings, zones);
        SortedMap<String, Long> last = new TreeMap<>(lastTaintNanos);
        List<NodeTaint> taints = new ArrayList<>();
        for (UnreadyNode node : nodes.stream()
                .sorted(Comparator.comparingLong(UnreadyNode::notReadyNanos).thenComparingInt(UnreadyNode::node))
                .toList()) {
            Double rate = rates.get(node.zone());
            if (rate == null) {
                throw new IllegalArgumentException("node " + node.node() + " stands in zone " + node.zone()
                        + ", which is not among the zones " + rates.keySet());
            }
            String reason = reason(settings, zones, node.zone(), rate);
            if (rate == 0) {
                taints.add(new NodeTaint(node.node(), NodeTaint.NEVER, NodeTaint.NEVER, reason));
                continue;
            }
            long gap = Math.round(1e9 / rate);
            Long before = last.get(node.zone());
            long earliest = Math.max(nowNanos, node.notReadyNanos());
            long taint = before == null ? earliest : Math.max(earliest, before + gap);
            last.put(node.zone(), taint);
            taints.add(new NodeTaint(node.node(), taint, taint + settings.tolerationNanos(), reason));
        }
        taints.sort(Comparator.comparingLong(NodeTaint::taintNanos).thenComparingInt(NodeTaint::node));
        return List.copyOf(taints);
    }

    private static double taintRate(NodeLifecycleSettings settings, ZoneNodes zone) {
        return switch (zoneState(settings, zone)) {
            case NORMAL, FULL_DISRUPTION -> settings.taintsPerSecond();
            case PARTIAL_DISRUPTION -> zone.total() > settings.largeZoneNodes() ? settings.reducedTaintsPerSecond() : 0;
        };
    }

    private static boolean allLost(NodeLifecycleSettings settings, List<ZoneNodes> zones) {
        List<ZoneNodes> peopled =
                zones.stream().filter(zone -> zone.total() > 0).toList();
        return !peopled.isEmpty()
                && peopled.stream().allMatch(zone -> zoneState(settings, zone) == ZoneState.FULL_DISRUPTION);
    }

    private static String reason(NodeLifecycleSettings settings, List<ZoneNodes> zones, String name, double rate) {
        ZoneNodes zone = zones.stream()
                .filter(candidate -> candidate.zone().equals(name))
                .findFirst()
                .orElseThrow();
        String silence = "no lease renewal for " + Durations.print(Duration.ofNanos(settings.graceNanos()));
        if (allLost(settings, zones)) {
            return silence + "; every zone is lost, so the control plane distrusts itself and evicts nothing";
        }
        String lost = "; " + zone.notReady() + " of " + zone.total() + " nodes of zone " + name + " are lost, ";
        return rate == 0
                ? silence + lost + "too many of a small zone to evict"
                : silence + lost + "one is tainted per " + Durations.print(Duration.ofNanos(Math.round(1e9 / rate)));
    }
}
