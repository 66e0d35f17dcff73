package dev.windtunnel.model.edge;

/** What a Route 53 alias leads to. */
public enum AliasTarget {
    /** The environment's load balancer. */
    LOAD_BALANCER,
    /** The environment's distribution. */
    CLOUDFRONT,
    /** The environment's accelerator. */
    GLOBAL_ACCELERATOR,
    /** The environment's API. */
    API_GATEWAY
}
