/**
 * Which nodes to launch for pods that fit nowhere, and which empty nodes to give back: Karpenter's side of scaling.
 *
 * <p>Start with {@link dev.windtunnel.simulator.policy.provisioning.ProvisioningPolicy}. Consolidation of nodes that are not
 * empty, drift and expiry belong to a room of their own.
 */
@NullMarked
package dev.windtunnel.simulator.policy.provisioning;

import org.jspecify.annotations.NullMarked;
