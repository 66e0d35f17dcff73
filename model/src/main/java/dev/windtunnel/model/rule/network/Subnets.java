package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.Route;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.rule.Design;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Where the subnets of a VPC are written. */
final class Subnets {

    private Subnets() {}

    /** The keys of a subnet: those of its zone, or its own if it is a further one. */
    static String path(Environment environment, Subnet subnet) {
        String ofZone = Subnet.nameOf(subnet.tier(), subnet.zone());
        return Design.path(
                environment,
                subnet.name().equals(ofZone)
                        ? "vpc.zones." + subnet.zone() + "." + Subnet.nameOf(subnet.tier())
                        : "vpc.subnets." + subnet.name());
    }

    static List<Subnet> of(Environment environment, SubnetTier tier) {
        return environment.vpc().allSubnets().stream()
                .filter(subnet -> subnet.tier() == tier)
                .toList();
    }

    /** A route, where it is written, and the subnets that have it. */
    record Shared(String path, Route route, List<String> subnets) {

        String named() {
            return String.join(", ", subnets);
        }
    }

    /** The routes of these subnets that are as asked for; one that several subnets have from one table stands once. */
    static List<Shared> routes(Environment environment, List<Subnet> subnets, Predicate<Route> isWanted) {
        Map<String, Shared> byPath = new LinkedHashMap<>();
        for (Subnet subnet : subnets) {
            for (Route route : environment.vpc().routesOf(subnet)) {
                if (isWanted.test(route)) {
                    String path = routePath(environment, subnet, route.destination());
                    byPath.computeIfAbsent(path, _ -> new Shared(path, route, new ArrayList<>()))
                            .subnets()
                            .add(subnet.name());
                }
            }
        }
        return List.copyOf(byPath.values());
    }

    /** The keys of a route: those of the written table, or the subnet's if its tier gives it. */
    static String routePath(Environment environment, Subnet subnet, String destination) {
        return environment
                .vpc()
                .routeTableOf(subnet)
                .map(table -> {
                    List<String> written = table.routes().stream()
                            .map(route -> route.destination())
                            .toList();
                    int at = written.indexOf(destination);
                    return Design.path(
                            environment, "vpc.routeTables." + table.name() + (at < 0 ? "" : ".routes." + at));
                })
                .orElse(path(environment, subnet));
    }
}
