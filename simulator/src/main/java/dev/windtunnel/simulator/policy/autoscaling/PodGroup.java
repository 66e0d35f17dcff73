package dev.windtunnel.simulator.policy.autoscaling;

import dev.windtunnel.simulator.policy.Phase;

/** How a pod enters the CPU average (Kubernetes sheet, section 1.3). */
enum PodGroup {
    /** With its sample. */
    READY,
    /** Not measured yet, or its sample shows a start and not work: its sample is dropped. */
    UNREADY,
    /** Running without a sample. */
    MISSING,
    /** Ending or ended. */
    IGNORED;

    static PodGroup of(PodMetrics pod, AutoscalerSettings settings, long nowNanos) {
        if (pod.deleted() || pod.phase() == Phase.FAILED || pod.phase() == Phase.SUCCEEDED) {
            return IGNORED;
        }
        if (pod.phase() == Phase.PENDING) {
            return UNREADY;
        }
        if (!pod.hasSample()) {
            return MISSING;
        }
        return isUnready(pod, settings, nowNanos) ? UNREADY : READY;
    }

    private static boolean isUnready(PodMetrics pod, AutoscalerSettings settings, long nowNanos) {
        if (pod.startNanos() == PodMetrics.NONE || pod.readyTransitionNanos() == PodMetrics.NONE) {
            return true;
        }
        if (pod.startNanos() + settings.cpuInitializationNanos() > nowNanos) {
            // The CPU burnt while starting says nothing about load: a whole window after readiness must have passed.
            return !pod.ready() || pod.sampleNanos() < pod.readyTransitionNanos() + pod.windowNanos();
        }
        // A pod that turned unready late in its life was serving before, so its sample counts.
        return !pod.ready() && pod.startNanos() + settings.initialReadinessNanos() > pod.readyTransitionNanos();
    }
}
