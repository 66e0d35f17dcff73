package dev.windtunnel.simulator.policy.autoscaling;

import java.util.List;

/**
 * What one reconcile of a HorizontalPodAutoscaler decided.
 *
 * @param desiredReplicas size to write to the scale; the current one if nothing is to change
 * @param recommendation the metric's proposal before stabilization and limits; the desired size if no metric was read
 * @param metricFailed whether the metric could not be computed, so that nothing changes
 * @param condition what cut the proposal
 * @param reason one sentence without a full stop
 * @param history what to hand to the next reconcile in place of the history given to this one
 */
public record AutoscalerDecision(
        int desiredReplicas,
        int recommendation,
        boolean metricFailed,
        LimitCondition condition,
        String reason,
        List<Recommendation> history) {

    /** Copies the history. */
    public AutoscalerDecision {
        history = List.copyOf(history);
    }
}
