/**
 * How many pods a workload should have.
 *
 * <p>Start with {@link dev.windtunnel.simulator.policy.autoscaling.HorizontalPodAutoscalerPolicy}.
 */
@NullMarked
package dev.windtunnel.simulator.policy.autoscaling;

import org.jspecify.annotations.NullMarked;
