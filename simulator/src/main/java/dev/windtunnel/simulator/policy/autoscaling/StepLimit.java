package dev.windtunnel.simulator.policy.autoscaling;

/**
 * A stabilized proposal cut to the bounds and, upwards, to the larger of a multiple of the current size and a floor; downwards
 * nothing but the minimum limits a step (Kubernetes sheet, section 1.5, {@code spec.behavior} absent).
 */
record StepLimit(int replicas, LimitCondition condition) {

    static StepLimit of(AutoscalerSettings settings, int currentReplicas, int proposal) {
        int reachable = (int) Math.max(settings.scaleUpLimitFactor() * currentReplicas, settings.scaleUpLimitFloor());
        boolean stepBinds = settings.maxReplicas() > reachable;
        int most = stepBinds ? reachable : settings.maxReplicas();
        if (proposal < settings.minReplicas()) {
            return new StepLimit(settings.minReplicas(), LimitCondition.TOO_FEW_REPLICAS);
        }
        if (proposal > most) {
            return new StepLimit(most, stepBinds ? LimitCondition.SCALE_UP_LIMIT : LimitCondition.TOO_MANY_REPLICAS);
        }
        return new StepLimit(proposal, LimitCondition.DESIRED_WITHIN_RANGE);
    }
}
