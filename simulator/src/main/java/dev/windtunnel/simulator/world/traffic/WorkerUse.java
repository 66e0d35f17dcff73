package dev.windtunnel.simulator.world.traffic;

/** Worker-time that requests held, by workload: the time integral of the number of busy workers. */
final class WorkerUse {

    private final int[] busy;
    private final long[] changedAt;
    private final double[] heldNanos;

    WorkerUse(int workloads) {
        busy = new int[workloads];
        changedAt = new long[workloads];
        heldNanos = new double[workloads];
    }

    /** A worker is taken (1) or freed (-1). */
    void change(int workload, int difference, long now) {
        heldNanos[workload] += (double) busy[workload] * (now - changedAt[workload]);
        changedAt[workload] = now;
        busy[workload] += difference;
    }

    /** Worker-nanoseconds held until now; computed, never stored. */
    double heldNanos(int workload, long now) {
        return heldNanos[workload] + (double) busy[workload] * (now - changedAt[workload]);
    }

    /** Takes over another's state. */
    void copyFrom(WorkerUse other) {
        System.arraycopy(other.busy, 0, busy, 0, busy.length);
        System.arraycopy(other.changedAt, 0, changedAt, 0, changedAt.length);
        System.arraycopy(other.heldNanos, 0, heldNanos, 0, heldNanos.length);
    }
}
