package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.Exposure;
import dev.windtunnel.model.network.PortRange;
import dev.windtunnel.model.network.Protocol;
import dev.windtunnel.model.network.SecurityGroup;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;

/** Something guards the VPC, and only the load balancer hears the internet: on 443, and on 80 to send users on. */
final class OpenToTheInternet implements DesignRule {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-12",
            Severity.ERROR,
            "every port that the internet reaches is tried within minutes",
            List.of("S14"),
            "VPC User Guide: Infrastructure security in Amazon VPC",
            "write vpc.securityGroups and vpc.networkAcls (or vpc.networkFirewall), with 0.0.0.0/0 only for the load balancer's 443 and 80");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            isGuarded(environment, findings);
            for (SecurityGroup group : environment.vpc().securityGroups()) {
                for (int at = 0; at < group.ingress().size(); at++) {
                    PortRange ports = group.ingress().get(at).ports();
                    if (group.ingress().get(at).isAnywhere() && !isAllowed(environment, group, ports)) {
                        findings.at(
                                Design.path(environment, "vpc.securityGroups." + group.name() + ".ingress." + at),
                                group.name() + " lets the internet in on " + word(ports) + ", expected "
                                        + expected(environment, group, ports));
                    }
                }
            }
        }
    }

    private static void isGuarded(Environment environment, Findings findings) {
        Vpc vpc = environment.vpc();
        boolean hasGroups = !vpc.securityGroups().isEmpty();
        boolean hasAcls = !vpc.networkAcls().isEmpty();
        if (vpc.networkFirewall() == null && !(hasGroups && hasAcls)) {
            String found = hasGroups ? "security groups alone" : hasAcls ? "network ACLs alone" : "neither";
            findings.at(
                    Design.path(environment, hasGroups ? "vpc.networkAcls" : "vpc.securityGroups"),
                    "expected a Network Firewall, or security groups and network ACLs, found " + found);
        }
    }

    private static boolean isAllowed(Environment environment, SecurityGroup group, PortRange ports) {
        boolean isRedirect = ports.isOnlyTcp(HTTP) && redirects(environment);
        return isOfLoadBalancerOnly(environment, group) && (ports.isOnlyTcp(HTTPS) || isRedirect);
    }

    private static boolean isOfLoadBalancerOnly(Environment environment, SecurityGroup group) {
        Exposure exposure = environment.loadBalancer().exposure();
        return exposure.securityGroups().contains(group.name())
                && group.attachedTo().isEmpty()
                && !environment.database().access().securityGroups().contains(group.name());
    }

    private static boolean redirects(Environment environment) {
        return environment.loadBalancer().exposure().listeners().stream()
                .anyMatch(listener -> listener.port() == HTTP && listener.redirectsToHttps());
    }

    private static String expected(Environment environment, SecurityGroup group, PortRange ports) {
        if (!isOfLoadBalancerOnly(environment, group)) {
            return "only the load balancer's own group to do so";
        }
        return ports.isOnlyTcp(HTTP)
                ? "443 only, since no listener on 80 redirects to HTTPS"
                : "443, and 80 for a listener that redirects to HTTPS";
    }

    private static String word(PortRange ports) {
        String protocol = ports.protocol().name().toLowerCase(Locale.ROOT);
        if (ports.port() == null) {
            return ports.protocol() == Protocol.ALL ? "every port" : "every port of " + protocol;
        }
        boolean isOne = ports.toPort() == null || ports.toPort().equals(ports.port());
        return protocol + " " + ports.port() + (isOne ? "" : " to " + ports.toPort());
    }
}
