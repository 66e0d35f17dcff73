package dev.windtunnel.simulator.world.traffic;

import java.util.Arrays;

/**
 * Hot rows, one for each endpoint: a lock is granted first come, first served, and held until the commit. When it will be
 * granted is known at once, because every holder's time is.
 */
final class RowLocks {

    private final long[] freeAt;

    RowLocks(int rows) {
        freeAt = new long[rows];
    }

    /** When a lock that is asked for now is granted. */
    long granted(int row, long now) {
        return Math.max(now, freeAt[row]);
    }

    /** The lock granted last is held until then. */
    void heldUntil(int row, long time) {
        freeAt[row] = time;
    }

    /** The host is gone, and its locks with it. */
    void reset() {
        Arrays.fill(freeAt, 0);
    }

    /** Takes over another's state. */
    void copyFrom(RowLocks other) {
        System.arraycopy(other.freeAt, 0, freeAt, 0, freeAt.length);
    }
}
