package dev.windtunnel.simulator.policy.autoscaling;

/** What cut the stabilized proposal, in the words of the HPA's condition {@code ScalingLimited}. */
public enum LimitCondition {
    /** Nothing. */
    DESIRED_WITHIN_RANGE,
    /** The largest step upwards. */
    SCALE_UP_LIMIT,
    /** {@code maxReplicas}. */
    TOO_MANY_REPLICAS,
    /** {@code minReplicas}. */
    TOO_FEW_REPLICAS
}
