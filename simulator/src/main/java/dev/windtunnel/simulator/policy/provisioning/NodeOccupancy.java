package dev.windtunnel.simulator.policy.provisioning;

/**
 * A node of a pool, as emptiness sees it.
 *
 * @param node its number
 * @param name its name
 * @param zone its zone
 * @param ready initialized, ready and not being removed
 * @param emptySinceNanos when its last pod that is not a DaemonSet's left, or when it became ready without one; {@link
 *     #NOT_EMPTY} if it has some
 * @param protectedUntilNanos end of its latest nomination for a pending pod, 0 without one
 */
public record NodeOccupancy(
        int node, String name, String zone, boolean ready, long emptySinceNanos, long protectedUntilNanos) {

    /** It carries pods. */
    public static final long NOT_EMPTY = -1;

    /** Whether only DaemonSets run on it. */
    public boolean isEmpty() {
        return emptySinceNanos != NOT_EMPTY;
    }
}
