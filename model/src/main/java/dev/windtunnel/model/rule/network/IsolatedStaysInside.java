package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.RouteTarget;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;

/** Isolated subnets have no default route. */
final class IsolatedStaysInside implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-07",
            Severity.ERROR,
            "data that has no way out cannot be carried off",
            List.of("S13"),
            "VPC User Guide: Route table concepts",
            "take routes for 0.0.0.0/0 and ::/0 out of the table of the isolated subnets below vpc.routeTables");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            // A blackhole leads nowhere, which is what is asked for.
            Subnets.routes(
                            environment,
                            Subnets.of(environment, SubnetTier.ISOLATED),
                            route -> route.isDefault() && route.target() != RouteTarget.BLACKHOLE)
                    .forEach(found -> findings.at(
                            found.path(),
                            "expected no way out of " + found.named() + ", found a route for "
                                    + found.route().destination() + " to "
                                    + word(found.route().target())));
        }
    }

    private static String word(RouteTarget target) {
        return target.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
