package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;

/**
 * A kind of request.
 *
 * @param workload index of the workload that answers
 * @param cumulativeShare share of requests of this endpoint and all before it, 0..1
 * @param cpuNanos CPU time on the reference vCPU, nanoseconds
 * @param queries statements, one after the other; the CPU time is split evenly around them
 * @param queryNanos database CPU time of a statement, nanoseconds
 * @param writes whether the last statement waits for the commit
 * @param meanCpuNanos mean of {@code cpuNanos}
 * @param meanQueryNanos mean of {@code queryNanos}
 * @param statements what the statements ask besides CPU time
 * @param course what its requests do besides
 */
public record CompiledEndpoint(
        String name,
        String method,
        String path,
        int workload,
        double cumulativeShare,
        QuantileTable cpuNanos,
        int queries,
        QuantileTable queryNanos,
        boolean writes,
        long requestBytes,
        long responseBytes,
        double meanCpuNanos,
        double meanQueryNanos,
        CompiledStatements statements,
        CompiledPath course) {}
