package dev.windtunnel.simulator.compile;

import java.util.List;

/**
 * The cluster, in numbers.
 *
 * @param pools node pools, sorted by name
 * @param daemonCpuMillis what every node carries beside the workloads
 * @param version Kubernetes minor version, 1.34
 * @param natZones for each zone the zone of the NAT gateway that its nodes use, -1 without one
 */
public record CompiledCluster(
        List<CompiledPool> pools,
        long daemonCpuMillis,
        long daemonMemoryBytes,
        List<Integer> natZones,
        String version) {

    /** Copies. */
    public CompiledCluster {
        pools = List.copyOf(pools);
        natZones = List.copyOf(natZones);
    }

    /**
     * A node pool.
     *
     * @param cpuLimitMillis Long.MAX_VALUE without a limit
     */
    public record CompiledPool(
            String name,
            boolean spot,
            int minPerZone,
            long cpuLimitMillis,
            int weight,
            long consolidateAfterNanos,
            long rootVolumeGib,
            List<CompiledType> types) {

        /** Copies. */
        public CompiledPool {
            types = List.copyOf(types);
        }
    }

    /** An instance type that a pool may launch, with what pods can have of it and its price for comparing offerings. */
    public record CompiledType(
            String name,
            int vcpus,
            long allocatableCpuMillis,
            long allocatableMemoryBytes,
            int maxPods,
            double speed,
            long priceNanoUsdPerHour) {}
}
