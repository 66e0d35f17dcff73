package dev.windtunnel.simulator.world.traffic;

import java.util.Arrays;

/** A node's CPU and the pods that share it. */
final class NodeCpu {

    final int capacityMillis;

    /** Relative to the reference vCPU. */
    double speed;

    /** Its inverse. */
    double nanosPerWork;

    /** CPU that its pods could use now, each up to its own capacity. */
    long demandMillis;

    /** Whether the pods want more than there is, so that each change touches all of them. */
    boolean contended;

    PodStation[] pods = new PodStation[8];
    int podCount;

    NodeCpu(int capacityMillis, double speed) {
        this.capacityMillis = capacityMillis;
        this.speed = speed;
        this.nanosPerWork = 1 / speed;
    }

    void add(PodStation station) {
        if (podCount == pods.length) {
            pods = Arrays.copyOf(pods, 2 * podCount);
        }
        pods[podCount++] = station;
    }

    void remove(PodStation station) {
        for (int i = 0; i < podCount; i++) {
            if (pods[i] == station) {
                System.arraycopy(pods, i + 1, pods, i, podCount - i - 1);
                podCount--;
                Arrays.fill(pods, podCount, podCount + 1, null);
                return;
            }
        }
    }

    /** Takes over another's state; the stations are new ones, on this node. */
    void copyFrom(NodeCpu other) {
        speed = other.speed;
        nanosPerWork = other.nanosPerWork;
        demandMillis = other.demandMillis;
        contended = other.contended;
        pods = new PodStation[other.pods.length];
        podCount = other.podCount;
        for (int i = 0; i < podCount; i++) {
            PodStation theirs = other.pods[i];
            PodStation mine = new PodStation(
                    theirs.pod, theirs.workload, theirs.zone, this, theirs.capacityMillis, theirs.weight, 0);
            mine.copyFrom(theirs);
            pods[i] = mine;
        }
    }
}
