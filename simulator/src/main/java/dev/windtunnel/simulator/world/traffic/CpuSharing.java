package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Tournament;
import org.jspecify.annotations.Nullable;

/**
 * CPU shared on two levels: the requests of a pod share what the pod gets (up to the lesser of its limit and one CPU for
 * each process), the pods of a node share the node by their requests, by water-filling, as the kernel's fair scheduler does.
 *
 * <p>While the pods of a node want no more than it has, a change touches only its own pod. Only on a contended node others
 * are reckoned anew, those whose share changes.
 */
final class CpuSharing {

    private static final double[] RECIPROCALS = new double[129];

    static {
        for (int number = 1; number < RECIPROCALS.length; number++) {
            RECIPROCALS[number] = 1.0 / number;
        }
    }

    private final Tournament sources;

    /** Of the node that is reckoned anew, by place, in milli-CPU; below 0 for who wants more than there is. */
    private int[] grants = new int[32];

    CpuSharing(Tournament sources) {
        this.sources = sources;
    }

    /** Brings a pod's received work up to now. */
    static void advance(PodStation station, long now) {
        long elapsed = now - station.updatedAt;
        if (elapsed > 0) {
            station.cpu.advance(station.workPerNano * elapsed);
            station.usedCoreNanos += station.allottedCores * elapsed;
            if (station.bandwidth != null) {
                station.bandwidth.ran(station.allottedCores, station.updatedAt, now);
            }
            station.updatedAt = now;
        }
    }

    /** CPU used until now, without storing anything. */
    static double usedCoreNanos(PodStation station, long now) {
        return station.usedCoreNanos + station.allottedCores * (now - station.updatedAt);
    }

    /** Whether what is due now is not a completion: the limit holds the container back, or lets it go. Then share anew. */
    static boolean turns(PodStation station, long now) {
        return station.bandwidth != null && station.bandwidth.turns(now);
    }

    /** After the number of computing requests changed: new shares and a new time for the pod's next completion. */
    void reshare(PodStation station, long now) {
        int demand = Math.min(station.cpu.size() * 1000, station.capacityMillis);
        if (station.bandwidth != null && station.bandwidth.isHeld()) {
            demand = 0;
        }
        NodeCpu node = station.node;
        int before = station.demandMillis;
        node.demandMillis += demand - before;
        node.demands[station.place] = demand;
        station.demandMillis = demand;
        boolean contended = node.demandMillis > node.capacityMillis;
        if (contended && node.contended && leavesTheLevel(node, station, before)) {
            if (node.granted[station.place] < demand) {
                double coresPerWeight = node.perWeight / 1000;
                allotPart(station, coresPerWeight, node.nanosPerWork / coresPerWeight);
            } else {
                allotAll(station);
            }
            node.due(station, next(station, now));
            sources.set(node.source, node.nextAt());
        } else if (contended || node.contended) {
            boolean stays = contended && node.contended;
            node.contended = contended;
            shareNode(node, stays ? station : null, now);
        } else {
            allotAll(station);
            node.due(station, next(station, now));
            sources.set(node.source, node.nextAt());
        }
    }

    /** Whether the others' shares stay as they are: the pod wants the same as before, or more than its share as before. */
    private static boolean leavesTheLevel(NodeCpu node, PodStation station, int before) {
        double grant = node.granted[station.place];
        return station.demandMillis == before || (grant < before && grant < station.demandMillis);
    }

    /** The pod gets all that it wants. */
    private static void allotAll(PodStation station) {
        int sharing = station.cpu.size();
        if (station.demandMillis == 1000 * sharing) {
            // Each computing request has a core to itself.
            station.allottedCores = sharing;
            station.workPerNano = station.node.speed;
            station.nanosPerWork = station.node.nanosPerWork;
        } else if (station.demandMillis == 0) {
            // Held by its limit until the period ends.
            station.allottedCores = 0;
            station.workPerNano = 0;
        } else {
            station.allottedCores = station.capacityCores;
            station.workPerNano = station.capacityCores * station.node.speed * reciprocal(sharing);
            station.nanosPerWork = sharing * (station.nanosPerCapacity * station.node.nanosPerWork);
        }
    }

