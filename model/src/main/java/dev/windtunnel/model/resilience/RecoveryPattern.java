package dev.windtunnel.model.resilience;

/** How a second region stands ready (DR-01 to DR-04). */
public enum RecoveryPattern {
    /** It does not: what comes back comes back in the same region, from its backups. */
    NONE,
    /** Backups lie there; everything else is built after the loss (DR-01). */
    BACKUP_RESTORE,
    /** Data is replicated there all the time, nothing computes (DR-02). */
    PILOT_LIGHT,
    /** The whole stack runs there, smaller (DR-03). */
    WARM_STANDBY,
    /** Both regions serve (DR-04). */
    ACTIVE_ACTIVE
}
