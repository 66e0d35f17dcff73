package dev.windtunnel.simulator.policy.autoscaling;

import dev.windtunnel.simulator.policy.Phase;

/**
 * One pod of the scaled workload, as the autoscaler sees it: its status and its latest sample from metrics-server.
 *
 * <p>Times are nanoseconds since the scenario's start; a pod that is older than the scenario has negative ones ({@link #NONE}
 * itself excepted).
 *
 * @param phase its phase
 * @param deleted whether its deletion has been asked for
 * @param ready the Ready condition
 * @param startNanos when kubelet took it up, or {@link #NONE}
 * @param readyTransitionNanos when the Ready condition last changed, or {@link #NONE} if it has no such condition
 * @param requestMillis CPU requested in thousandths of a core, or {@link #NONE} if a container has no request
 * @param usageMillis CPU used over the sample's window in thousandths of a core, or {@link #NONE} without a sample
 * @param sampleNanos end of the sample's window
 * @param windowNanos length of the sample's window
 */
public record PodMetrics(
        Phase phase,
        boolean deleted,
        boolean ready,
        long startNanos,
        long readyTransitionNanos,
        long requestMillis,
        long usageMillis,
        long sampleNanos,
        long windowNanos) {

    /** Stands for what is not there. */
    public static final long NONE = -1;

    /** Whether metrics-server knows the pod. */
    public boolean hasSample() {
        return usageMillis != NONE;
    }
}
