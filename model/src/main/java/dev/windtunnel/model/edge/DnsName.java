package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name that users type: a Route 53 alias to the load balancer, and what else its zone holds (S26, S76). */
@Doc("The Route 53 name of the application")
public record DnsName(
        @Doc("Fully qualified name") String name,

        @Doc("Time to live of the records; an alias inherits the load balancer's 60s (DNS-01)") @Default("60s")
        Duration ttl,

        @Doc("What the name is an alias of: load-balancer, cloudfront, global-accelerator or api-gateway")
        @Default("load-balancer")
        AliasTarget alias,

        @Doc("Who writes it: external-dns, terraform or hand; absent means not said (S26)") @Nullable RecordOwner managedBy,

        @Doc("Which record is answered with where others have the same host") @Default("{ policy: simple }")
        RoutingPolicy routing,

        @Doc("Health check of the name, by name below healthChecks; absent means none") @Nullable String healthCheck,

        @Doc("Hosted zone; absent means not said") @Nullable HostedZone zone,

        @Doc("Further records, by name") @Default("{}") List<DnsRecord> records,

        @Doc("Route 53 health checks, by name") @Default("{}")
        List<DnsHealthCheck> healthChecks) {

    /** @throws IllegalArgumentException if the name is not in the zone */
    public DnsName {
        records = List.copyOf(records);
        healthChecks = List.copyOf(healthChecks);
        if (zone != null && !name.equals(zone.name()) && !name.endsWith("." + zone.name())) {
            throw new IllegalArgumentException("zone " + zone.name() + " does not hold " + name);
        }
    }

    /** A name, and nothing said of how it comes to be. */
    public DnsName(String name, Duration ttl) {
        this(name, ttl, AliasTarget.LOAD_BALANCER, null, new RoutingPolicy.Simple(), null, null, List.of(), List.of());
    }
}
