package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.network.Route;
import dev.windtunnel.model.network.RouteTarget;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** In production each zone has its own NAT gateway. */
final class NatInEveryZone implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-05",
            Severity.ERROR,
            "a NAT gateway is lost with its zone, and with it the egress of every subnet that is routed through it",
            List.of("S13"),
            "NAT-01, NAT-02",
            "write vpc.nat: per-zone");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.production(design)) {
            if (environment.vpc().nat() != NatPlacement.PER_ZONE) {
                findings.at(
                        Design.path(environment, "vpc.nat"),
                        "expected a NAT gateway in each of the "
                                + environment.vpc().zones().size() + " zones, found "
                                + environment.vpc().natGateways());
            } else {
                Subnets.of(environment, SubnetTier.PRIVATE)
                        .forEach(subnet -> usesItsOwn(environment, subnet, findings));
            }
        }
    }

    private static void usesItsOwn(Environment environment, Subnet subnet, Findings findings) {
        for (Route route : environment.vpc().routesOf(subnet)) {
            String zone = route.zone();
            if (route.target() == RouteTarget.NAT && zone != null && !zone.equals(subnet.zone())) {
                findings.at(
                        Subnets.routePath(environment, subnet, route.destination()),
                        "expected " + subnet.name() + " to use the NAT gateway of zone " + subnet.zone()
                                + ", found that of zone " + zone);
            }
        }
    }
}
