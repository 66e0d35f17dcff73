package dev.windtunnel.model.edge;

/** Who writes a DNS record (S26). */
public enum RecordOwner {
    /** The controller in the cluster, from Ingresses and Services (DNS-07). */
    EXTERNAL_DNS,
    /** The infrastructure code. */
    TERRAFORM,
    /** A person in the console. */
    HAND
}
