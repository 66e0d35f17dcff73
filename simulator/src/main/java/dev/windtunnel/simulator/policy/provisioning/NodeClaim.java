package dev.windtunnel.simulator.policy.provisioning;

import java.util.List;

/**
 * A node to launch.
 *
 * @param pool the pool it belongs to
 * @param offering what to ask EC2 for
 * @param pods the pods it was planned for, in the order in which they were put on it; kube-scheduler, not this plan, binds them
 * @param reason one sentence without a full stop
 */
public record NodeClaim(String pool, Offering offering, List<Integer> pods, String reason) {

    /** Copies the pods. */
    public NodeClaim {
        pods = List.copyOf(pods);
    }
}
