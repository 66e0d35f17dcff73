package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Address blocks of environments do not overlap. */
final class BlocksApart implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-01",
            Severity.ERROR,
            "VPCs whose addresses overlap can never be peered or routed to each other",
            List.of("S11"),
            "VPC-01",
            "give each environment's vpc.cidr a block of its own, such as 10.10.0.0/16, 10.20.0.0/16, 10.30.0.0/16");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        List<Environment> environments = design.environments();
        for (int i = 1; i < environments.size(); i++) {
            for (Environment earlier : environments.subList(0, i)) {
                Environment later = environments.get(i);
                if (later.vpc().cidr().overlaps(earlier.vpc().cidr())) {
                    findings.at(
                            Design.path(later, "vpc.cidr"),
                            later.vpc().cidr() + " of " + later.name() + " overlaps "
                                    + earlier.vpc().cidr() + " of " + earlier.name());
                }
            }
        }
    }
}
