package dev.windtunnel.model.network;

/** Where a route leads. */
public enum RouteTarget {
    /** To the other subnets of the VPC; every table has this route and none can replace it. */
    LOCAL,
    /** To the internet gateway. */
    INTERNET_GATEWAY,
    /** To the gateway that lets IPv6 out and nothing in. */
    EGRESS_ONLY_INTERNET_GATEWAY,
    /** To a NAT gateway. */
    NAT,
    /** To the Network Firewall's endpoint of a zone. */
    FIREWALL,
    /** To a peered VPC, a transit gateway or a VPN. */
    CONNECTION,
    /** To a service through a gateway endpoint. */
    GATEWAY_ENDPOINT,
    /** Nowhere: packets are dropped. */
    BLACKHOLE
}
