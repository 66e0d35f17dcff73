package dev.windtunnel.model.edge;

/**
 * How a load balancer node chooses a target. An Application Load Balancer offers the first three (ALB-17); other proxies,
 * such as Envoy or NGINX as an ingress, the rest as well.
 */
public enum BalancingAlgorithm {
    /** Each target in turn; the default of the service. */
    ROUND_ROBIN,
    /** The target with the fewest requests that this node has sent and that are not answered; ties at random. */
    LEAST_OUTSTANDING_REQUESTS,
    /** At random by weight; anomaly mitigation lowers the weight of targets that answer with errors. */
    WEIGHTED_RANDOM,
    /** Each target with the same probability. */
    RANDOM,
    /** Two different targets at random, of which the one with fewer outstanding requests; ties at random. */
    TWO_CHOICES
}
