package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;
import org.jspecify.annotations.Nullable;

/**
 * What a pod's containers are made of, in numbers.
 *
 * @param processes worker processes, each of which uses one CPU at most
 * @param byPeriods whether the CPU limit is a quota of each 100 ms (APP-04) instead of a slower CPU
 * @param keepaliveNanos idle time after which the server closes a connection from the load balancer
 * @param sidecar null without one; its requests are part of the workload's
 */
public record CompiledRuntime(
        int processes, boolean byPeriods, @Nullable Proxy sidecar, long keepaliveNanos) {

    /** Worker threads of Envoy in a sidecar of Istio, and so the CPUs that it uses at most. */
    public static final int PROXY_THREADS = 2;

    /** One process, a limit that is a slower CPU, no sidecar. */
    public static final CompiledRuntime PLAIN = new CompiledRuntime(1, false, null);

    /** A server that never closes an idle connection. */
    public CompiledRuntime(int processes, boolean byPeriods, @Nullable Proxy sidecar) {
        this(processes, byPeriods, sidecar, Long.MAX_VALUE / 4);
    }

    /**
     * A sidecar.
     *
     * @param latencyNanos what it adds to a request, and again to its response
     * @param meanLatencyNanos mean of it
     * @param cpuNanos CPU time per request on the reference vCPU
     */
    public record Proxy(
            QuantileTable latencyNanos,
            double meanLatencyNanos,
            QuantileTable cpuNanos,
            int requestCpuMillis,
            int limitCpuMillis) {}
}
