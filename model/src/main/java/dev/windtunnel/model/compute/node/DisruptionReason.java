package dev.windtunnel.model.compute.node;

/** Why Karpenter removes a node of its own accord (Kubernetes sheet, section 11.3). */
public enum DisruptionReason {
    /** Its pods fit elsewhere, or on a cheaper node. */
    UNDERUTILIZED,
    /** It has no pods. */
    EMPTY,
    /** It no longer is what its pool says, such as after a new AMI. */
    DRIFTED
}
