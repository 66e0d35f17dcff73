package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** A single NAT gateway serves zones that are not its own. */
final class SingleNat implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-06",
            Severity.ADVICE,
            "all zones lose their way out together with the zone of the only NAT gateway, and pay for bytes between zones until then",
            List.of("S13"),
            "NAT-02",
            "write vpc.nat: per-zone, or accept it with 'suppress' and say why");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            int zones = environment.vpc().zones().size();
            if (!design.isProduction(environment) && environment.vpc().nat() == NatPlacement.SINGLE && zones > 1) {
                findings.at(
                        Design.path(environment, "vpc.nat"),
                        "the one NAT gateway, in zone "
                                + environment.vpc().zones().getFirst().name() + ", serves " + zones + " zones");
            }
        }
    }
}
