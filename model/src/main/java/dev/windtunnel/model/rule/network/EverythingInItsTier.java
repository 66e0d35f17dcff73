package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.DatabaseAccess;
import dev.windtunnel.model.edge.Exposure;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;

/** The database stands in isolated subnets, an internet-facing load balancer in public ones. Nodes are always in private ones. */
final class EverythingInItsTier implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-08",
            Severity.ERROR,
            "a tier is only worth its routes if nothing stands in the wrong one",
            List.of("S12"),
            "RDS User Guide: Working with a DB instance in a VPC; ALB-40",
            "write database.access.subnets: isolated and leave out loadBalancer.subnets");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            DatabaseAccess access = environment.database().access();
            if (access.subnets() != DatabaseAccess.Tier.ISOLATED) {
                findings.at(
                        Design.path(environment, "database.access.subnets"),
                        "expected the database in isolated subnets, found it in "
                                + access.subnets().name().toLowerCase(Locale.ROOT) + " ones"
                                + (access.publiclyAccessible() ? ", with a public address" : ""));
            }
            loadBalancer(environment, findings);
        }
    }

    /** An internal load balancer may stand in private subnets, never beside the database. */
    private static void loadBalancer(Environment environment, Findings findings) {
        Exposure exposure = environment.loadBalancer().exposure();
        boolean isOpen = exposure.scheme() == Exposure.Scheme.INTERNET_FACING;
        List<String> wrong = environment.vpc().subnetsOf(exposure.subnetWords()).stream()
                .filter(subnet -> isOpen ? subnet.tier() != SubnetTier.PUBLIC : subnet.tier() == SubnetTier.ISOLATED)
                .map(Subnet::name)
                .toList();
        if (!wrong.isEmpty()) {
            findings.at(
                    Design.path(environment, "loadBalancer.subnets"),
                    "expected the load balancer in " + (isOpen ? "public" : "private") + " subnets, found it in "
                            + String.join(", ", wrong));
        }
    }
}
