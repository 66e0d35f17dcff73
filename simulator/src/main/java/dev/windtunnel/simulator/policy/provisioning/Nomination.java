package dev.windtunnel.simulator.policy.provisioning;

/**
 * A pending pod that an existing or in-flight node can take, so that none is launched for it; the node is safe from disruption
 * for {@link ProvisioningPolicy#NOMINATION_NANOS}.
 *
 * @param pod number of the pod
 * @param node number of the node
 */
public record Nomination(int pod, int node) {}
