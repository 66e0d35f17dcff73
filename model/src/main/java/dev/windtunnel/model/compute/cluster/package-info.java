/**
 * What stands in a cluster beside nodes and workloads: control plane, add-ons, namespaces, policies, mesh, maintenance.
 *
 * <p>Only what is said of the cluster as a whole, or of a namespace, enters.
 *
 * <p>Start with {@link dev.windtunnel.model.compute.cluster.Namespace}.
 */
@NullMarked
package dev.windtunnel.model.compute.cluster;

import org.jspecify.annotations.NullMarked;
