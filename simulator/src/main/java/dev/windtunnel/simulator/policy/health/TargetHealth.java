package dev.windtunnel.simulator.policy.health;

/**
 * What one load balancer node thinks of one target.
 *
 * @param status its verdict
 * @param against checks in a row whose result speaks against the verdict
 */
public record TargetHealth(Status status, int against) {

    /** Registered, not checked yet. */
    public static final TargetHealth NEW = new TargetHealth(Status.INITIAL, 0);

    /** A node's verdict on a target. */
    public enum Status {
        /** No verdict yet: it gets no requests. */
        INITIAL,
        /** It gets requests. */
        HEALTHY,
        /** It gets none, unless no target is healthy (ALB-15). */
        UNHEALTHY
    }
}
