package dev.windtunnel.simulator.policy.autoscaling;

/**
 * What an autoscaler would have set at some time, before stabilization.
 *
 * @param atNanos nanoseconds since the scenario's start
 * @param replicas the size it asked for
 */
public record Recommendation(long atNanos, int replicas) {}
