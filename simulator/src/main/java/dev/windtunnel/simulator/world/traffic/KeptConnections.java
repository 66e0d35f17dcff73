package dev.windtunnel.simulator.world.traffic;

import java.util.Arrays;

/**
 * Idle connections from each load balancer node to each pod, with the instant at which the pod sent its last response on
 * them. A node reuses the one used last; the others grow old.
 *
 * <p>A server closes a connection that has been idle for its keep-alive time, and the node hears of it half a round trip
 * later. What the node sends from half a round trip before until then reaches a closed socket: the famous 502 of a server
 * whose keep-alive time is below the load balancer's idle timeout (APP-08). If it is not, the node closes first, and nothing
 * can cross. Opening orders nothing, so all of this costs no events.
 */
final class KeptConnections {

    /** There is no connection; one is opened. */
    static final int NONE = 0;
    /** A kept one is used. */
    static final int KEPT = 1;
    /** A kept one is used, which the server is closing. */
    static final int CLOSING = 2;

    private final Traffic traffic;
    private final long idleTimeoutNanos;

    // By node's zone and pod: instants, oldest first.
    private final long[][][] idleSince;
    private final int[][] counts;

    KeptConnections(Traffic traffic) {
        this.traffic = traffic;
        idleTimeoutNanos = traffic.scenario.balancer().idleTimeoutNanos();
        idleSince = new long[traffic.zones][0][];
        counts = new int[traffic.zones][0];
    }

    /** A pod starts, without connections. */
    void podStarted(int pod) {
        for (int zone = 0; zone < counts.length; zone++) {
            if (pod >= counts[zone].length) {
                int capacity = Math.max(pod + 1, 2 * counts[zone].length);
                int known = counts[zone].length;
                idleSince[zone] = Arrays.copyOf(idleSince[zone], capacity);
                counts[zone] = Arrays.copyOf(counts[zone], capacity);
                for (int fresh = known; fresh < capacity; fresh++) {
                    idleSince[zone][fresh] = new long[8];
                }
            }
            counts[zone][pod] = 0;
        }
    }

    private long longestIdle(PodStation station) {
        return Math.min(
                idleTimeoutNanos, traffic.workloads[station.workload].runtime().keepaliveNanos());
    }

    /** A node sends a request to a pod, a round trip away: over what? */
    int take(int zone, PodStation station, long roundTrip, long now) {
        int pod = station.pod;
        if (counts[zone][pod] == 0) {
            return NONE;
        }
        long idle = now - idleSince[zone][pod][counts[zone][pod] - 1];
        long keepalive = traffic.workloads[station.workload].runtime().keepaliveNanos();
        boolean serverClosesFirst = keepalive < idleTimeoutNanos;
        if (serverClosesFirst ? idle >= keepalive + roundTrip / 2 : idle >= idleTimeoutNanos) {
            // All others are older still.
            counts[zone][pod] = 0;
            return NONE;
        }
        counts[zone][pod]--;
        return serverClosesFirst && idle >= keepalive - roundTrip / 2 ? CLOSING : KEPT;
    }

    /** A pod has answered a node; the connection is idle from now on. */
    void keep(int zone, PodStation station, long now) {
        int pod = station.pod;
        long[] stack = idleSince[zone][pod];
        if (counts[zone][pod] == stack.length) {
            dropOld(zone, station, now);
            stack = idleSince[zone][pod];
        }
        stack[counts[zone][pod]++] = now;
    }

    /** Forgets those that are closed by now; makes room if none is. */
    private void dropOld(int zone, PodStation station, long now) {
        int pod = station.pod;
        long[] stack = idleSince[zone][pod];
        int count = counts[zone][pod];
        int old = closedOf(stack, count, now - 2 * longestIdle(station));
        if (2 * old >= count) {
            System.arraycopy(stack, old, stack, 0, count - old);
        } else {
            long[] larger = new long[2 * stack.length];
            System.arraycopy(stack, old, larger, 0, count - old);
            idleSince[zone][pod] = larger;
        }
        counts[zone][pod] = count - old;
    }

    /** How many at the bottom have been idle since before an instant. */
    private static int closedOf(long[] stack, int count, long before) {
        int old = 0;
        while (old < count && stack[old] < before) {
            old++;
        }
        return old;
    }

    /** A pod ends; returns how many open connections its nodes kept to it. */
    int forget(PodStation station, long now) {
        int open = 0;
        for (int zone = 0; zone < counts.length; zone++) {
            int count = counts[zone][station.pod];
            open += count - closedOf(idleSince[zone][station.pod], count, now - longestIdle(station));
            counts[zone][station.pod] = 0;
        }
        return open;
    }

    /** A node is lost with its zone. */
    void nodeLost(int zone) {
        Arrays.fill(counts[zone], 0);
    }

    /** Makes these connections equal to others. */
    void copyFrom(KeptConnections other) {
        for (int zone = 0; zone < counts.length; zone++) {
            counts[zone] = other.counts[zone].clone();
            idleSince[zone] = new long[other.idleSince[zone].length][];
            for (int pod = 0; pod < counts[zone].length; pod++) {
                idleSince[zone][pod] = other.idleSince[zone][pod].clone();
            }
        }
    }
}