    /** The pod gets less: its weight times the level of what is left on the node. */
    private static void allotPart(PodStation station, double coresPerWeight, double nanosPerLevel) {
        int sharing = station.cpu.size();
        station.allottedCores = coresPerWeight * station.weight;
        station.workPerNano = station.allottedCores * station.node.speed * reciprocal(sharing);
        station.nanosPerWork = sharing * (station.perWeight * nanosPerLevel);
    }

    /** No division but by numbers too large to be known beforehand. */
    private static double reciprocal(int number) {
        return number < RECIPROCALS.length ? RECIPROCALS[number] : 1.0 / number;
    }

    /** When the pod's next computation ends, or its limit holds it back or lets it go. */
    private static long next(PodStation station, long now) {
        long next = Tournament.NEVER;
        if (station.cpu.size() > 0 && station.workPerNano > 0) {
            next = now + (long) Math.ceil(station.cpu.headRemaining() * station.nanosPerWork);
        }
        if (station.bandwidth != null) {
            next = station.bandwidth.earlier(next, station.allottedCores, now);
        }
        return next;
    }

    /**
     * Water-filling: whoever wants less than a fair share by weight gets what it wants, the others share the rest.
     *
     * @param changed the only pod whose demand changed, if the node was crowded before; null if all have to be looked at
     */
    private void shareNode(NodeCpu node, @Nullable PodStation changed, long now) {
        double perWeight = fill(node);
        node.perWeight = perWeight;
        double coresPerWeight = perWeight / 1000;
        double nanosPerLevel = node.nanosPerWork / coresPerWeight;
        for (int i = 0; i < node.podCount; i++) {
            boolean wantsMore = grants[i] < 0;
            double grant = wantsMore ? perWeight * node.weights[i] : grants[i];
            PodStation station = node.pods[i];
            if (changed != null && changed != station && grant == node.granted[i]) {
                continue;
            }
            node.granted[i] = grant;
            advance(station, now);
            if (wantsMore) {
                allotPart(station, coresPerWeight, nanosPerLevel);
            } else {
                allotAll(station);
            }
            node.dueAt[i] = next(station, now);
        }
        node.lookForFirst();
        sources.set(node.source, node.nextAt());
    }

    /** Fills {@link #grants}; returns what each unit of weight gets of the rest, 0 if nobody wants more. */
    private double fill(NodeCpu node) {
        int pods = node.podCount;
        int[] demands = node.demands;
        int[] weights = node.weights;
        if (grants.length < pods) {
            grants = new int[2 * pods];
        }
        long left = node.capacityMillis;
        long hungry = 0;
        for (int i = 0; i < pods; i++) {
            boolean wants = demands[i] > 0;
            grants[i] = wants ? -1 : 0;
            hungry += wants ? weights[i] : 0;
        }
        boolean settled = false;
        double perWeight = 0;
        while (!settled && hungry > 0) {
            settled = true;
            perWeight = (double) left / hungry;
            for (int i = 0; i < pods; i++) {
                // Who gets all is in doubt: what it takes is chosen, without a jump over the rest.
                boolean getsAll = grants[i] < 0 && demands[i] <= perWeight * weights[i];
                grants[i] = getsAll ? demands[i] : grants[i];
                left -= getsAll ? demands[i] : 0;
                hungry -= getsAll ? weights[i] : 0;
                settled &= !getsAll;
            }
        }
        return perWeight;
    }

    /** A node's speed changes: what was received until now was received at the old one. */
    void speedChanged(NodeCpu node, double speed, long now) {
        for (int i = 0; i < node.podCount; i++) {
            advance(node.pods[i], now);
        }
        node.speed = speed;
        node.nanosPerWork = 1 / speed;
        shareNode(node, null, now);
    }

    /** A pod leaves its node. */
    void leave(PodStation station, long now) {
        advance(station, now);
        station.cpu.clear();
        reshare(station, now);
        station.node.remove(station);
        sources.set(station.node.source, station.node.nextAt());
    }
}
