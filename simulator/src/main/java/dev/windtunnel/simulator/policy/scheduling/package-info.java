/**
 * Which node a pod goes to, and which pod of a set goes first.
 *
 * <p>Start with {@link dev.windtunnel.simulator.policy.scheduling.SchedulingPolicy}.
 */
@NullMarked
package dev.windtunnel.simulator.policy.scheduling;

import org.jspecify.annotations.NullMarked;
