package dev.windtunnel.model.yaml;

import java.util.List;
import java.util.stream.Stream;

/** What must hold between the parts of a cluster, and between them and the rest of their environment. */
final class ClusterChecks {

    /** Namespaces that every cluster has. */
    private static final List<String> OWN_NAMESPACES =
            List.of("default", "kube-system", "kube-public", "kube-node-lease");

    private final Place environment;
    private final Place cluster;
    private final Problems problems;

    private ClusterChecks(Place environment, Problems problems) {
        this.environment = environment;
        this.cluster = environment.at("cluster");
        this.problems = problems;
    }

    static void check(Place root, KnownNames known, Problems problems) {
        for (Place environment : root.at("environments").children()) {
            ClusterChecks checks = new ClusterChecks(environment, problems);
            checks.nodeGroups(known);
            checks.keys();
            checks.namespaces();
            checks.policies();
        }
    }

    /** The namespaces of an environment's cluster that things may name; empty where none is declared, and any name goes. */
    static List<String> namespaces(Place environment) {
        List<String> declared = environment.at("cluster").at("namespaces").names();
        return declared.isEmpty()
                ? List.of()
                : Stream.concat(declared.stream(), OWN_NAMESPACES.stream()).toList();
    }

    private void nodeGroups(KnownNames known) {
        Place groups = cluster.at("nodeGroups");
        Reference zone = reference("zone", "vpc.zones", environment.at("vpc").at("zones"));
        Reference type = new Reference("instance type", "instance types", known.instanceTypes(), problems);
        for (Place group : groups.children()) {
            zone.checkAll(group.at("zones"));
            type.checkAll(group.at("instanceTypes"));
        }
        reference("node group", "cluster.nodeGroups", groups)
                .checkAll(cluster.at("clusterAutoscaler").at("nodeGroups"));
    }

    private void keys() {
        Reference key = reference("key", "keys", environment.at("keys"));
        key.check(cluster.at("controlPlane").at("secretsEncryptionKey"));
        cluster.at("nodeGroups").children().forEach(group -> key.check(group.at("encryptionKey")));
        cluster.at("nodePools")
                .children()
                .forEach(pool -> key.check(pool.at("nodeClass").at("encryptionKey")));
    }

    private void namespaces() {
        List<String> valid = namespaces(environment);
        if (valid.isEmpty()) {
            return;
        }
        Reference namespace = new Reference("namespace", "cluster.namespaces", valid, problems);
        environment.at("workloads").children().forEach(workload -> namespace.check(workload.at("namespace")));
        environment.at("cronJobs").children().forEach(job -> namespace.check(job.at("namespace")));
        namespace.checkAll(cluster.at("mesh").at("namespaces"));
        cluster.at("admission")
                .at("constraints")
                .children()
                .forEach(constraint -> namespace.checkAll(constraint.at("excludedNamespaces")));
        cluster.at("access").at("roles").children().forEach(role -> namespace.check(role.at("namespace")));
        for (Place rule : networkRules()) {
            namespace.check(rule.at("from").at("namespace"));
            namespace.check(rule.at("to").at("namespace"));
        }
    }

    private void policies() {
        Reference workload = reference("workload", "workloads", environment.at("workloads"));
        for (Place rule : networkRules()) {
            workload.check(rule.at("workload"));
            workload.check(rule.at("from").at("workload"));
            workload.check(rule.at("to").at("workload"));
        }
    }

    private List<Place> networkRules() {
        return cluster.at("namespaces").children().stream()
                .flatMap(namespace -> namespace.at("networkPolicies").at("allow").children().stream())
                .toList();
    }

    private Reference reference(String what, String key, Place declared) {
        return new Reference(what, key, declared.names(), problems);
    }
}
