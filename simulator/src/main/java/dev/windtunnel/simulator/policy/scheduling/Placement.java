package dev.windtunnel.simulator.policy.scheduling;

/**
 * Where a pod goes.
 *
 * @param node number of the node, or {@link #NO_NODE}
 * @param reason one sentence without a full stop; for an unschedulable pod as kube-scheduler words its event
 */
public record Placement(int node, String reason) {

    /** The pod stays Pending. */
    public static final int NO_NODE = -1;

    /** Whether a node was found. */
    public boolean isPlaced() {
        return node != NO_NODE;
    }
}
