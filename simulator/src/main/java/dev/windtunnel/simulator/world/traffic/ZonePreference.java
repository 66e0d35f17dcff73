package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Keys;

/**
 * How much of its traffic a load balancer node sends to each zone: as much as possible to its own, without giving any target
 * more than its even share of all traffic.
 *
 * <p>With n targets, m of them in the node's zone, and s nodes that share the traffic evenly, the node keeps min(1, m s / n).
 * The rest goes to zones in proportion to what their own node leaves free: m s - n of a zone with a node, m s of one without.
 * Below six targets, or if no target is healthy, zones do not count. Source: Envoy, zone aware routing, with its default
 * minimum cluster size; Kubernetes Topology Aware Routing likewise gives hints only if they overload nobody.
 */
final class ZonePreference {

    static final int FEWEST_TARGETS = 6;

    private final double[] cumulative;

    ZonePreference(int zones) {
        cumulative = new double[zones];
    }

    /**
     * Works out the shares of a node.
     *
     * @param own the node's zone
     * @param targets in each zone
     * @param hasNode whether a node stands in a zone; one does in the node's own
     */
    void prefer(int own, int[] targets, boolean[] hasNode) {
        int zones = cumulative.length;
        long all = 0;
        long nodes = 0;
        for (int zone = 0; zone < zones; zone++) {
            all += targets[zone];
            nodes += hasNode[zone] ? 1 : 0;
        }
        long kept = Math.min(all, targets[own] * nodes);
        long free = 0;
        for (int zone = 0; zone < zones; zone++) {
            free += zone == own ? 0 : free(zone, targets, hasNode, nodes, all);
        }
        double sum = 0;
        for (int zone = 0; zone < zones; zone++) {
            double share = zone == own
                    ? kept / (double) all
                    : free == 0 ? 0 : (all - kept) / (double) all * free(zone, targets, hasNode, nodes, all) / free;
            sum += share;
            cumulative[zone] = sum;
        }
    }

    private static long free(int zone, int[] targets, boolean[] hasNode, long nodes, long all) {
        return Math.max(0, targets[zone] * nodes - (hasNode[zone] ? all : 0));
    }

    /** The zone for a request with the given key: each with its share. */
    int pick(long key) {
        // Scaled by the sum, which rounding may have left a little below 1.
        double point = Keys.unit(Keys.draw(key, Draw.TARGET_ZONE)) * cumulative[cumulative.length - 1];
        int zone = 0;
        while (cumulative[zone] <= point) {
            zone++;
        }
        return zone;
    }

    /** The share of a zone, 0 to 1. */
    double share(int zone) {
        return zone == 0 ? cumulative[0] : cumulative[zone] - cumulative[zone - 1];
    }

    /** Takes over another's state. */
    void copyFrom(ZonePreference other) {
        System.arraycopy(other.cumulative, 0, cumulative, 0, cumulative.length);
    }
}
