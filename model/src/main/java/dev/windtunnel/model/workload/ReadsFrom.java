package dev.windtunnel.model.workload;

/** Which copy answers an endpoint's statements. */
public enum ReadsFrom {
    /** The primary: always current. */
    PRIMARY,
    /** A read replica, in turn; the primary if there is none that answers (RDS-28). */
    REPLICA
}
