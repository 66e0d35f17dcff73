package dev.windtunnel.simulator.world.traffic;

/**
 * Connections of the database clients' pools, by workload: how often one was wanted and taken, and for how long all of them
 * were held. Times of taking are subtracted and times of giving back added, so that an event costs additions only; sums may
 * wrap around, differences of them do not care.
 */
final class PoolUse {

    private final long[] wanted;
    private final long[] taken;
    private final int[] inUse;
    private final long[] nanos;

    PoolUse(int workloads) {
        wanted = new long[workloads];
        taken = new long[workloads];
        inUse = new int[workloads];
        nanos = new long[workloads];
    }

    /** A request wants a connection, and gets it now, later or never. */
    void wants(int workload) {
        wanted[workload]++;
    }

    /** A connection is taken. */
    void takes(int workload, long now) {
        taken[workload]++;
        inUse[workload]++;
        nanos[workload] -= now;
    }

    /** So many connections are given back, or lost with their process. */
    void frees(int workload, int connections, long now) {
        inUse[workload] -= connections;
        nanos[workload] += connections * now;
    }

    /** How often one was wanted until now. */
    long wanted(int workload) {
        return wanted[workload];
    }

    /** How often one was taken until now. */
    long taken(int workload) {
        return taken[workload];
    }

    /** Connection-nanoseconds held until now, up to a multiple of 2^64: only differences mean something. */
    long heldNanos(int workload, long now) {
        return nanos[workload] + inUse[workload] * now;
    }

    /** Takes over another's state. */
    void copyFrom(PoolUse other) {
        System.arraycopy(other.wanted, 0, wanted, 0, wanted.length);
        System.arraycopy(other.taken, 0, taken, 0, taken.length);
        System.arraycopy(other.inUse, 0, inUse, 0, inUse.length);
        System.arraycopy(other.nanos, 0, nanos, 0, nanos.length);
    }
}
