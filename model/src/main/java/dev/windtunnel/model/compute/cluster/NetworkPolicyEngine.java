package dev.windtunnel.model.compute.cluster;

/** Who enforces network policies; without one they are only text. */
public enum NetworkPolicyEngine {
    /** Nobody. */
    NONE,
    /** The VPC CNI's own agent. */
    VPC_CNI,
    /** Calico. */
    CALICO,
    /** Cilium. */
    CILIUM
}
