package dev.windtunnel.simulator.policy.scheduling;

import dev.windtunnel.simulator.policy.Phase;

/**
 * A pod of a ReplicaSet, as its controller ranks it for deletion.
 *
 * @param pod its number
 * @param scheduled whether it has a node
 * @param phase its phase: Pending, Unknown or Running; ended pods are no candidates
 * @param ready the Ready condition
 * @param podsOfSetOnNode pods of the same set on its node, itself included
 * @param readySinceNanos when it became ready; not looked at if it is not
 * @param createdNanos when it was created
 * @param deletionCost annotation {@code controller.kubernetes.io/pod-deletion-cost}, 0 unless set
 * @param restarts most restarts of any of its containers
 */
public record ReplicaView(
        int pod,
        boolean scheduled,
        Phase phase,
        boolean ready,
        int podsOfSetOnNode,
        long readySinceNanos,
        long createdNanos,
        int deletionCost,
        int restarts) {}
