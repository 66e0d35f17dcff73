package dev.windtunnel.simulator.policy.provisioning;

import dev.windtunnel.simulator.policy.scheduling.NodeView;
import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The state of one provisioning round: what is left of nodes and limits while pod after pod is planned. */
final class ProvisioningRound {

    private final List<NodeView> nodes;
    private final long[] freeCpuMillis;
    private final long[] freeMemoryBytes;
    private final int[] freePods;
    private final List<PoolView> pools;
    private final long[] remainingCpuMillis;
    private final ZoneCounts counts;
    private final ClaimDraft.Overhead daemons;
    private final Map<List<String>, NavigableSet<String>> zonesByPools = new LinkedHashMap<>();

    private final List<ClaimDraft> claims = new ArrayList<>();
    private final List<Nomination> nominations = new ArrayList<>();
    private final List<Integer> unplaced = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    ProvisioningRound(List<NodeView> nodes, List<PoolView> pools, ZoneCounts counts, ClaimDraft.Overhead daemons) {
        this.nodes = nodes;
        this.freeCpuMillis = nodes.stream().mapToLong(NodeView::freeCpuMillis).toArray();
        this.freeMemoryBytes =
                nodes.stream().mapToLong(NodeView::freeMemoryBytes).toArray();
        this.freePods = nodes.stream().mapToInt(NodeView::freePods).toArray();
        this.pools = pools;
        this.remainingCpuMillis =
                pools.stream().mapToLong(PoolView::remainingCpuMillis).toArray();
        this.counts = counts;
        this.daemons = daemons;
    }

    /** Finds a place for the pod, or notes that there is none. */
    void place(PodNeed pod) {
        NavigableSet<String> zones = zonesByPools.computeIfAbsent(pod.pools(), any -> zonesOf(pod));
        boolean placed =
                switch (pod.spread()) {
                    case NONE -> place(pod, zones, false);
                    case DO_NOT_SCHEDULE -> place(pod, zones, true);
                    case SCHEDULE_ANYWAY -> place(pod, zones, true) || place(pod, zones, false);
                };
        if (!placed) {
            unplaced.add(pod.pod());
            reasons.add(whyNot(pod, zones));
        }
    }

    ProvisioningPlan plan() {
        SortedMap<String, Integer> nodesByZone = new TreeMap<>();
        for (NodeView node : nodes) {
            if (node.schedulable()) {
                nodesByZone.merge(node.zone(), 1, Integer::sum);
            }
        }
        List<NodeClaim> closed = new ArrayList<>();
        for (ClaimDraft draft : claims) {
            NodeClaim claim = draft.close(nodesByZone);
            nodesByZone.merge(claim.offering().zone(), 1, Integer::sum);
            closed.add(claim);
        }
        return new ProvisioningPlan(closed, nominations, unplaced, reasons);
    }

    /** The zones that the pod's spread counts: those of the nodes and of all offerings of its pools, lost ones included. */
    private NavigableSet<String> zonesOf(PodNeed pod) {
        NavigableSet<String> zones = nodes.stream()
                .filter(node -> pod.accepts(node.pool()))
                .map(NodeView::zone)
                .collect(Collectors.toCollection(TreeSet::new));
        pools.stream()
                .filter(pool -> pod.accepts(pool.name()))
                .flatMap(pool -> pool.offerings().stream())
                .map(Offering::zone)
                .forEach(zones::add);
        return zones;
    }

    private boolean place(PodNeed pod, NavigableSet<String> zones, boolean spread) {
        return onNode(pod, zones, spread) || onClaim(pod, zones, spread) || onNewClaim(pod, zones, spread);
    }

    private boolean onNode(PodNeed pod, NavigableSet<String> zones, boolean spread) {
        for (int index = 0; index < nodes.size(); index++) {
            NodeView node = nodes.get(index);
            if (node.schedulable()
                    && pod.accepts(node.pool())
                    && freePods[index] > 0
                    && pod.cpuMillis() <= freeCpuMillis[index]
                    && pod.memoryBytes() <= freeMemoryBytes[index]
                    && (!spread || counts.allows(pod, node.zone(), zones))) {
                freePods[index]--;
                freeCpuMillis[index] -= pod.cpuMillis();
                freeMemoryBytes[index] -= pod.memoryBytes();
                counts.add(pod, node.zone());
                nominations.add(new Nomination(pod.pod(), node.node()));
                return true;
            }
        }
        return false;
    }

