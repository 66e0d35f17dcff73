package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledCapacity.Storage;

/**
 * How full the storage is, and when RDS makes it larger: free space has been below 10 % for 5 minutes, the last change is
 * 6 hours old; the step is the largest of 5 GiB, 10 %, and the growth that the next 7 hours are expected to bring; never
 * above the maximum (RDS-45). A full volume takes no writes (RDS-46).
 */
final class DataVolume {

    private static final double MOST_USED = 0.9;
    private static final long PATIENCE_NANOS = 300L * 1_000_000_000;
    private static final long BETWEEN_NANOS = 6L * 3600 * 1_000_000_000;
    private static final double FORECAST_NANOS = 7.0 * 3600 * 1e9;
    private static final long LEAST_STEP = 5L << 30;
    private static final double STEP_SHARE = 0.1;
    private static final long NEVER = Long.MIN_VALUE;

    private final long bytesPerWrite;
    private final long maxBytes;
    private final long usedAtStart;
    private long usedBytes;
    private long allocatedBytes;
    private long shortSince = NEVER;
    private long changedAt = NEVER;

    DataVolume(Storage storage) {
        bytesPerWrite = storage.bytesPerWrite();
        maxBytes = storage.maxBytes();
        usedAtStart = storage.dataBytes();
        usedBytes = usedAtStart;
        allocatedBytes = storage.allocatedBytes();
    }

    /** Whether nothing more can be written. */
    boolean isFull() {
        return usedBytes + bytesPerWrite > allocatedBytes;
    }

    /** A write leaves its data. */
    void write() {
        usedBytes += bytesPerWrite;
    }

    /** Looks whether RDS makes the volume larger by now; returns whether it did. */
    boolean grows(long now) {
        if (usedBytes <= MOST_USED * allocatedBytes) {
            shortSince = NEVER;
            return false;
        }
        if (shortSince == NEVER) {
            shortSince = now;
        }
        boolean isDue = now - shortSince >= PATIENCE_NANOS && (changedAt == NEVER || now - changedAt >= BETWEEN_NANOS);
        if (!isDue || allocatedBytes >= maxBytes) {
            return false;
        }
        long forecast = now == 0 ? 0 : (long) ((usedBytes - usedAtStart) * (FORECAST_NANOS / now));
        long step = Math.max(LEAST_STEP, Math.max((long) (STEP_SHARE * allocatedBytes), forecast));
        allocatedBytes = Math.min(maxBytes, allocatedBytes + step);
        changedAt = now;
        shortSince = NEVER;
        return true;
    }

    long usedBytes() {
        return usedBytes;
    }

    long allocatedBytes() {
        return allocatedBytes;
    }

    /** Takes over another's state. */
    void copyFrom(DataVolume other) {
        usedBytes = other.usedBytes;
        allocatedBytes = other.allocatedBytes;
        shortSince = other.shortSince;
        changedAt = other.changedAt;
    }
}
