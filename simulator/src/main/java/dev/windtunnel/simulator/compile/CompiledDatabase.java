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
        long endpointTtlNanos) {}
