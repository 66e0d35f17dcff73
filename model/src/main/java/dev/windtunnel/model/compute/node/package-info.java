/**
 * What nodes are made of and how they come and go: labels, taints, node classes, disruption, autoscaler settings, quotas.
 *
 * <p>Only what is said of nodes enters; node pools and managed groups stand one room up.
 *
 * <p>Start with {@link dev.windtunnel.model.compute.node.NodeClass}.
 */
@NullMarked
package dev.windtunnel.model.compute.node;

import org.jspecify.annotations.NullMarked;
