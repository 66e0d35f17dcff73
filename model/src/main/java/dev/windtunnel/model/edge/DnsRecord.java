package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of the hosted zone (S26, S76). */
@Doc("A Route 53 record; several of one host differ by name and routing")
public record DnsRecord(
        @Named String name,

        @Doc("Name that it answers to; absent means the key it is written under") @Nullable String host,

        @Doc("A, AAAA, CNAME, TXT, MX or CAA") @Default("A") String type,

        @Doc(
                "What an alias leads to: load-balancer, cloudfront, global-accelerator or api-gateway; absent means that values count")
        @Nullable AliasTarget alias,

        @Doc("Region of what an alias leads to, as in a plan for another region; absent means the architecture's")
        @Nullable String region,

        @Doc("Values of a record that is no alias") @Default("[]")
        List<String> values,

        @Doc("Time to live, of records that are no alias; an alias has its target's, 60s for a load balancer (DNS-01)")
        @Default("300s")
        Duration ttl,

        @Doc("Who writes it: external-dns, terraform or hand; absent means not said (S26)") @Nullable RecordOwner managedBy,

        @Doc("Which record is answered with where several have one host") @Default("{ policy: simple }")
        RoutingPolicy routing,

        @Doc(
                "Health check, by name below dns.healthChecks, without which it is always answered with; absent means none")
        @Nullable String healthCheck) {

    private static final List<String> TYPES = List.of("A", "AAAA", "CNAME", "TXT", "MX", "CAA", "NS", "SRV");

    /** @throws IllegalArgumentException unless it is an alias or has values */
    public DnsRecord {
        values = List.copyOf(values);
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("type is one of " + String.join(", ", TYPES) + ", found " + type);
        }
        if ((alias == null) == values.isEmpty()) {
            throw new IllegalArgumentException(
                    alias == null ? "values or alias is needed" : "values and alias exclude each other");
        }
        if (ttl.compareTo(Duration.ofDays(2)) > 0) {
            throw new IllegalArgumentException("ttl is at most 2d, found " + Durations.print(ttl));
        }
    }

    /** The name that it answers to. */
    public String answersTo() {
        return host == null ? name : host;
    }
}