    private boolean onClaim(PodNeed pod, NavigableSet<String> zones, boolean spread) {
        List<String> allowed = spread ? counts.allowed(pod, zones) : List.of();
        return claims.stream()
                .filter(claim -> pod.accepts(claim.pool()))
                .sorted(Comparator.comparingInt(ClaimDraft::podCount))
                .anyMatch(claim -> spread ? addInZone(claim, pod, allowed) : addAnywhere(claim, pod));
    }

    private boolean onNewClaim(PodNeed pod, NavigableSet<String> zones, boolean spread) {
        List<String> allowed = spread ? counts.allowed(pod, zones) : List.of();
        for (int index = 0; index < pools.size(); index++) {
            PoolView pool = pools.get(index);
            if (!pod.accepts(pool.name())) {
                continue;
            }
            ClaimDraft claim = new ClaimDraft(pool.name(), launchable(index), daemons);
            if (spread ? addInZone(claim, pod, allowed) : addAnywhere(claim, pod)) {
                claims.add(claim);
                if (remainingCpuMillis[index] != PoolView.UNLIMITED) {
                    // Which type it will be is open until the round ends, so the largest is set aside.
                    remainingCpuMillis[index] -= claim.largestCpuMillis();
                }
                return true;
            }
        }
        return false;
    }

    private boolean addInZone(ClaimDraft claim, PodNeed pod, List<String> allowed) {
        for (String zone : allowed) {
            if (claim.tryAdd(pod, zone)) {
                counts.add(pod, zone);
                return true;
            }
        }
        return false;
    }

    /** A pod on a claim whose zone is still open counts in no zone. */
    private boolean addAnywhere(ClaimDraft claim, PodNeed pod) {
        if (!claim.tryAdd(pod)) {
            return false;
        }
        claim.onlyZone().ifPresent(zone -> counts.add(pod, zone));
        return true;
    }

    private List<Offering> launchable(int pool) {
        return pools.get(pool).offerings().stream()
                .filter(offering -> offering.available() && offering.vcpus() * 1_000L <= remainingCpuMillis[pool])
                .toList();
    }

    private String whyNot(PodNeed pod, NavigableSet<String> zones) {
        List<String> why = new ArrayList<>();
        for (int index = 0; index < pools.size(); index++) {
            if (pod.accepts(pools.get(index).name())) {
                why.add("pool " + pools.get(index).name() + ": " + whyNotPool(pod, zones, index));
            }
        }
        return why.isEmpty() ? "no pool takes it" : String.join("; ", why);
    }

    private String whyNotPool(PodNeed pod, NavigableSet<String> zones, int index) {
        List<Offering> offerings = pools.get(index).offerings();
        List<Offering> fitting = offerings.stream()
                .filter(offering -> pod.cpuMillis() + daemons.cpuMillis() <= offering.allocatableCpuMillis()
                        && pod.memoryBytes() + daemons.memoryBytes() <= offering.allocatableMemoryBytes()
                        && offering.maxPods() > 0)
                .toList();
        if (fitting.isEmpty()) {
            return "none of its " + offerings.size() + " offerings holds the pod and the DaemonSets";
        }
        List<Offering> available = fitting.stream().filter(Offering::available).toList();
        if (available.isEmpty()) {
            return "none of the " + fitting.size() + " offerings that would do is available";
        }
        if (available.stream().noneMatch(offering -> offering.vcpus() * 1_000L <= remainingCpuMillis[index])) {
            return "its CPU limit leaves " + Math.max(0, remainingCpuMillis[index])
                    + "m, too little for a node that would do";
        }
        return "nothing available in a zone that the spread allows " + counts.allowed(pod, zones);
    }
}
