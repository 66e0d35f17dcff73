package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledCapacity.Storage;
import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.kernel.Keys;

/**
 * The storage of one database host: a cache in front of a volume whose I/O and bytes per second are each the lower of volume
 * and class (RDS-40, RDS-44). What a statement reads and a commit writes is booked in the order of asking; when it will be
 * done is known at once.
 */
final class StorageStation {

    /** A page of PostgreSQL (RDS-47). */
    static final int PAGE_BYTES = 8192;

    private final Storage storage;
    private final RateServer operations;
    private final RateServer bytes;
    final DataVolume volume;

    StorageStation(Storage storage) {
        this.storage = storage;
        operations = new RateServer(storage.iops());
        bytes = new RateServer(storage.bytes());
        volume = new DataVolume(storage);
    }

    /**
     * Share of page reads that the cache answers: {@code cacheHits x min(1, cache / working set)}, where the cache is what
     * connections leave of the memory (RDS-22).
     */
    double hitShare(int connections) {
        double workingSet =
                storage.hotShare() > 0 ? storage.hotShare() * volume.usedBytes() : storage.workingSetBytes();
        double cache = Math.max(0, storage.memoryBytes() - (double) connections * storage.connectionBytes());
        return storage.cacheHits() * (cache >= workingSet ? 1 : cache / workingSet);
    }

    /**
     * A statement reads pages, one after the other. Returns when the last one is there: now, if all were cached.
     *
     * @param bits 64 uniform bits: half of them round the expected misses, the other half draw the latency
     */
    long read(int pages, int connections, long bits, long now) {
        double expected = pages * (1 - hitShare(connections));
        int misses = (int) (expected + Keys.unit(bits));
        if (misses == 0) {
            return now;
        }
        long latency = (long) (misses * storage.readNanos().sampleLower(bits));
        long served = Math.max(operations.serve(misses, now), bytes.serve((double) misses * PAGE_BYTES, now));
        return Math.max(now + latency, served);
    }

    /** A commit writes its log; the pages follow later. Returns when the log is written, as far as the volume's rates go. */
    long write(long now) {
        long logged = Math.max(operations.serve(1, now), bytes.serve((double) storage.walBytes(), now));
        int pages = storage.pagesPerWrite();
        if (pages > 0) {
            operations.serve(pages, now);
            bytes.serve((double) pages * PAGE_BYTES, now);
        }
        volume.write();
        return logged;
    }

    /** Whether a write can be taken; lets RDS make the volume larger first. */
    boolean takesWrites(long now) {
        if (volume.grows(now) && volume.allocatedBytes() >= CompiledDatabase.STRIPED_BYTES) {
            if (storage.isGp3Iops()) {
                operations.volume(CompiledDatabase.STRIPED_IOPS);
            }
            if (storage.isGp3Bytes()) {
                bytes.volume(CompiledDatabase.STRIPED_BYTES_PER_SECOND);
            }
        }
        return !volume.isFull();
    }

    /** The host is gone: what waits is forgotten. */
    void reset(long now) {
        operations.reset(now);
        bytes.reset(now);
    }

    StorageGauges gauges(int connections) {
        return new StorageGauges(
                operations.arrived(),
                bytes.arrived(),
                operations.peakPerSecond(),
                bytes.peakPerSecond(),
                hitShare(connections),
                volume.usedBytes(),
                volume.allocatedBytes());
    }

    /** Takes over another's state. */
    void copyFrom(StorageStation other) {
        operations.copyFrom(other.operations);
        bytes.copyFrom(other.bytes);
        volume.copyFrom(other.volume);
    }
}
