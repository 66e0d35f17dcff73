package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;

/** A route table that says more than the tier of its subnets does (S13). */
@Doc("Routes that differ from what the subnets' tier gives")
public record RouteTable(
        @Named String name,

        @Doc("Subnets that use it, by name (private-a) or tier (private); a subnet uses one table at most")
        List<String> subnets,

        @Doc(
                "Whether the tier's routes hold beside the written ones: public to the internet gateway, private to NAT, isolated none; a written route replaces one of the same destination")
        @Default("true")
        boolean tierRoutes,

        @Doc("Routes beside the local one") @Default("[]") List<Route> routes) {

    /** @throws IllegalArgumentException if no subnet uses it or two routes have one destination */
    public RouteTable {
        subnets = List.copyOf(subnets);
        routes = List.copyOf(routes);
        if (subnets.isEmpty()) {
            throw new IllegalArgumentException("subnets names at least one subnet or tier");
        }
        long destinations = routes.stream().map(Route::destination).distinct().count();
        if (destinations < routes.size()) {
            throw new IllegalArgumentException("routes has one route for each destination");
        }
    }
}
