package dev.windtunnel.simulator.policy.scheduling;

import java.util.Comparator;
import java.util.List;

/**
 * Which pods of a ReplicaSet go first when it shrinks (Kubernetes sheet, section 7; {@code
 * kubernetes/kubernetes:pkg/controller/controller_utils.go}): unscheduled, Pending, not ready, cheap to delete, doubled up on a
 * node, ready for a short time, often restarted, young.
 *
 * <p>Ages are compared by their power of two in nanoseconds: pods of 70 and 130 s may be of the same age. The controller
 * breaks that tie by the pods' random UIDs before it looks at restarts; here restarts are looked at first and then the lowest
 * pod number, because the original is no order at all (it can go in circles).
 */
public final class ReplicaDeletionPolicy {

    private ReplicaDeletionPolicy() {}

    /** The pods' numbers, first to be deleted first. */
    public static List<Integer> order(List<ReplicaView> replicas, long nowNanos) {
        return replicas.stream()
                .sorted(firstDeletedFirst(nowNanos))
                .map(ReplicaView::pod)
                .toList();
    }

    private static Comparator<ReplicaView> firstDeletedFirst(long nowNanos) {
        return Comparator.comparing(ReplicaView::scheduled)
                .thenComparing(ReplicaView::phase)
                .thenComparing(ReplicaView::ready)
                .thenComparingInt(ReplicaView::deletionCost)
                .thenComparing(
                        Comparator.comparingInt(ReplicaView::podsOfSetOnNode).reversed())
                .thenComparingInt(replica -> replica.ready() ? ageRank(replica.readySinceNanos(), nowNanos) : 0)
                .thenComparing(Comparator.comparingInt(ReplicaView::restarts).reversed())
                .thenComparingInt(replica -> ageRank(replica.createdNanos(), nowNanos))
                .thenComparingInt(ReplicaView::pod);
    }

    /** floor(log2(age)), -1 for an age of zero or less. */
    private static int ageRank(long sinceNanos, long nowNanos) {
        long age = nowNanos - sinceNanos;
        return age <= 0 ? -1 : Long.SIZE - 1 - Long.numberOfLeadingZeros(age);
    }
}
