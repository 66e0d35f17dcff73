/**
 * The EKS cluster, its nodes and the workloads that run on them. What each is made of in detail has rooms of its own:
 * {@code cluster}, {@code node}, {@code pod}, {@code scaling}, {@code rollout}; these know nothing of this one.
 *
 * <p>Start with {@link dev.windtunnel.model.compute.Workload}.
 */
@NullMarked
package dev.windtunnel.model.compute;

import org.jspecify.annotations.NullMarked;
