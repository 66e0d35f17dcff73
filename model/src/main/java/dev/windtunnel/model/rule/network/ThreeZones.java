package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Three availability zones. */
final class ThreeZones implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-03",
            Severity.ERROR,
            "with two zones half of everything is lost with one; three lose a third",
            List.of("S12"),
            "AZ-03",
            "add a zone to vpc.zones with a public, a private and an isolated subnet");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    private static final int ZONES = 3;

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            int zones = environment.vpc().zones().size();
            if (zones < ZONES) {
                findings.at(
                        Design.path(environment, "vpc.zones"),
                        "expected " + ZONES + " availability zones, found " + zones);
            }
        }
    }
}
