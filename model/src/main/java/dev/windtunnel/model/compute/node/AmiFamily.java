package dev.windtunnel.model.compute.node;

/** The operating system of a node. */
public enum AmiFamily {
    /** Amazon Linux 2023. */
    AL2023,
    /** Bottlerocket. */
    BOTTLEROCKET,
    /** Amazon Linux 2, for which EKS makes no more images after Kubernetes 1.32. */
    AL2
}
