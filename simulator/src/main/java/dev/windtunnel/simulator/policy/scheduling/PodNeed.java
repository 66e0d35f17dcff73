package dev.windtunnel.simulator.policy.scheduling;

import dev.windtunnel.model.compute.ZoneSpread;
import java.util.List;

/**
 * What a pod asks of a node.
 *
 * @param pod its number
 * @param workload the Deployment it belongs to; its pods spread over zones together
 * @param cpuMillis CPU requested, thousandths of a core
 * @param memoryBytes memory requested
 * @param pools node pools it selects and tolerates; empty means any
 * @param spread its topology spread constraint over zones, maxSkew 1
 */
public record PodNeed(
        int pod, String workload, long cpuMillis, long memoryBytes, List<String> pools, ZoneSpread spread) {

    /** @throws IllegalArgumentException if a request is negative */
    public PodNeed {
        pools = List.copyOf(pools);
        if (cpuMillis < 0 || memoryBytes < 0) {
            throw new IllegalArgumentException("requests of pod " + pod + " are not negative, found cpuMillis "
                    + cpuMillis + " and memoryBytes " + memoryBytes);
        }
    }

    /** Whether it may run on nodes of the pool. */
    public boolean accepts(String pool) {
        return pools.isEmpty() || pools.contains(pool);
    }
}
