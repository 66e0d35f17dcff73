package dev.windtunnel.model.workload;

/** When a request calls an external service. */
public enum CallTime {
    /** Before the cache lookup and the statements: no database connection is held. */
    BEFORE_QUERIES,
    /** After the statements, whose connection the request holds until its end. */
    AFTER_QUERIES
}
