package dev.windtunnel.model.compute.node;

/** What a taint does to pods that do not tolerate it (Kubernetes sheet, section 6). */
public enum TaintEffect {
    /** Keeps new pods away. */
    NO_SCHEDULE,
    /** Lowers the node's score. */
    PREFER_NO_SCHEDULE,
    /** Keeps new pods away and evicts running ones. */
    NO_EXECUTE
}
