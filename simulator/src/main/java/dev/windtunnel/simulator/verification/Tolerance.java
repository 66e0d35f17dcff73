package dev.windtunnel.simulator.verification;

/** How near a measured metric must come. */
sealed interface Tolerance {

    /** Within a share of the expected value; set for the run length that the case states. */
    record Relative(double share) implements Tolerance {}

    /** A closed form must agree to one in a million; a simulation's own 99 % interval must hold the value. */
    record OwnInterval() implements Tolerance {}

    /** Told beside the others, never judged. */
    record ReferenceOnly() implements Tolerance {}
}
