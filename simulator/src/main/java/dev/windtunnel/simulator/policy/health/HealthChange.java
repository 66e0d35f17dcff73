package dev.windtunnel.simulator.policy.health;

/**
 * When a load balancer node will change its verdict on a target, if the target stays as it is.
 *
 * @param atNanos nanoseconds since the scenario's start
 * @param healthy the new verdict
 * @param reason one sentence without a full stop
 */
public record HealthChange(long atNanos, boolean healthy, String reason) {}
