package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.result.Cause;
import java.util.Arrays;

/**
 * Time that requests under way have lost to tries that failed before the present one, at the gateway or at the database: by
 * row of the {@link RequestTable}, void when the row is used again. What cost most has the blame.
 */
final class LostTime {

    private long[] owners = new long[256];
    private long[] nanos = new long[256];
    private long[] most = new long[256];
    private int[] causes = new int[256];

    /** A row has lost time to a failure. */
    void add(int slot, long reference, long lostNanos, Cause cause) {
        if (slot >= owners.length) {
            int capacity = Math.max(slot + 1, 2 * owners.length);
            owners = Arrays.copyOf(owners, capacity);
            nanos = Arrays.copyOf(nanos, capacity);
            most = Arrays.copyOf(most, capacity);
            causes = Arrays.copyOf(causes, capacity);
        }
        if (owners[slot] != reference) {
            owners[slot] = reference;
            nanos[slot] = 0;
            most[slot] = -1;
        }
        nanos[slot] += lostNanos;
        if (lostNanos > most[slot]) {
            most[slot] = lostNanos;
            causes[slot] = cause.code();
        }
    }

    /** What a request has lost; 0 if nothing failed. */
    long nanos(int slot, long reference) {
        return slot < owners.length && owners[slot] == reference ? nanos[slot] : 0;
    }

    /** What cost most of it; only of a request that has lost something. */
    Cause cause(int slot) {
        return Cause.ofCode(causes[slot]);
    }

    /** Makes this equal to the other. */
    void copyFrom(LostTime other) {
        owners = other.owners.clone();
        nanos = other.nanos.clone();
        most = other.most.clone();
        causes = other.causes.clone();
    }
}
