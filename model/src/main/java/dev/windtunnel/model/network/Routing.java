package dev.windtunnel.model.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes that a subnet really has: what its tier gives, unless its table says otherwise (S13). */
final class Routing {

    private final Vpc vpc;
    private final Map<String, Route> byDestination = new LinkedHashMap<>();

    private Routing(Vpc vpc) {
        this.vpc = vpc;
    }

    /** The local route first, then by the order of what gave them. */
    static List<Route> of(Vpc vpc, Subnet subnet) {
        Optional<RouteTable> table = vpc.routeTableOf(subnet);
        Routing routing = new Routing(vpc);
        routing.put(Route.to(vpc.cidr().toString(), RouteTarget.LOCAL));
        if (table.isEmpty() || table.get().tierRoutes()) {
            routing.tier(subnet);
        }
        routing.gatewayEndpoints(subnet);
        routing.connections(subnet);
        table.ifPresent(written -> written.routes().forEach(routing::put));
        return List.copyOf(new ArrayList<>(routing.byDestination.values()));
    }

    private void put(Route route) {
        byDestination.put(route.destination(), route);
    }

    private void tier(Subnet subnet) {
        switch (subnet.tier()) {
            case PUBLIC -> {
                if (vpc.internetGateway()) {
                    put(Route.to(Route.ANY_IPV4, RouteTarget.INTERNET_GATEWAY));
                    ipv6(RouteTarget.INTERNET_GATEWAY);
                }
            }
            case PRIVATE -> {
                natZone(subnet).ifPresent(zone -> put(new Route(Route.ANY_IPV4, RouteTarget.NAT, zone, null)));
                ipv6(RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY);
            }
            case ISOLATED -> {}
        }
    }

    private Optional<String> natZone(Subnet subnet) {
        return switch (vpc.nat()) {
            case PER_ZONE -> Optional.of(subnet.zone());
            case SINGLE -> Optional.of(vpc.zones().getFirst().name());
            case NONE -> Optional.empty();
        };
    }

    private void ipv6(RouteTarget target) {
        if (vpc.ipv6()) {
            put(Route.to(Route.ANY_IPV6, target));
        }
    }

    /** A gateway endpoint is a route, and a subnet that is closed to the internet wants it most. */
    private void gatewayEndpoints(Subnet subnet) {
        if (subnet.tier() != SubnetTier.PUBLIC) {
            vpc.endpoints().stream()
                    .filter(endpoint -> endpoint.kind() == VpcEndpoint.Type.GATEWAY)
                    .forEach(endpoint -> put(Route.to("pl-" + endpoint.service(), RouteTarget.GATEWAY_ENDPOINT)));
        }
    }

    private void connections(Subnet subnet) {
        for (VpcConnection connection : vpc.connections()) {
            if (connection.subnets().stream().anyMatch(subnet::isMeantBy)) {
                connection
                        .destinations()
                        .forEach(block ->
                                put(new Route(block.toString(), RouteTarget.CONNECTION, null, connection.name())));
            }
        }
    }
}
