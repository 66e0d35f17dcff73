package dev.windtunnel.simulator.policy.health;

/**
 * A node that is not ready and not yet tainted NoExecute.
 *
 * @param node its number
 * @param zone its zone
 * @param notReadyNanos when the control plane marked it
 */
public record UnreadyNode(int node, String zone, long notReadyNanos) {}
