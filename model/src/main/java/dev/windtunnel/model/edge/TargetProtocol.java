package dev.windtunnel.model.edge;

/** What the load balancer speaks to its targets. */
public enum TargetProtocol {
    /** HTTP over TCP: a new connection takes a round trip. */
    HTTP,
    /** HTTP over TLS 1.3: a new connection takes a further round trip, and CPU time of the target. */
    HTTPS
}
