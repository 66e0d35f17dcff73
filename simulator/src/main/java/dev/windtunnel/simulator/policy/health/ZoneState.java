package dev.windtunnel.simulator.policy.health;

/** How much of a zone's nodes the control plane has lost sight of. */
public enum ZoneState {
    /** Few or none. */
    NORMAL,
    /** At least three nodes and 55 % of the zone. */
    PARTIAL_DISRUPTION,
    /** All of them. */
    FULL_DISRUPTION
}
