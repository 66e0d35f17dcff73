package dev.windtunnel.model.network;

/** What a rule of a security group or network ACL lets through. */
public enum Protocol {
    /** TCP. */
    TCP,
    /** UDP. */
    UDP,
    /** ICMP, which has no ports. */
    ICMP,
    /** Every protocol and port. */
    ALL
}
