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
 * @param line how requests wait for a worker, and where they go afterwards
 * @param runtime what its containers are made of
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
        long gracePeriodNanos,
        Line line,
        CompiledRuntime runtime) {

    /**
     * How requests wait for a worker of a pod, and where they go when it has done with them.
     *
     * @param refuses whether a request that finds the backlog full is answered 503 at once; its connection is left unanswered
     *     otherwise, as a full listen queue does (APP-05)
     * @param patienceNanos longest wait for a worker, drawn for each request, after which it is answered 503 without being
     *     worked on; null without a limit
     * @param errorShare probability that the application answers 500 when the work is done
     * @param onward what a request does next, without holding the worker; empty if it is answered
     */
    public record Line(boolean refuses, @Nullable QuantileTable patienceNanos, List<Onward> onward, double errorShare) {

        /** Nobody fails after the work. */
        public Line(boolean refuses, @Nullable QuantileTable patienceNanos, List<Onward> onward) {
            this(refuses, patienceNanos, onward, 0);
        }

        /** A full backlog drops connections, requests wait as long as they are let, and are then answered. */
        public static final Line PLAIN = new Line(false, null, List.of());

        /** Copies. */
        public Line {
            onward = List.copyOf(onward);
        }
    }

    /**
     * A next step: a visit to the workload of another endpoint, with that endpoint's work.
     *
     * @param endpoint index of the endpoint
     * @param cumulative probability of this step and all before it in the list; what is left of 1 ends the request
     */
    public record Onward(int endpoint, double cumulative) {}

    /**
     * A pod's connections to the database, all its processes together.
     *
     * @param kept connections that stay open
     * @param most connections that may be open at once
     */
    public record DatabaseConnections(
            int kept, int most, long poolTimeoutNanos, long connectTimeoutNanos, long socketTimeoutNanos) {}
}
