package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Tournament;

/**
 * CPU shared on two levels: the requests of a pod share what the pod gets (up to the lesser of its limit and one CPU for
 * each process), the pods of a node share the node by their requests, by water-filling, as the kernel's fair scheduler does.
 *
 * <p>While the pods of a node want no more than it has, a change touches only its own pod. Only on a contended node all pods
 * are reckoned anew.
 */
final class CpuSharing {

    private final Tournament sources;
    private final int firstPodSource;
    private double[] granted = new double[32];

    CpuSharing(Tournament sources, int firstPodSource) {
        this.sources = sources;
        this.firstPodSource = firstPodSource;
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
        node.demandMillis += demand - station.demandMillis;
        station.demandMillis = demand;
        boolean contended = node.demandMillis > node.capacityMillis;
        if (contended || node.contended) {
            node.contended = contended;
            shareNode(node, now);
        } else {
            if (demand == 1000 * station.cpu.size()) {
                allotWholeCores(station);
            } else {
                allot(station, demand / 1000.0);
            }
            schedule(station, now);
        }
    }

    private void allot(PodStation station, double cores) {
        int sharing = station.cpu.size();
        station.allottedCores = cores;
        station.workPerNano = sharing == 0 ? 0 : cores * station.node.speed / sharing;
        station.nanosPerWork = 1 / station.workPerNano;
    }

    /** Each computing request has a core to itself: the usual case, without a division. */
    private static void allotWholeCores(PodStation station) {
        station.allottedCores = station.cpu.size();
        station.workPerNano = station.node.speed;
        station.nanosPerWork = station.node.nanosPerWork;
    }

    private void schedule(PodStation station, long now) {
        long next = Tournament.NEVER;
        if (station.cpu.size() > 0 && station.workPerNano > 0) {
            next = now + (long) Math.ceil(station.cpu.headRemaining() * station.nanosPerWork);
        }
        if (station.bandwidth != null) {
            next = station.bandwidth.earlier(next, station.allottedCores, now);
        }
        sources.set(firstPodSource + station.leaf, next);
    }

    /** Water-filling: whoever wants less than a fair share by weight gets what it wants, the others share the rest. */
    private void shareNode(NodeCpu node, long now) {
        int pods = node.podCount;
        if (granted.length < pods) {
            granted = new double[2 * pods];
        }
        double left = node.capacityMillis;
        long weights = 0;
        for (int i = 0; i < pods; i++) {
            granted[i] = -1;
            weights += node.pods[i].demandMillis > 0 ? node.pods[i].weight : 0;
        }
        boolean settled = false;
        while (!settled && weights > 0) {
            settled = true;
            double perWeight = left / weights;
            for (int i = 0; i < pods; i++) {
                PodStation station = node.pods[i];
                if (granted[i] < 0 && station.demandMillis > 0 && station.demandMillis <= perWeight * station.weight) {
                    granted[i] = station.demandMillis;
                    left -= station.demandMillis;
                    weights -= station.weight;
                    settled = false;
                }
            }
        }
        for (int i = 0; i < pods; i++) {
            PodStation station = node.pods[i];
            advance(station, now);
            double millis =
                    station.demandMillis == 0 ? 0 : granted[i] >= 0 ? granted[i] : left * station.weight / weights;
            allot(station, millis / 1000.0);
            schedule(station, now);
        }
    }

    /** A node's speed changes: what was received until now was received at the old one. */
    void speedChanged(NodeCpu node, double speed, long now) {
        for (int i = 0; i < node.podCount; i++) {
            advance(node.pods[i], now);
        }
        node.speed = speed;
        node.nanosPerWork = 1 / speed;
        shareNode(node, now);
    }

    /** A pod leaves its node. */
    void leave(PodStation station, long now) {
        advance(station, now);
        station.cpu.clear();
        reshare(station, now);
        station.node.remove(station);
        sources.set(firstPodSource + station.leaf, Tournament.NEVER);
    }
}
