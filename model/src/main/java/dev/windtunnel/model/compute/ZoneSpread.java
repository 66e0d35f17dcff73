package dev.windtunnel.model.compute;

/** What the topology spread constraint over zones (maxSkew 1) does when it cannot be met. */
public enum ZoneSpread {
    /** Soft: prefer the zone with fewest pods. */
    SCHEDULE_ANYWAY,
    /** Hard: stay Pending. */
    DO_NOT_SCHEDULE,
    /** No constraint. */
    NONE
}
