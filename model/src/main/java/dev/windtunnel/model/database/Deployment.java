package dev.windtunnel.model.database;

/** Where copies of the database stand. */
public enum Deployment {
    /** One instance (RDS-05). */
    SINGLE_AZ,
    /** A primary and a synchronous standby in another zone (RDS-01). */
    MULTI_AZ
}
