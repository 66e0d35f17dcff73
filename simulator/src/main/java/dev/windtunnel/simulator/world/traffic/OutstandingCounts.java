package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import java.util.Arrays;

/** Requests that one load balancer node has sent to each pod and that are not answered. */
final class OutstandingCounts {

    private int[] byPod = new int[64];

    /** How many are outstanding at a pod. */
    int of(int pod) {
        return byPod[pod];
    }

    /** Makes room for a pod. */
    void reserve(int pod) {
        if (pod >= byPod.length) {
            byPod = Arrays.copyOf(byPod, Math.max(pod + 1, 2 * byPod.length));
        }
    }

    /** Adds; returns the count before. */
    int add(int pod, int change) {
        int before = byPod[pod];
        byPod[pod] = before + change;
        return before;
    }

    /** A pod starts anew: nothing is outstanding. */
    void clear(int pod) {
        byPod[pod] = 0;
    }

    /** Takes over another's state. */
    void copyFrom(OutstandingCounts other) {
        byPod = Copies.of(other.byPod, byPod);
    }
}
