package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Cidr;
import org.jspecify.annotations.Nullable;

/** A route of a route table (S13). */
@Doc("A route")
public record Route(
        @Doc("Destination: an address block such as 0.0.0.0/0 or ::/0, or a prefix list such as pl-s3")
        String destination,

        @Doc(
                "Where it leads: internet-gateway, egress-only-internet-gateway, nat, firewall, connection, gateway-endpoint or blackhole")
        RouteTarget target,

        @Doc(
                "Zone of the NAT gateway or firewall endpoint; absent means the subnet's own, or that of the single NAT gateway")
        @Nullable String zone,

        @Doc("Connection that target: connection leads into; absent otherwise") @Nullable String connection) {

    /** Everything that IPv4 can reach. */
    public static final String ANY_IPV4 = "0.0.0.0/0";

    /** Everything that IPv6 can reach. */
    public static final String ANY_IPV6 = "::/0";

    /** @throws IllegalArgumentException if the destination is no block, or the target needs what is not said */
    public Route {
        if (!destination.contains(":") && !destination.startsWith("pl-")) {
            try {
                Cidr.parse(destination);
            } catch (IllegalArgumentException notABlock) {
                throw new IllegalArgumentException("destination: " + notABlock.getMessage(), notABlock);
            }
        }
        if (target == RouteTarget.CONNECTION && connection == null) {
            throw new IllegalArgumentException("target: connection needs 'connection', the one it leads into");
        }
        if (target != RouteTarget.CONNECTION && connection != null) {
            throw new IllegalArgumentException("connection needs target: connection");
        }
        if (zone != null && target != RouteTarget.NAT && target != RouteTarget.FIREWALL) {
            throw new IllegalArgumentException("zone needs target: nat or target: firewall");
        }
    }

    /** A route to what needs no further word. */
    static Route to(String destination, RouteTarget target) {
        return new Route(destination, target, null, null);
    }

    /** Whether it takes everything that no other route takes. */
    public boolean isDefault() {
        return destination.equals(ANY_IPV4) || destination.equals(ANY_IPV6);
    }
}
