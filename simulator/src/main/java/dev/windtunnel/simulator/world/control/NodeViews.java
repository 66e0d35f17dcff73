package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.compile.CompiledCluster;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.policy.scheduling.NodeView;
import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The world as scheduler and provisioner see it: requests, never usage. */
final class NodeViews {

    /** Pod slots that DaemonSets take: VPC CNI, kube-proxy, EBS CSI node, log and metric agents. */
    static final int DAEMON_PODS = 4;

    private NodeViews() {}

    /** What a pod asks for. */
    static PodNeed need(WorldState world, Pod pod) {
        CompiledWorkload workload = world.scenario().workloads().get(pod.workload);
        return new PodNeed(
                pod.slot,
                workload.name(),
                workload.requestCpuMillis(),
                workload.requestMemoryBytes(),
                workload.pools(),
                workload.zoneSpread());
    }

    /** Nodes that have joined, by slot. */
    static List<NodeView> joined(WorldState world) {
        return views(world, Node.State.JOINED);
    }

    /** Nodes that have joined, then those on their way. */
    static List<NodeView> joinedAndOnTheirWay(WorldState world) {
        List<NodeView> all = new ArrayList<>(views(world, Node.State.JOINED));
        all.addAll(views(world, Node.State.LAUNCHING));
        return all;
    }

    private static List<NodeView> views(WorldState world, Node.State state) {
        List<Node> nodes = world.nodes().all();
        Taken taken = Taken.by(world);
        List<NodeView> views = new ArrayList<>();
        for (Node node : nodes) {
            if (node.state == state) {
                views.add(view(world, node, taken));
            }
        }
        return views;
    }

    /** What pods have been given, by node slot: gathered in one walk over them, not one for each node. */
    private static final class Taken {

        private final long[] cpuMillis;
        private final long[] memoryBytes;
        private final int[] pods;

        private Taken(int slots) {
            cpuMillis = new long[slots];
            memoryBytes = new long[slots];
            pods = new int[slots];
        }

        static Taken by(WorldState world) {
            int slots = 0;
            for (Node node : world.nodes().all()) {
                slots = Math.max(slots, node.slot + 1);
            }
            Taken taken = new Taken(slots);
            for (Pod pod : world.pods().all()) {
                CompiledWorkload workload = world.scenario().workloads().get(pod.workload);
                taken.add(pod.node, workload);
                if (pod.nominatedNode != pod.node) {
                    taken.add(pod.nominatedNode, workload);
                }
            }
            return taken;
        }

        private void add(int node, CompiledWorkload workload) {
            if (node >= 0 && node < pods.length) {
                cpuMillis[node] += workload.requestCpuMillis();
                memoryBytes[node] += workload.requestMemoryBytes();
                pods[node]++;
            }
        }
    }

    private static NodeView view(WorldState world, Node node, Taken taken) {
        CompiledCluster cluster = world.scenario().cluster();
        boolean takesPods = node.state == Node.State.LAUNCHING || node.isReady;
        return new NodeView(
                node.slot,
                node.name(),
                world.zones().get(node.zone),
                node.pool.name(),
                node.type.allocatableCpuMillis() - cluster.daemonCpuMillis() - taken.cpuMillis[node.slot],
                node.type.allocatableMemoryBytes() - cluster.daemonMemoryBytes() - taken.memoryBytes[node.slot],
                node.type.maxPods() - DAEMON_PODS - taken.pods[node.slot],
                node.type.allocatableCpuMillis(),
                node.type.allocatableMemoryBytes(),
                takesPods);
    }

    /** The view after a pod was put there. */
    static NodeView with(NodeView node, PodNeed pod) {
        return new NodeView(
                node.node(),
                node.name(),
                node.zone(),
                node.pool(),
                node.freeCpuMillis() - pod.cpuMillis(),
                node.freeMemoryBytes() - pod.memoryBytes(),
                node.freePods() - 1,
                node.allocatableCpuMillis(),
                node.allocatableMemoryBytes(),
                node.schedulable());
    }

    /** Pods of a workload that are bound and not being deleted, by zone. */
    static SortedMap<String, Integer> podsByZone(WorldState world, int workload) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Pod pod : world.pods().alive(workload)) {
            if (pod.zone != Pod.NONE) {
                counts.merge(world.zones().get(pod.zone), 1, Integer::sum);
            }
        }
        return counts;
    }
}
