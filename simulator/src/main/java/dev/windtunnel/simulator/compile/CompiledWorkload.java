package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.simulator.kernel.QuantileTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Deployment, in numbers.
 *
 * @param targetPercent of the HorizontalPodAutoscaler; 0 if there is none
 * @param cpuCapacityMillis what a pod can use: the lesser of its limit and one CPU for each process
 * @param concurrency requests that a pod works on at once
 * @param backlog connections that wait at a pod before further ones are dropped
 * @param keepsConnections whether the load balancer can reuse its connections to a pod
 * @param workerTimeoutNanos silence after which a sync worker is killed; 0 if never
 * @param database connections to the database; null if it uses none
 * @param pools indices of the node pools it tolerates
 */
public record CompiledWorkload(
        String name,
        int minReplicas,
        int maxReplicas,
        int initialReplicas,
        int targetPercent,
        long scaleDownStabilizationNanos,
        long requestCpuMillis,
        long requestMemoryBytes,
        int cpuCapacityMillis,
        int concurrency,
        int backlog,
        boolean keepsConnections,
        long workerTimeoutNanos,
        @Nullable DatabaseConnections database,
        List<String> pools,
        ZoneSpread zoneSpread,
        long imageBytes,
        QuantileTable bootNanos,
        long readinessPeriodNanos,
        long preStopNanos,
        long gracePeriodNanos) {

    /**
     * A pod's connections to the database, all its processes together.
     *
     * @param kept connections that stay open
     * @param most connections that may be open at once
     */
    public record DatabaseConnections(
            int kept, int most, long poolTimeoutNanos, long connectTimeoutNanos, long socketTimeoutNanos) {}
}
