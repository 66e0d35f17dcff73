package dev.windtunnel.simulator.policy.health;

/**
 * When a lost node gets its NoExecute taint and its pods are deleted, if nothing changes until then.
 *
 * @param node its number
 * @param taintNanos when it is tainted, or {@link #NEVER}
 * @param evictNanos when its pods' tolerations end, or {@link #NEVER}
 * @param reason one sentence without a full stop
 */
public record NodeTaint(int node, long taintNanos, long evictNanos, String reason) {

    /** Not while the zones are as they are. */
    public static final long NEVER = Long.MAX_VALUE;
}
