package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.policy.health.NodeLifecyclePolicy;
import dev.windtunnel.simulator.policy.health.NodeLifecycleSettings;
import dev.windtunnel.simulator.policy.health.NodeTaint;
import dev.windtunnel.simulator.policy.health.UnreadyNode;
import dev.windtunnel.simulator.policy.health.ZoneNodes;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The node lifecycle controller (Kubernetes sheet, section 7): gives silent nodes up, takes their pods out of service at
 * that moment, and evicts them after their toleration.
 */
final class NodeLifecycleController {

    private static final long LEASE_NANOS = 10_000_000_000L;

    /** From the zone's return to a renewed lease: kubelet's next try (CAL-01 saw 14 s). */
    private static final long BACK_NANOS = 20_000_000_000L;

    private final WorldState world;
    private final Kubelet kubelet;
    private final TargetController targets;
    private final ReplicaSetController replicaSets;
    private final NodeLifecycleSettings settings;
    private final SortedMap<String, Long> lastTaint = new TreeMap<>();
    private long planNumber;

    NodeLifecycleController(
            WorldState world, Kubelet kubelet, TargetController targets, ReplicaSetController replicaSets) {
        this.world = world;
        this.kubelet = kubelet;
        this.targets = targets;
        this.replicaSets = replicaSets;
        this.settings =
                NodeLifecycleSettings.forVersion(world.scenario().cluster().version());
    }

    /** A zone fell silent: its nodes renew their leases no more. */
    void zoneSilent(int zone, long now) {
        long monitor = world.luck().phase("nodes/monitor", 0, settings.monitorNanos());
        for (Node node : world.nodes().all()) {
            if (node.zone == zone && node.state == Node.State.JOINED) {
                node.isSilent = true;
                long sinceRenewal = world.luck().phase("nodes/lease", node.slot, LEASE_NANOS);
                long at = NodeLifecyclePolicy.notReadyAt(settings, now - sinceRenewal, monitor);
                world.calendar().at(at, ControlEvent.NODE_NOT_READY, node.slot, node.slot);
            }
        }
    }

    /** The grace period is over: the node is not ready, and its pods leave the endpoints. */
    void notReady(Node node, long now) {
        if (!node.isSilent || !node.isReady) {
            return;
        }
        node.isReady = false;
        node.notReadyNanos = now;
        for (Pod pod : world.pods().onNode(node.slot)) {
            if (pod.isReady) {
                pod.isReady = false;
                pod.readyTransitionNanos = now;
                targets.podLeaves(pod, now);
            }
        }
        String zone = world.zones().get(node.zone);
        world.journal()
                .write(new JournalEntry.NodeHealthChanged(
                        now,
                        "node-lifecycle",
                        node.name() + " in zone " + zone + " is NotReady; its pods leave the load balancer",
                        "its lease was not renewed for " + settings.graceNanos() / 1_000_000_000L + " s",
                        zone,
                        false));
        planEvictions(now);
    }

    private void planEvictions(long now) {
        planNumber++;
        List<UnreadyNode> unready = new ArrayList<>();
        List<ZoneNodes> zones = new ArrayList<>();
        for (int zone = 0; zone < world.zones().size(); zone++) {
            int ready = 0;
            int notReady = 0;
            for (Node node : world.nodes().all()) {
                if (node.zone == zone && node.state == Node.State.JOINED) {
                    ready += node.isReady ? 1 : 0;
                    notReady += node.isReady ? 0 : 1;
                    if (!node.isReady && !node.isEvicted) {
                        unready.add(new UnreadyNode(node.slot, world.zones().get(zone), node.notReadyNanos));
                    }
                }
            }
            zones.add(new ZoneNodes(world.zones().get(zone), ready, notReady));
        }
        for (NodeTaint taint : NodeLifecyclePolicy.taints(settings, zones, unready, lastTaint, now)) {
            if (taint.evictNanos() != NodeTaint.NEVER) {
                world.calendar().at(taint.evictNanos(), ControlEvent.EVICTION, taint.node(), planNumber);
            }
        }
    }

    /** The tolerations of a lost node's pods end: they are deleted, and replaced elsewhere. */
    void evict(Node node, long plan, long now) {
        if (plan != planNumber || node.isReady || node.isEvicted) {
            return;
        }
        node.isEvicted = true;
        lastTaint.put(world.zones().get(node.zone), now - settings.tolerationNanos());
        List<Pod> lost = world.pods().onNode(node.slot);
        for (Pod pod : lost) {
            kubelet.delete(pod, now);
        }
        if (!lost.isEmpty()) {
            String zone = world.zones().get(node.zone);
            world.journal()
                    .write(new JournalEntry.PodsEvicted(
                            now,
                            "node-lifecycle",
                            lost.size() + " pods of " + node.name() + " in zone " + zone + " are deleted",
                            "they tolerate a lost node for " + settings.tolerationNanos() / 1_000_000_000L + " s",
                            zone,
                            lost.size()));
        }
        for (int workload = 0; workload < world.scenario().workloads().size(); workload++) {
            replicaSets.reconcile(workload, now);
        }
    }

    /** A zone answers again: its nodes renew their leases one by one. */
    void zoneBack(int zone, long now) {
        for (Node node : world.nodes().all()) {
            if (node.zone == zone && node.isSilent) {
                long delay = world.luck().phase("nodes/back", node.slot, BACK_NANOS);
                world.calendar().at(now + delay, ControlEvent.NODE_BACK, node.slot, node.slot);
            }
        }
    }

    /** A node is back; containers of pods that are still its own start again. */
    void back(Node node, long now) {
        if (!node.isSilent || world.isSilent(node.zone)) {
            return;
        }
        node.isSilent = false;
        node.isEvicted = false;
        boolean wasGivenUp = !node.isReady;
        node.isReady = true;
        node.notReadyNanos = Pod.NONE;
        List<Pod> own = world.pods().onNode(node.slot);
        for (Pod pod : own) {
            targets.deregistered(pod);
            kubelet.restart(pod, node, now);
        }
        if (own.isEmpty()) {
            node.emptySinceNanos = now;
            world.calendar().at(now, ControlEvent.EMPTINESS, 0);
        }
        if (wasGivenUp) {
            String zone = world.zones().get(node.zone);
            world.journal()
                    .write(new JournalEntry.NodeHealthChanged(
                            now,
                            "node-lifecycle",
                            node.name() + " in zone " + zone + " is Ready again",
                            "its lease is renewed",
                            zone,
                            true));
            planEvictions(now);
        }
        world.calendar().at(now, ControlEvent.SCHEDULE, 0);
    }

    /** Takes over another's state. */
    void copyFrom(NodeLifecycleController other) {
        lastTaint.clear();
        lastTaint.putAll(other.lastTaint);
        planNumber = other.planNumber;
    }
}
