package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database can carry besides CPU time, in numbers. {@link #NONE} limits nothing.
 *
 * @param contention loss of CPU speed for each active statement per vCPU above 1 (RDS-24)
 * @param coherency loss for each pair of them (RDS-24)
 * @param storage null without a capacity model
 * @param replication null without a capacity model: replicas then lag by nothing
 * @param replicas in the order declared
 */
public record CompiledCapacity(
        double contention,
        double coherency,
        @Nullable Storage storage,
        @Nullable Replication replication,
        List<Replica> replicas) {

    /** CPU, connections and commit waits are the only limits. */
    public static final CompiledCapacity NONE = new CompiledCapacity(0, 0, null, null, List.of());

    /** Copies. */
    public CompiledCapacity {
        replicas = List.copyOf(replicas);
    }

    /**
     * A limit of storage, per second: the minimum of volume and class, with the class's burst.
     *
     * @param volume what the volume carries
     * @param sustained what the class carries always
     * @param burst what it carries while its bucket lasts; at least {@code sustained}
     * @param bucket units that a full bucket holds; each unit served takes one, {@code sustained} come back per second
     */
    public record Limit(double volume, double sustained, double burst, double bucket) {}

    /**
     * Volume, cache and growth.
     *
     * @param iops per second
     * @param bytes per second
     * @param isGp3Iops whether the volume's I/O limit follows its size
     * @param isGp3Bytes whether the volume's byte limit follows its size
     * @param readNanos one page read on an idle volume
     * @param cacheHits share of page reads that hit while the working set fits
     * @param memoryBytes of the engine, connections included
     * @param connectionBytes taken from the cache by each connection
     * @param workingSetBytes 0 if it always fits
     * @param hotShare share of the data that is the working set; 0 if {@code workingSetBytes} says it
     * @param allocatedBytes at the start
     * @param dataBytes at the start
     * @param bytesPerWrite growth
     * @param maxBytes of storage autoscaling; not above {@code allocatedBytes} without it
     */
    public record Storage(
            Limit iops,
            Limit bytes,
            boolean isGp3Iops,
            boolean isGp3Bytes,
            QuantileTable readNanos,
            long walBytes,
            int pagesPerWrite,
            double cacheHits,
            long memoryBytes,
            long connectionBytes,
            long workingSetBytes,
            double hotShare,
            long allocatedBytes,
            long dataBytes,
            long bytesPerWrite,
            long maxBytes) {}

    /**
     * How replicas follow.
     *
     * @param replayShare time of replaying a write against its database CPU time on the primary
     * @param lagNanos of a replica that keeps up
     * @param maxLagNanos reads go to the primary above it
     */
    public record Replication(double replayShare, QuantileTable lagNanos, long maxLagNanos) {}

    /** A read replica; its storage has no growth of its own. */
    public record Replica(
            String instanceClass,
            int zone,
            int vcpus,
            double speed,
            int usableConnections,
            @Nullable Storage storage) {}
}
