package dev.windtunnel.simulator.policy;

/** Where a pod stands in its life, as {@code status.phase} says it. */
public enum Phase {
    /** Accepted; not yet on a node, or its containers have not started. */
    PENDING,
    /** Its node is lost, nobody can say. Kubernetes reports it no more, but still orders by it. */
    UNKNOWN,
    /** At least one container runs. */
    RUNNING,
    /** All containers ended well. */
    SUCCEEDED,
    /** A container ended badly and will not be restarted. */
    FAILED
}
