package dev.windtunnel.model.network;

/** A row of subnets, by the default route that its tables have (S12, S13). */
public enum SubnetTier {
    /** Routed to the internet gateway: load balancer and NAT gateways. */
    PUBLIC,
    /** Routed to a NAT gateway: nodes and pods. */
    PRIVATE,
    /** Not routed outside the VPC: the database. */
    ISOLATED
}
