package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.policy.scheduling.NodeView;
import dev.windtunnel.simulator.policy.scheduling.Placement;
import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import dev.windtunnel.simulator.policy.scheduling.SchedulingPolicy;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** kube-scheduler: binds pending pods, oldest first; tells the provisioner of those that fit nowhere. */
final class SchedulerController {

    private final WorldState world;
    private final Kubelet kubelet;
    private final ProvisionerController provisioner;

    SchedulerController(WorldState world, Kubelet kubelet, ProvisionerController provisioner) {
        this.world = world;
        this.kubelet = kubelet;
        this.provisioner = provisioner;
    }

    /** Looks at all pending pods. */
    void schedule(long now) {
        List<Pod> pending = new ArrayList<>();
        for (Pod pod : world.pods().all()) {
            if (pod.state == Pod.State.PENDING) {
                pending.add(pod);
            }
        }
        if (pending.isEmpty()) {
            return;
        }
        List<NodeView> nodes = new ArrayList<>(NodeViews.joined(world));
        Map<Integer, Integer> placeOf = new LinkedHashMap<>();
        for (int place = 0; place < nodes.size(); place++) {
            placeOf.put(nodes.get(place).node(), place);
        }
        List<Pod> newlyUnschedulable = new ArrayList<>();
        SortedMap<Integer, SortedMap<String, Integer>> zonesOf = new TreeMap<>();
        String reason = "";
        for (Pod pod : pending) {
            PodNeed need = NodeViews.need(world, pod);
            SortedMap<String, Integer> byZone =
                    zonesOf.computeIfAbsent(pod.workload, workload -> NodeViews.podsByZone(world, workload));
            Placement placement = SchedulingPolicy.place(need, nodes, byZone);
            Node node = placement.isPlaced() ? world.nodes().get(placement.node()) : null;
            if (node != null) {
                kubelet.start(pod, node, now);
                byZone.merge(world.zones().get(node.zone), 1, Integer::sum);
                int place = Objects.requireNonNull(placeOf.get(node.slot));
                nodes.set(place, NodeViews.with(nodes.get(place), need));
            } else if (!pod.isKnownUnschedulable) {
                pod.isKnownUnschedulable = true;
                newlyUnschedulable.add(pod);
                reason = placement.reason();
            }
        }
        tell(newlyUnschedulable, reason, now);
    }

    private void tell(List<Pod> unschedulable, String reason, long now) {
        List<CompiledWorkload> workloads = world.scenario().workloads();
        for (int workload = 0; workload < workloads.size(); workload++) {
            int index = workload;
            int count = (int)
                    unschedulable.stream().filter(pod -> pod.workload == index).count();
            if (count > 0) {
                String name = workloads.get(workload).name();
                world.journal()
                        .write(new JournalEntry.PodsPending(
                                now,
                                "scheduler",
                                count + (count == 1 ? " pod of " : " pods of ") + name + " cannot be placed",
                                reason,
                                name,
                                count));
            }
        }
        unschedulable.forEach(pod -> provisioner.notice(pod, now));
    }
}
