package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.policy.Phase;
import dev.windtunnel.simulator.policy.scheduling.ReplicaDeletionPolicy;
import dev.windtunnel.simulator.policy.scheduling.ReplicaView;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.List;

/** Keeps each workload at its desired size: creates pods, or deletes those that {@link ReplicaDeletionPolicy} names. */
final class ReplicaSetController {

    private final WorldState world;
    private final Kubelet kubelet;
    private final int[] desired;

    ReplicaSetController(WorldState world, Kubelet kubelet) {
        this.world = world;
        this.kubelet = kubelet;
        desired = new int[world.scenario().workloads().size()];
    }

    int desired(int workload) {
        return desired[workload];
    }

    /** A new desired size. */
    void scale(int workload, int replicas, String actor, String because, long now) {
        int before = desired[workload];
        desired[workload] = replicas;
        String name = world.scenario().workloads().get(workload).name();
        world.journal()
                .write(new JournalEntry.WorkloadScaled(
                        now,
                        actor,
                        name + " from " + before + " to " + replicas + " pods",
                        because,
                        name,
                        before,
                        replicas));
        reconcile(workload, now);
    }

    /** The size at the start, without a journal entry. */
    void start(int workload, int replicas) {
        desired[workload] = replicas;
        for (int i = 0; i < replicas; i++) {
            world.pods().create(workload, 0);
        }
    }

    /** Creates or deletes pods until the size is the desired one. A terminating pod does not count. */
    void reconcile(int workload, long now) {
        List<Pod> alive = world.pods().alive(workload);
        for (int missing = desired[workload] - alive.size(); missing > 0; missing--) {
            world.pods().create(workload, now);
            world.calendar().at(now, ControlEvent.SCHEDULE, 0);
        }
        int surplus = alive.size() - desired[workload];
        if (surplus > 0) {
            List<Integer> order = ReplicaDeletionPolicy.order(
                    alive.stream().map(pod -> view(pod, alive)).toList(), now);
            for (int slot : order.subList(0, surplus)) {
                Pod pod = world.pods().get(slot);
                if (pod != null) {
                    kubelet.delete(pod, now);
                }
            }
        }
    }

    private static ReplicaView view(Pod pod, List<Pod> replicas) {
        int together = (int) replicas.stream()
                .filter(other -> pod.node != Pod.NONE && other.node == pod.node)
                .count();
        Phase phase = pod.state == Pod.State.RUNNING ? Phase.RUNNING : Phase.PENDING;
        return new ReplicaView(
                pod.slot,
                pod.node != Pod.NONE,
                phase,
                pod.isReady,
                together,
                pod.readyTransitionNanos,
                pod.createdNanos,
                0,
                0);
    }

    /** Takes over another's state. */
    void copyFrom(ReplicaSetController other) {
        System.arraycopy(other.desired, 0, desired, 0, desired.length);
    }
}
