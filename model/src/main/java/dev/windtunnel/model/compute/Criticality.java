package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Doc;

/** What the loss of a workload would mean (S21, S65; R-CMP-02). */
@Doc("What the loss of a workload would mean")
public enum Criticality {
    /** Users are cut off: never on Spot alone. */
    CRITICAL,
    /** Some of the system is missed. */
    NORMAL,
    /** Nobody notices soon: made for Spot. */
    DEFERRABLE
}
