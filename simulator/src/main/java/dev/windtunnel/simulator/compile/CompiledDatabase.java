package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;

/**
 * The database, in numbers.
 *
 * @param standbyZone -1 without a standby
 * @param speed of a vCPU against the reference
 * @param usableConnections connections that applications can have
 * @param commitNanos wait for a commit (RDS-27)
 * @param connectCpuNanos database CPU time of opening a connection (RDS-23)
 * @param capacity limits besides CPU, connections and commit waits
 * @param bytesPerQuery bytes that a statement and its answer move
 */
public record CompiledDatabase(
        String instanceClass,
        boolean multiAz,
        int primaryZone,
        int standbyZone,
        int vcpus,
        double speed,
        int usableConnections,
        QuantileTable commitNanos,
        double meanCommitNanos,
        long connectCpuNanos,
        long bytesPerQuery,
        long storageGib,
        long endpointTtlNanos,
        CompiledCapacity capacity) {

    /** I/O per second of gp3 from 400 GiB on (RDS-40). */
    public static final double STRIPED_IOPS = 12_000;

    /** Bytes per second of gp3 from 400 GiB on: 500 MiB (RDS-40). */
    public static final double STRIPED_BYTES_PER_SECOND = 500L << 20;

    /** From this size on RDS stripes gp3 over four volumes (RDS-40). */
    public static final long STRIPED_BYTES = 400L << 30;
}
