/**
 * When something that broke is found out: targets by the load balancer, nodes by the control plane.
 *
 * <p>Start with {@link dev.windtunnel.simulator.policy.health.TargetHealthPolicy} and {@link
 * dev.windtunnel.simulator.policy.health.NodeLifecyclePolicy}.
 */
@NullMarked
package dev.windtunnel.simulator.policy.health;

import org.jspecify.annotations.NullMarked;
