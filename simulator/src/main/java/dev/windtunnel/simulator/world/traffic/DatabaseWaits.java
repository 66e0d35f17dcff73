package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.result.Cause;
import java.util.Arrays;

/** What each request under way has waited for at the database besides CPU: by slot, reset at its first statement. */
final class DatabaseWaits {

    private long[] storage = new long[256];
    private long[] lock = new long[256];

    void begin(int slot) {
        if (slot >= storage.length) {
            int capacity = Math.max(slot + 1, 2 * storage.length);
            storage = Arrays.copyOf(storage, capacity);
            lock = Arrays.copyOf(lock, capacity);
        }
        storage[slot] = 0;
        lock[slot] = 0;
    }

    void addStorage(int slot, long nanos) {
        storage[slot] += nanos;
    }

    void addLock(int slot, long nanos) {
        lock[slot] += nanos;
    }

    /**
     * Which limit of the database cost a request most.
     *
     * @param excess time at the database beyond that on an idle one
     */
    Cause cause(int slot, long excess) {
        if (slot >= storage.length) {
            return Cause.DATABASE;
        }
        long cpu = excess - storage[slot] - lock[slot];
        if (lock[slot] > Math.max(cpu, storage[slot])) {
            return Cause.DATABASE_LOCK;
        }
        return storage[slot] > Math.max(cpu, 0) ? Cause.DATABASE_IO : Cause.DATABASE;
    }

    /** Takes over another's state. */
    void copyFrom(DatabaseWaits other) {
        storage = Copies.of(other.storage, storage);
        lock = Copies.of(other.lock, lock);
    }
}
