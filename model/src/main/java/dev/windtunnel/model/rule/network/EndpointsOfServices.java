package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.network.VpcEndpoint;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** What nodes and pods ask of AWS is reached through endpoints, in every zone. */
final class EndpointsOfServices implements DesignRule {

    /** Without these a node neither joins nor pulls, and a pod has no credentials (EKS User Guide, private clusters; NAT-07). */
    private static final List<String> SERVICES =
            List.of("ecr.api", "ecr.dkr", "sts", "secretsmanager", "kms", "logs", "ec2", "elasticloadbalancing", "s3");

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-11",
            Severity.WARNING,
            "what goes through NAT is lost with it and billed by the byte; image layers alone are most of it",
            List.of("S16"),
            "NAT-07, NAT-08, EP-01, EP-02",
            "add the services below vpc.endpoints; s3 as a gateway endpoint is free");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            Vpc vpc = environment.vpc();
            List<String> missing = SERVICES.stream()
                    .filter(service -> vpc.endpoint(service).isEmpty())
                    .toList();
            // Without NAT there is no other way to a service, so that nothing would ever start.
            boolean hasNoWay = vpc.nat() == NatPlacement.NONE;
            if (!missing.isEmpty() && (hasNoWay || isSaid(design, environment))) {
                findings.at(
                        hasNoWay ? Severity.ERROR : Severity.WARNING,
                        Design.path(environment, "vpc.endpoints"),
                        "expected endpoints of " + String.join(", ", missing) + ", found none; calls go "
                                + (hasNoWay ? "nowhere, there is no NAT gateway" : "through NAT"));
            }
            vpc.endpoint("s3")
                    .filter(endpoint -> endpoint.kind() != VpcEndpoint.Type.GATEWAY)
                    .ifPresent(_ -> findings.at(
                            Design.path(environment, "vpc.endpoints.s3.type"),
                            "expected a gateway endpoint of s3, which is free, found an interface"));
            for (VpcEndpoint endpoint : vpc.endpoints()) {
                standsInEveryZone(environment, endpoint, findings);
            }
        }
    }

    /** A sketch of one environment that says nothing of endpoints has not thought of them yet. */
    private static boolean isSaid(Design design, Environment environment) {
        return !environment.vpc().endpoints().isEmpty()
                || Scope.governed(design).contains(environment);
    }

    private static void standsInEveryZone(Environment environment, VpcEndpoint endpoint, Findings findings) {
        List<String> reached = environment.vpc().zonesOf(endpoint);
        List<String> without = environment.vpc().zones().stream()
                .map(AvailabilityZone::name)
                .filter(zone -> !reached.contains(zone))
                .toList();
        if (SERVICES.contains(endpoint.service()) && !without.isEmpty()) {
            findings.at(
                    Design.path(environment, "vpc.endpoints." + endpoint.service() + ".zones"),
                    "expected " + endpoint.service() + " in every zone, found none in " + String.join(", ", without));
        }
    }
}
