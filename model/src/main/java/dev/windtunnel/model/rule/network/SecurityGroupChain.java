package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.DatabaseAccess;
import dev.windtunnel.model.network.SecurityGroup;
import dev.windtunnel.model.network.SecurityGroup.Carrier;
import dev.windtunnel.model.network.SecurityGroupRule;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Security groups let each stage be reached from the one before it only: internet, load balancer, nodes or pods, database on its
 * port. Judged where groups are written; that they are is R-NET-12, which pod may ask which is network policies' business.
 */
final class SecurityGroupChain implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-13",
            Severity.ERROR,
            "a group that names the stage before it lets in nobody else, whatever addresses they have",
            List.of("S14", "S54"),
            "VPC User Guide: Security group rules",
            "name the group of the stage before in vpc.securityGroups, and the database's group in database.access.securityGroups");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            if (!environment.vpc().securityGroups().isEmpty()) {
                new Chain(environment, findings).judge();
            }
        }
    }

    private record Chain(Environment environment, Findings findings) {

        void judge() {
            hearsTheLoadBalancer();
            DatabaseAccess access = environment.database().access();
            if (access.securityGroups().isEmpty()) {
                findings.at(
                        Design.path(environment, "database.access.securityGroups"),
                        "the database carries the VPC's default group, expected one of its own that lets in "
                                + String.join(" or ", ofNodes()) + " on " + access.port());
                return;
            }
            boolean isReached = false;
            for (String name : access.securityGroups()) {
                SecurityGroup group = vpc().securityGroup(name).orElse(null);
                isReached |= group != null && letsInNodesOnly(group, access.port());
            }
            if (!isReached) {
                findings.at(
                        Design.path(environment, "database.access.securityGroups"),
                        "no rule lets " + String.join(" or ", ofNodes()) + " connect to the database on "
                                + access.port());
            }
        }

        private Vpc vpc() {
            return environment.vpc();
        }

        /** The groups of nodes and pods; the VPC's own where none is said to be theirs. */
        private List<String> ofNodes() {
            List<String> names = vpc().securityGroups().stream()
                    .filter(group -> group.attachedTo().contains(Carrier.NODES)
                            || group.attachedTo().contains(Carrier.PODS))
                    .map(SecurityGroup::name)
                    .toList();
            return names.isEmpty() ? List.of(SecurityGroup.DEFAULT) : names;
        }

        /** Who connects to the database: nodes and pods, and a proxy, which carries the groups of its database. */
        private List<String> connecting() {
            List<String> connecting = new ArrayList<>(ofNodes());
            if (environment.database().proxy() != null) {
                connecting.addAll(environment.database().access().securityGroups());
            }
            return connecting;
        }

        /** The controller's own groups, where none is named, come with rules that let it reach the pods. */
        private void hearsTheLoadBalancer() {
            List<String> balancers = environment.loadBalancer().exposure().securityGroups();
            List<String> nodes = ofNodes();
            boolean isHeard = nodes.stream()
                    .flatMap(name -> vpc().securityGroup(name).stream())
                    .flatMap(group -> group.ingress().stream())
                    .anyMatch(rule -> isOneOf(rule.group(), balancers));
            if (!balancers.isEmpty() && !isHeard) {
                findings.at(
                        Design.path(environment, "vpc.securityGroups." + nodes.getFirst() + ".ingress"),
                        "expected " + String.join(" or ", nodes) + " to let in " + String.join(" or ", balancers)
                                + " of the load balancer, found no such rule");
            }
        }

        private boolean letsInNodesOnly(SecurityGroup group, int port) {
            List<String> nodes = connecting();
            List<SecurityGroupRule> rules = group.ingress();
            boolean isReached = false;
            for (int at = 0; at < rules.size(); at++) {
                SecurityGroupRule rule = rules.get(at);
                boolean isFromNodes = isOneOf(rule.group(), nodes);
                isReached |= isFromNodes && rule.ports().coversTcp(port);
                List<String> wrong = new ArrayList<>();
                if (!isFromNodes) {
                    wrong.add(peer(rule));
                }
                if (!rule.ports().isOnlyTcp(port)) {
                    wrong.add("other ports than " + port);
                }
                if (!wrong.isEmpty()) {
                    findings.at(
                            Design.path(environment, "vpc.securityGroups." + group.name() + ".ingress." + at),
                            "expected the database to let in " + String.join(" or ", nodes) + " on " + port
                                    + " only, found " + String.join(" and ", wrong));
                }
            }
            return isReached;
        }

        private static boolean isOneOf(@Nullable String name, List<String> names) {
            return name != null && names.contains(name);
        }

        private static String peer(SecurityGroupRule rule) {
            if (rule.group() != null) {
                return rule.group();
            }
            return rule.cidr() != null
                    ? rule.cidr().toString()
                    : rule.ipv6Cidr() != null ? rule.ipv6Cidr() : "a prefix list";
        }
    }
}
