package dev.windtunnel.simulator.world.traffic;

import java.util.Arrays;

/**
 * Hot rows, one for each endpoint: a lock is granted first come, first served, and held until the commit. When it will be
 * granted is known at once, because every holder's time is.
 */
final class RowLocks {

    private final long[] freeAt;
    private final long[] heldNanos;

    RowLocks(int rows) {
        freeAt = new long[rows];
        heldNanos = new long[rows];
    }

    /** When a lock that is asked for now is granted. */
    long granted(int row, long now) {
        return Math.max(now, freeAt[row]);
    }

    /** A lock is held from its grant until then. */
    void held(int row, long granted, long until) {
        freeAt[row] = until;
        heldNanos[row] += until - granted;
    }

    /** Time for which a row's locks that were asked for so far are held together. */
    long heldNanos(int row) {
        return heldNanos[row];
    }

    /** The host is gone, and its locks with it. */
    void reset() {
        Arrays.fill(freeAt, 0);
    }

    /** Takes over another's state. */
    void copyFrom(RowLocks other) {
        System.arraycopy(other.freeAt, 0, freeAt, 0, freeAt.length);
        System.arraycopy(other.heldNanos, 0, heldNanos, 0, heldNanos.length);
    }
}
