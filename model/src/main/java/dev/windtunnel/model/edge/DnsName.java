package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;

/** The name that users type: a Route 53 alias to the load balancer (S26). */
@Doc("The Route 53 name of the application")
public record DnsName(
        @Doc("Fully qualified name") String name,

        @Doc("Time to live of the records; an alias inherits the load balancer's 60s (DNS-01)") @Default("60s")
        Duration ttl) {}
