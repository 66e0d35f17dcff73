package dev.windtunnel.model.compute.cluster;

/** A log of the control plane that EKS writes to CloudWatch Logs. */
public enum ControlPlaneLog {
    /** Requests to the API server. */
    API,
    /** Who did what. */
    AUDIT,
    /** IAM principals that became Kubernetes users. */
    AUTHENTICATOR,
    /** The controller manager. */
    CONTROLLER_MANAGER,
    /** The scheduler. */
    SCHEDULER
}
