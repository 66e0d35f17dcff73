package dev.windtunnel.simulator.policy.autoscaling;

import java.util.ArrayList;
import java.util.List;

/**
 * A proposal raised to the highest one on record, and the record with the proposal in it.
 *
 * <p>A recommendation exactly one window old still counts: the controller drops those before the cutoff. The new one takes the
 * place of the last outdated entry in list order, so that the log stays as long as the window needs (Kubernetes sheet, section
 * 1.5).
 */
record Stabilization(int replicas, List<Recommendation> history) {

    static Stabilization of(int proposal, List<Recommendation> history, long windowNanos, long nowNanos) {
        int highest = proposal;
        int outdated = -1;
        for (int entry = 0; entry < history.size(); entry++) {
            Recommendation earlier = history.get(entry);
            if (earlier.atNanos() < nowNanos - windowNanos) {
                outdated = entry;
            } else {
                highest = Math.max(highest, earlier.replicas());
            }
        }
        List<Recommendation> next = new ArrayList<>(history);
        Recommendation latest = new Recommendation(nowNanos, proposal);
        if (outdated < 0) {
            next.add(latest);
        } else {
            next.set(outdated, latest);
        }
        return new Stabilization(highest, List.copyOf(next));
    }
}
