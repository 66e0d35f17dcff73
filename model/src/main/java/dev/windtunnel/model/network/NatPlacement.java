package dev.windtunnel.model.network;

/** Where NAT gateways stand (S13, NAT-01, NAT-02). */
public enum NatPlacement {
    /** One in each zone; each private subnet uses its own. */
    PER_ZONE,
    /** A single one in the VPC's first zone; if that zone fails every zone loses its egress. */
    SINGLE,
    /** None: private subnets have no way out. */
    NONE
}
