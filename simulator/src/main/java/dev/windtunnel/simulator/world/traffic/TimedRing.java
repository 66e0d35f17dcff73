package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.FifoRing;
import dev.windtunnel.simulator.kernel.Tournament;

/** A ring of equal delays that keeps its leaf in the tournament up to date. */
final class TimedRing {

    private final FifoRing ring = new FifoRing();
    private final Tournament sources;
    private final int source;

    TimedRing(Tournament sources, int source) {
        this.sources = sources;
        this.source = source;
    }

    void push(long time, long reference) {
        ring.push(time, reference);
        if (ring.size() == 1) {
            sources.set(source, time);
        }
    }

    /** Removes the entry that is due. */
    long pop() {
        long reference = ring.pop();
        sources.set(source, ring.headTime());
        return reference;
    }

    /**
     * Removes entries from the front until one is due at the given time and alive, or none is due; entries of requests that
     * have ended are dropped whenever they are due. Returns the slot, or -1.
     */
    int nextAlive(long now, RequestTable requests) {
        int slot = -1;
        while (slot < 0 && ring.headTime() <= now) {
            slot = requests.resolve(ring.pop());
        }
        if (slot < 0) {
            // Nothing due is alive: drop those that ended early as well, so that they cost no events of their own.
            while (ring.size() > 0 && requests.resolve(ring.headItem()) < 0) {
                ring.pop();
            }
        }
        sources.set(source, ring.headTime());
        return slot;
    }

    /** Takes over another's entries; the tournament that holds its leaf is copied by its owner. */
    void copyFrom(TimedRing other) {
        ring.copyFrom(other.ring);
    }
}
