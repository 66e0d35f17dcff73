package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Tournament;
import java.util.Arrays;

/**
 * A node's CPU and the pods that share it. The node is one source of events: its next one is the earliest among its pods. What
 * sharing has to look at of each pod stands here side by side, so that a crowded node is reckoned anew without a look at pods
 * whose share stays as it is.
 */
final class NodeCpu {

    final int capacityMillis;

    /** Its rank among the sources of events. */
    final int source;

    /** Relative to the reference vCPU. */
    double speed;

    /** Its inverse. */
    double nanosPerWork;

    /** CPU that its pods could use now, each up to its own capacity. */
    long demandMillis;

    /** Whether the pods want more than there is, so that a change may touch all of them. */
    boolean contended;

    /** What each unit of weight got when the crowded node was last reckoned. */
    double perWeight;

    PodStation[] pods = new PodStation[8];
    int podCount;

    // By place of the pod: what it wants, its weight, what it was given while the node was crowded, when it is due.
    int[] demands = new int[8];
    int[] weights = new int[8];
    double[] granted = new double[8];
    long[] dueAt = new long[8];
    private int first;

    NodeCpu(int source, int capacityMillis, double speed) {
        this.source = source;
        this.capacityMillis = capacityMillis;
        this.speed = speed;
        this.nanosPerWork = 1 / speed;
    }

    void add(PodStation station) {
        if (podCount == pods.length) {
            pods = Arrays.copyOf(pods, 2 * podCount);
            demands = Arrays.copyOf(demands, 2 * podCount);
            weights = Arrays.copyOf(weights, 2 * podCount);
            granted = Arrays.copyOf(granted, 2 * podCount);
            dueAt = Arrays.copyOf(dueAt, 2 * podCount);
        }
        station.place = podCount;
        demands[podCount] = 0;
        weights[podCount] = station.weight;
        granted[podCount] = 0;
        dueAt[podCount] = Tournament.NEVER;
        pods[podCount++] = station;
    }

    /** The pod leaves; it wants nothing any more. */
    void remove(PodStation station) {
        int place = station.place;
        int behind = podCount - place - 1;
        System.arraycopy(pods, place + 1, pods, place, behind);
        System.arraycopy(demands, place + 1, demands, place, behind);
        System.arraycopy(weights, place + 1, weights, place, behind);
        System.arraycopy(granted, place + 1, granted, place, behind);
        System.arraycopy(dueAt, place + 1, dueAt, place, behind);
        podCount--;
        Arrays.fill(pods, podCount, podCount + 1, null);
        for (int i = place; i < podCount; i++) {
            pods[i].place = i;
        }
        lookForFirst();
    }

    /** The pod whose event comes next. */
    PodStation next() {
        return pods[first];
    }

    /** When it comes, or {@link Tournament#NEVER}. */
    long nextAt() {
        return podCount == 0 ? Tournament.NEVER : dueAt[first];
    }

    /** A pod's next event comes at another time. */
    void due(PodStation station, long time) {
        int place = station.place;
        long before = dueAt[first];
        dueAt[place] = time;
        if (time < before || (time == before && place <= first)) {
            first = place;
        } else if (place == first) {
            lookForFirst();
        }
    }

    /** After times were set in {@link #dueAt} itself: which pod's event comes next. */
    void lookForFirst() {
        long[] due = dueAt;
        int earliest = 0;
        long best = due[0];
        for (int place = 1; place < podCount; place++) {
            long time = due[place];
            boolean isEarlier = time < best;
            earliest = isEarlier ? place : earliest;
            best = isEarlier ? time : best;
        }
        first = earliest;
    }

    /** Takes over another's state; the stations are new ones, on this node. */
    void copyFrom(NodeCpu other) {
        speed = other.speed;
        nanosPerWork = other.nanosPerWork;
        demandMillis = other.demandMillis;
        contended = other.contended;
        perWeight = other.perWeight;
        demands = Copies.of(other.demands, demands);
        weights = Copies.of(other.weights, weights);
        granted = Copies.of(other.granted, granted);
        dueAt = Copies.of(other.dueAt, dueAt);
        first = other.first;
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
