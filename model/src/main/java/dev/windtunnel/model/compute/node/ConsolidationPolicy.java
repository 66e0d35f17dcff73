package dev.windtunnel.model.compute.node;

/** Which nodes Karpenter consolidates (Kubernetes sheet, section 11.3). */
public enum ConsolidationPolicy {
    /** Empty nodes, and those whose pods fit elsewhere or on a cheaper node. */
    WHEN_EMPTY_OR_UNDERUTILIZED,
    /** Empty nodes only. */
    WHEN_EMPTY
}
