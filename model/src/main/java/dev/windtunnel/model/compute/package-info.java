/**
 * The EKS cluster, its node pools and the workloads that run on them.
 *
 * <p>Start with {@link dev.windtunnel.model.compute.Workload}.
 */
@NullMarked
package dev.windtunnel.model.compute;

import org.jspecify.annotations.NullMarked;
