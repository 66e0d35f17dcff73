package dev.windtunnel.simulator.world.traffic;

/**
 * Periods of CPU bandwidth control by workload, as cAdvisor counts them: those in which a container ran and those in which it
 * was held, each of its containers for itself; and how long it was held.
 */
final class ThrottleCounts {

    private final long[] active;
    private final long[] held;
    private final long[] heldNanos;

    ThrottleCounts(int workloads) {
        active = new long[workloads];
        held = new long[workloads];
        heldNanos = new long[workloads];
    }

    void active(int workload, long periods) {
        active[workload] += periods;
    }

    void held(int workload, long nanos) {
        held[workload]++;
        heldNanos[workload] += nanos;
    }

    long activePeriods(int workload) {
        return active[workload];
    }

    long heldPeriods(int workload) {
        return held[workload];
    }

    long heldNanos(int workload) {
        return heldNanos[workload];
    }

    /** Makes these counts equal to others. */
    void copyFrom(ThrottleCounts other) {
        System.arraycopy(other.active, 0, active, 0, active.length);
        System.arraycopy(other.held, 0, held, 0, held.length);
        System.arraycopy(other.heldNanos, 0, heldNanos, 0, heldNanos.length);
    }
}
