package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.Exposure;
import dev.windtunnel.model.network.Route;
import dev.windtunnel.model.network.RouteTarget;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Public subnets, and they alone, are routed to the internet gateway. */
final class InternetForPublicOnly implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-04",
            Severity.ERROR,
            "a route to the internet gateway is what makes a subnet public, whatever it is called",
            List.of("S13"),
            "VPC User Guide: Route table concepts; NAT-01",
            "lead only public subnets to the internet gateway below vpc.routeTables");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            hasAGateway(environment, findings);
            Subnets.of(environment, SubnetTier.PUBLIC).forEach(subnet -> leadsOut(environment, subnet, findings));
            for (SubnetTier tier : List.of(SubnetTier.PRIVATE, SubnetTier.ISOLATED)) {
                staysClosed(environment, tier, findings);
            }
        }
    }

    private static void hasAGateway(Environment environment, Findings findings) {
        boolean isOpen = environment.loadBalancer().exposure().scheme() == Exposure.Scheme.INTERNET_FACING;
        if (isOpen && !environment.vpc().internetGateway()) {
            findings.at(
                    Design.path(environment, "vpc.internetGateway"),
                    "the load balancer is internet-facing, expected an internet gateway, found internetGateway: false");
        }
    }

    /** A firewall may stand between: its own subnet has the route then. */
    private static void leadsOut(Environment environment, Subnet subnet, Findings findings) {
        boolean leadsOut = environment.vpc().routesOf(subnet).stream()
                .filter(route -> route.destination().equals(Route.ANY_IPV4))
                .anyMatch(route ->
                        route.target() == RouteTarget.INTERNET_GATEWAY || route.target() == RouteTarget.FIREWALL);
        if (environment.vpc().internetGateway() && !leadsOut) {
            findings.at(
                    Subnets.routePath(environment, subnet, Route.ANY_IPV4),
                    "expected a route of " + subnet.name() + " for " + Route.ANY_IPV4
                            + " to the internet gateway, found none");
        }
    }

    private static void staysClosed(Environment environment, SubnetTier tier, Findings findings) {
        Subnets.routes(
                        environment,
                        Subnets.of(environment, tier),
                        route -> route.target() == RouteTarget.INTERNET_GATEWAY)
                .forEach(found -> findings.at(
                        found.path(),
                        "found a route for " + found.route().destination() + " to the internet gateway in "
                                + found.named() + ", which should be " + Subnet.nameOf(tier)));
    }
}
