/**
 * Pure decisions: what each controller of the cluster and of AWS would decide, given what it can see.
 *
 * <p>A policy takes settings and a read-only view and returns a record with the decision and its reason. It knows no clock and
 * draws nothing: time and draws come in as arguments. Times are nanoseconds since the scenario's start. When to ask, and what
 * to do with the answer, is the world's business. Depends on the model and the JDK only.
 *
 * <p>Rooms below: {@code autoscaling}, {@code scheduling}, {@code provisioning}, {@code health}, {@code failover}. Start with
 * {@link dev.windtunnel.simulator.policy.autoscaling.HorizontalPodAutoscalerPolicy}.
 */
@NullMarked
package dev.windtunnel.simulator.policy;

import org.jspecify.annotations.NullMarked;
