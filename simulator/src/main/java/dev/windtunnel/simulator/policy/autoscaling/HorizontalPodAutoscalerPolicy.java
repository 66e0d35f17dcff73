package dev.windtunnel.simulator.policy.autoscaling;

import dev.windtunnel.model.unit.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * The HorizontalPodAutoscaler's reconcile for one CPU utilization target and no {@code spec.behavior} (Kubernetes sheet,
 * section 1; {@code kubernetes/kubernetes:pkg/controller/podautoscaler/horizontal.go}).
 *
 * <p>The order is the controller's: sizes outside the bounds are set at once, without a look at metrics; else the metric
 * proposes, then the history stabilizes, then the step limit and the bounds cut.
 */
public final class HorizontalPodAutoscalerPolicy {

    private HorizontalPodAutoscalerPolicy() {}

    /**
     * Decides one reconcile.
     *
     * @param settings of the autoscaler
     * @param currentReplicas {@code spec.replicas} of the scaled workload
     * @param pods all its pods, deleted ones too, in any order
     * @param history the last decision's {@link AutoscalerDecision#history}; empty at the first reconcile, which therefore
     *     records the current size and cannot scale down for a whole stabilization window
     * @param nowNanos time of the reconcile
     */
    public static AutoscalerDecision decide(
            AutoscalerSettings settings,
            int currentReplicas,
            List<PodMetrics> pods,
            List<Recommendation> history,
            long nowNanos) {
        List<Recommendation> recorded =
                history.isEmpty() ? List.of(new Recommendation(nowNanos, currentReplicas)) : history;
        if (currentReplicas == 0) {
            return withoutMetrics(0, LimitCondition.DESIRED_WITHIN_RANGE, "autoscaling is off at 0 replicas", recorded);
        }
        if (currentReplicas > settings.maxReplicas()) {
            return withoutMetrics(
                    settings.maxReplicas(),
                    LimitCondition.TOO_MANY_REPLICAS,
                    "size " + currentReplicas + " is above maxReplicas " + settings.maxReplicas(),
                    recorded);
        }
        if (currentReplicas < settings.minReplicas()) {
            return withoutMetrics(
                    settings.minReplicas(),
                    LimitCondition.TOO_FEW_REPLICAS,
                    "size " + currentReplicas + " is below minReplicas " + settings.minReplicas(),
                    recorded);
        }
        return switch (CpuProposal.of(settings, currentReplicas, pods, nowNanos)) {
            case CpuProposal.Failed failed ->
                new AutoscalerDecision(
                        currentReplicas,
                        currentReplicas,
                        true,
                        LimitCondition.DESIRED_WITHIN_RANGE,
                        failed.reason(),
                        recorded);
            case CpuProposal.Computed computed -> settle(settings, currentReplicas, computed, recorded, nowNanos);
        };
    }

    private static AutoscalerDecision withoutMetrics(
            int replicas, LimitCondition condition, String reason, List<Recommendation> history) {
        return new AutoscalerDecision(replicas, replicas, false, condition, reason, history);
    }

    private static AutoscalerDecision settle(
            AutoscalerSettings settings,
            int currentReplicas,
            CpuProposal.Computed proposal,
            List<Recommendation> history,
            long nowNanos) {
        Stabilization stabilized =
                Stabilization.of(proposal.replicas(), history, settings.downscaleStabilizationNanos(), nowNanos);
        StepLimit limited = StepLimit.of(settings, currentReplicas, stabilized.replicas());
        StringBuilder reason = new StringBuilder(proposal.reason());
        if (stabilized.replicas() != proposal.replicas()) {
            reason.append(", held at ")
                    .append(stabilized.replicas())
                    .append(", the highest recommendation of the last ")
                    .append(Durations.print(Duration.ofNanos(settings.downscaleStabilizationNanos())));
        }
        reason.append(cut(settings, currentReplicas, limited));
        return new AutoscalerDecision(
                limited.replicas(),
                proposal.replicas(),
                false,
                limited.condition(),
                reason.toString(),
                stabilized.history());
    }

    private static String cut(AutoscalerSettings settings, int currentReplicas, StepLimit limited) {
        return switch (limited.condition()) {
            case DESIRED_WITHIN_RANGE -> "";
            case TOO_MANY_REPLICAS -> ", limited to " + limited.replicas() + " (maxReplicas)";
            case TOO_FEW_REPLICAS -> ", raised to " + limited.replicas() + " (minReplicas)";
            case SCALE_UP_LIMIT ->
                ", limited to " + limited.replicas()
                        + (settings.scaleUpLimitFactor() * currentReplicas < settings.scaleUpLimitFloor()
                                ? " (at most " + settings.scaleUpLimitFloor() + " in one step from " + currentReplicas
                                        + ")"
                                : " (" + times(settings.scaleUpLimitFactor()) + " per step)");
        };
    }

    private static String times(double factor) {
        return factor == 2.0
                ? "double"
                : BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString() + " times";
    }
}
