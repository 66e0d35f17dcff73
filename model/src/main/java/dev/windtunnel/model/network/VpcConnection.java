package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A private way to another network: a peered VPC, a transit gateway, a VPN. */
@Doc("A private way to another network")
public record VpcConnection(
        @Named String name,

        @Doc("peering, transit-gateway, vpn or direct-connect")
        Kind kind,

        @Doc("Environment at the other end; absent means a network outside this design") @Nullable String environment,

        @Doc("Address blocks at the other end; routes to them stand in the tables of the subnets")
        List<Cidr> destinations,

        @Doc("Subnets that have the routes, by name or tier") @Default("[private]")
        List<String> subnets) {

    /** What carries it. */
    public enum Kind {
        /** Two VPCs, and only these two. */
        PEERING,
        /** A hub of many. */
        TRANSIT_GATEWAY,
        /** A tunnel through the internet. */
        VPN,
        /** A line of one's own. */
        DIRECT_CONNECT
    }

    /** @throws IllegalArgumentException if it leads nowhere */
    public VpcConnection {
        destinations = List.copyOf(destinations);
        subnets = List.copyOf(subnets);
        if (destinations.isEmpty()) {
            throw new IllegalArgumentException("destinations holds at least one address block");
        }
    }
}
