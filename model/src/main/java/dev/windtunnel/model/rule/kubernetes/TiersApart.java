package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Cluster;
import dev.windtunnel.model.compute.cluster.Namespace;
import dev.windtunnel.model.compute.cluster.NetworkPeer;
import dev.windtunnel.model.compute.cluster.NetworkPolicies;
import dev.windtunnel.model.compute.cluster.NetworkPolicyEngine;
import dev.windtunnel.model.compute.cluster.NetworkRule;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of the application are closed but for what is opened, and only frontend to backend to data is opened
 * between them, with somebody to enforce it.
 */
final class TiersApart implements DesignRule {

    /** The way of a request (S54). */
    private static final List<String> TIERS = List.of("frontend", "backend", "data");

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-06",
            Severity.ERROR,
            "without a policy every pod reaches every other: a hole in the frontend is a hole in the database's neighbor",
            List.of("S32", "S54"),
            "customer's document, Security controls",
            "write networkPolicies.defaultDeny: [ingress, egress] for the namespace, a networkPolicyEngine, and no rule against the order");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.governed(design)) {
            enforced(environment, findings);
            for (String tier : TIERS) {
                environment.cluster().namespace(tier).ifPresent(namespace -> closed(environment, namespace, findings));
            }
        }
    }

    private static void enforced(Environment environment, Findings findings) {
        Cluster cluster = environment.cluster();
        boolean hasPolicies = cluster.namespaces().stream()
                .anyMatch(
                        namespace -> !namespace.networkPolicies().defaultDeny().isEmpty());
        if (hasPolicies && cluster.networkPolicyEngine() == NetworkPolicyEngine.NONE) {
            findings.at(
                    Design.path(environment, "cluster.networkPolicyEngine"),
                    "expected an engine that enforces the network policies, found none");
        }
        if (cluster.networkPolicyEngine() == NetworkPolicyEngine.VPC_CNI
                && !cluster.addOns().vpcCni().networkPolicy()) {
            findings.at(
                    Design.path(environment, "cluster.addOns.vpc-cni.networkPolicy"),
                    "the VPC CNI is to enforce network policies, expected true, found false");
        }
    }

    private static void closed(Environment environment, Namespace namespace, Findings findings) {
        String path = Design.path(environment, "cluster.namespaces." + namespace.name() + ".networkPolicies");
        List<NetworkPolicies.Direction> denied = namespace.networkPolicies().defaultDeny();
        if (denied.stream().distinct().count() < NetworkPolicies.Direction.values().length) {
            findings.at(
                    path + ".defaultDeny",
                    "expected ingress and egress, found "
                            + (denied.isEmpty()
                                    ? "neither"
                                    : denied.getFirst().name().toLowerCase(Locale.ROOT)));
        }
        List<NetworkRule> rules = namespace.networkPolicies().allow();
        for (int at = 0; at < rules.size(); at++) {
            String from = tier(namespace, rules.get(at).from(), namespace.name());
            String to = tier(namespace, rules.get(at).to(), namespace.name());
            if (!isInOrder(from, to)) {
                findings.at(
                        path + ".allow." + at,
                        "expected only frontend to backend to data, found " + from + " to " + to);
            }
        }
    }

    /** The namespace at an end of a rule: the policy's own where the rule names nobody there, and none for addresses. */
    private static String tier(Namespace own, @Nullable NetworkPeer peer, String otherwise) {
        if (peer == null) {
            return otherwise;
        }
        if (peer.cidr() != null) {
            return "";
        }
        return peer.namespace() == null ? own.name() : peer.namespace();
    }

    private static boolean isInOrder(String from, String to) {
        int start = TIERS.indexOf(from);
        int end = TIERS.indexOf(to);
        return start < 0 || end < 0 || end == start || end == start + 1;
    }
}
