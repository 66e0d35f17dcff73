package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.cluster.Namespace;
import dev.windtunnel.model.compute.cluster.NetworkPeer;
import dev.windtunnel.model.compute.cluster.NetworkPolicies;
import dev.windtunnel.model.compute.cluster.NetworkRule;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What network policies let pods say to each other (S32, S54): which way, and on which ports. */
final class PolicyPaths {

    private final Environment environment;

    PolicyPaths(Environment environment) {
        this.environment = environment;
    }

    /** Whether any namespace has policies. */
    boolean isDeclared() {
        return environment.cluster().namespaces().stream().anyMatch(namespace -> namespace.networkPolicies() != null);
    }

    /** What a namespace's heading says of it. */
    String detail(String namespace) {
        NetworkPolicies policies = environment
                .cluster()
                .namespace(namespace)
                .map(Namespace::networkPolicies)
                .orElse(null);
        if (policies == null) {
            return "namespace";
        }
        return switch (policies.defaultDeny().size()) {
            case 0 -> "namespace, allows what no rule forbids";
            case 1 -> "default deny " + Words.of(policies.defaultDeny().getFirst());
            default -> "default deny";
        };
    }

    /**
     * Arrows between pods that a rule allows, each pair of ends once.
     *
     * @param known ids that are drawn; what a rule says of others is left out
     */
    List<Edge> edges(Set<String> known) {
        Map<String, Edge> edges = new LinkedHashMap<>();
        for (Namespace namespace : environment.cluster().namespaces()) {
            NetworkPolicies policies = namespace.networkPolicies();
            if (policies == null) {
                continue;
            }
            for (NetworkRule rule : policies.allow()) {
                String here = end(namespace.name(), rule.workload(), known);
                String from = rule.from() == null ? here : end(rule.from(), known);
                String to = rule.to() == null ? here : end(rule.to(), known);
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to) && isApart(from, to)) {
                    edges.putIfAbsent(from + "\n" + to, new Edge(from, to, EdgeKind.ALLOWED, ports(rule), false));
                }
            }
        }
        return List.copyOf(edges.values());
    }

    private static String ports(NetworkRule rule) {
        return String.join(", ", rule.ports().stream().map(String::valueOf).toList());
    }

    private boolean isApart(String from, String to) {
        return !namespaceOf(from).equals(to) && !namespaceOf(to).equals(from);
    }

    private String namespaceOf(String id) {
        return environment.workloads().stream()
                .filter(workload -> id.equals("workload." + workload.name()))
                .map(workload -> "namespace." + workload.namespace())
                .findFirst()
                .orElse("");
    }

    private static String end(NetworkPeer peer, Set<String> known) {
        String namespace = peer.namespace();
        return namespace == null ? "" : end(namespace, peer.workload(), known);
    }

    private static String end(String namespace, @Nullable String workload, Set<String> known) {
        if (workload != null) {
            return known.contains("workload." + workload) ? "workload." + workload : "";
        }
        for (String id : List.of("namespace." + namespace, "namespace." + namespace + RequestPaths.WORKERS)) {
            if (known.contains(id)) {
                return id;
            }
        }
        return "";
    }
}
