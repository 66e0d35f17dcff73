package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the load balancer stands in the network: its ports, subnets and guards (S15, S18, S28, S51). */
@Doc("How the load balancer stands in the network")
public record Exposure(
        @Doc("internet-facing or internal") @Default("internet-facing")
        Scheme scheme,

        @Doc("Listeners; empty means one that forwards: 443 with tls, else 80") @Default("[]")
        List<Listener> listeners,

        @Doc("Zones with a node of the load balancer; empty means all of the VPC's") @Default("[]")
        List<String> zones,

        @Doc(
                "Subnets of its nodes, by name or tier; empty means the public ones, or the private ones of an internal one (ALB-40)")
        @Default("[]")
        List<String> subnets,

        @Doc("Security groups; empty means those that the AWS Load Balancer Controller makes") @Default("[]")
        List<String> securityGroups,

        @Doc("Web ACL, by name below edge.webAcls; absent means none (S18)") @Nullable String webAcl,

        @Doc(
                "Whether requests pass while WAF cannot be asked; absent means that nobody decided, and the service's false: they get 500 (ALB-24, WAF-07)")
        @Nullable Boolean wafFailOpen,

        @Doc("Access logs; absent means none (S51)") @Nullable AccessLogs accessLogs,

        @Doc("Whether it can be deleted only after this is switched off") @Default("false")
        boolean deletionProtection,

        @Doc("Whether its nodes of a zone may be taken out of DNS by a zonal shift (AZ-06)") @Default("false")
        boolean zonalShift,

        @Doc("Whether header fields with invalid names are removed") @Default("false")
        boolean dropInvalidHeaderFields,

        @Doc("Capacity units held at all times, billed while held; absent means none (ALB-37)") @Nullable Integer lcuReservation) {

    /** Whether its name leads to public or private addresses. */
    public enum Scheme {
        /** Public addresses. */
        INTERNET_FACING,
        /** Private addresses of the VPC. */
        INTERNAL
    }

    /** @throws IllegalArgumentException if two listeners share a port or the reservation is none */
    public Exposure {
        listeners = List.copyOf(listeners);
        zones = List.copyOf(zones);
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        if (listeners.stream().map(Listener::port).distinct().count() < listeners.size()) {
            throw new IllegalArgumentException("listeners has each port once");
        }
        if (lcuReservation != null && lcuReservation < 100) {
            throw new IllegalArgumentException("lcuReservation is at least 100, found " + lcuReservation);
        }
    }

    /** Open to the internet, one listener, no guard, no log. */
    public Exposure() {
        this(
                Scheme.INTERNET_FACING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                false,
                false,
                null);
    }

    /** Whether a listener forwards what came with TLS. */
    boolean forwardsTls() {
        return listeners.stream()
                .anyMatch(listener -> listener.protocol() == Listener.Protocol.HTTPS && listener.redirect() == null);
    }

    /** The words for the subnets of its nodes, each a name or a tier. */
    public List<String> subnetWords() {
        return subnets.isEmpty() ? List.of(scheme == Scheme.INTERNAL ? "private" : "public") : subnets;
    }
}
