package dev.windtunnel.model.compute.cluster;

/** What an admission policy does with what breaks it. */
public enum Enforcement {
    /** Refuses it. */
    DENY,
    /** Lets it in and warns. */
    WARN,
    /** Lets it in and counts it. */
    DRYRUN
}
