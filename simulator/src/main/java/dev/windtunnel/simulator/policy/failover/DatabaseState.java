package dev.windtunnel.simulator.policy.failover;

/** What a client of the database's endpoint meets, and whether a second loss could be borne. */
public enum DatabaseState {
    /** Answers; a standby stands ready, if the deployment has one. */
    AVAILABLE(true),
    /** Silent: connections break only by their own timeouts (RDS-12). */
    UNREACHABLE(false),
    /** The loss is noticed; the standby is fenced off, promoted and recovers. */
    PROMOTING(false),
    /** The new primary would answer, but the endpoint's name still leads to the lost one. */
    PROMOTED(false),
    /** Answers without a standby: slower writes, and a further loss would be an outage (RDS-08). */
    AVAILABLE_WITHOUT_STANDBY(true),
    /** The zone is back; the instance starts and recovers. */
    RECOVERING(false);

    private final boolean serving;

    DatabaseState(boolean serving) {
        this.serving = serving;
    }

    /** Whether new connections through the endpoint's current address are answered. */
    public boolean isServing() {
        return serving;
    }
}
