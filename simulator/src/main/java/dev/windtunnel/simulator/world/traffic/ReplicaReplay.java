package dev.windtunnel.simulator.world.traffic;

/**
 * The one process that replays the primary's writes at its replicas, in the order of their commits (RDS-28): a single server
 * whose backlog is known at once. Below saturation it is a few milliseconds; above, it grows by the excess of the load over
 * one, in seconds per second.
 */
final class ReplicaReplay {

    private double freeAt;

    /** A write commits, with so much replaying to do. */
    void replay(double workNanos, long now) {
        freeAt = Math.max(freeAt, (double) now) + workNanos;
    }

    /** How long a write that commits now waits until it is replayed, nanoseconds. */
    double backlogNanos(long now) {
        return Math.max(0, freeAt - now);
    }

    /** Takes over another's state. */
    void copyFrom(ReplicaReplay other) {
        freeAt = other.freeAt;
    }
}
