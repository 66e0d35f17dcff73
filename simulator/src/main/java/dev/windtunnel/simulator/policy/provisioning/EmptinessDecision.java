package dev.windtunnel.simulator.policy.provisioning;

import java.util.List;

/**
 * Which nodes of a pool may go now.
 *
 * @param removals nodes to remove, in that order
 * @param nextNanos next time at which a node's own timer or protection ends, so that another answer may be had; {@link
 *     #NOTHING_DUE} if none runs
 */
public record EmptinessDecision(List<Removal> removals, long nextNanos) {

    /** No timer runs. */
    public static final long NOTHING_DUE = Long.MAX_VALUE;

    /** Copies the removals. */
    public EmptinessDecision {
        removals = List.copyOf(removals);
    }

    /**
     * A node to remove.
     *
     * @param node its number
     * @param reason one sentence without a full stop
     */
    public record Removal(int node, String reason) {}
}
