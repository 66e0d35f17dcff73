package dev.windtunnel.model.rule.edge;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.Exposure;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** The load balancer stands in every zone and logs what it is asked; in production nobody deletes it by mistake. */
final class LoadBalancerInEveryZone implements DesignRule {

    /** Fewest zones that AWS accepts for an Application Load Balancer (ELB User Guide, "Subnets for your load balancer"). */
    private static final int FEWEST_ZONES = 2;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-EDG-03",
            Severity.ERROR,
            "pods of a zone without a node of the load balancer are reached through other zones, and an attack without a log"
                    + " leaves no trace",
            List.of("S12", "S51"),
            "ALB-18, ALB-46",
            "leave out loadBalancer.zones, and write loadBalancer.accessLogs and loadBalancer.deletionProtection: true");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            zones(environment, findings);
            if (environment.loadBalancer().exposure().accessLogs() == null) {
                findings.at(
                        Design.path(environment, "loadBalancer.accessLogs"),
                        "expected access logs of the load balancer of " + environment.name() + ", found none");
            }
        }
        for (Environment environment : Scope.production(design)) {
            if (!environment.loadBalancer().exposure().deletionProtection()) {
                findings.at(
                        Severity.WARNING,
                        Design.path(environment, "loadBalancer.deletionProtection"),
                        "expected the load balancer of " + environment.name()
                                + " to be protected, found deletionProtection: false");
            }
        }
    }

    private static void zones(Environment environment, Findings findings) {
        Exposure exposure = environment.loadBalancer().exposure();
        List<String> inSubnets = environment.vpc().subnetsOf(exposure.subnetWords()).stream()
                .map(Subnet::zone)
                .toList();
        List<String> all =
                environment.vpc().zones().stream().map(AvailabilityZone::name).toList();
        List<String> without = all.stream()
                .filter(zone -> !inSubnets.contains(zone)
                        || !(exposure.zones().isEmpty() || exposure.zones().contains(zone)))
                .toList();
        String key = exposure.zones().isEmpty() && !exposure.subnets().isEmpty() ? "subnets" : "zones";
        if (!without.isEmpty()) {
            findings.at(
                    Design.path(environment, "loadBalancer." + key),
                    "expected the load balancer in all " + all.size() + " zones, found no node of it in "
                            + String.join(", ", without));
        } else if (all.size() < FEWEST_ZONES) {
            findings.at(
                    Design.path(environment, "vpc.zones"),
                    "AWS wants a load balancer in at least " + FEWEST_ZONES + " zones, found " + all.size());
        }
    }
}
