package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.FirewallRuleGroup;
import dev.windtunnel.model.network.FlowLogs;
import dev.windtunnel.model.network.NetworkAcl;
import dev.windtunnel.model.network.NetworkAclEntry;
import dev.windtunnel.model.network.NetworkFirewall;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.network.VpcConnection;
import dev.windtunnel.model.network.VpcEndpoint;
import dev.windtunnel.model.storage.Bucket;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a VPC has beside subnets and routes: endpoints, a firewall, network ACLs, flow logs, ways to other networks (S14, S16,
 * S17).
 *
 * <p>Ids: {@code endpoints}, {@code endpoints.interface}, {@code endpoints.gateway}, {@code firewall}, {@code acl.<name>}, {@code
 * connection.<name>}, {@code logs}, {@code flow-logs}.
 */
final class NetworkServices {

    private final Architecture architecture;
    private final Environment environment;
    private final Vpc vpc;

    NetworkServices(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
        this.vpc = environment.vpc();
    }

    /** Private doors to AWS, a node for each kind; none without any. */
    List<Element> endpoints() {
        List<Element> nodes = new ArrayList<>();
        for (VpcEndpoint.Type type : VpcEndpoint.Type.values()) {
            List<VpcEndpoint> all = vpc.endpoints().stream()
                    .filter(endpoint -> endpoint.kind() == type)
                    .toList();
            if (all.isEmpty()) {
                continue;
            }
            String services = Words.list(all.stream().map(VpcEndpoint::service).toList(), "service");
            boolean isGateway = type == VpcEndpoint.Type.GATEWAY;
            nodes.add(new Node(
                    isGateway ? "endpoints.gateway" : "endpoints.interface",
                    NodeKind.VPC_ENDPOINT,
                    List.of(
                            isGateway ? "Gateway endpoints" : "Interface endpoints",
                            services,
                            isGateway ? "a route, free" : "in " + zones(all))));
        }
        return nodes.isEmpty()
                ? List.of()
                : List.of(new Group(
                        "endpoints",
                        GroupKind.SERVICES,
                        "VPC endpoints",
                        "AWS without the internet",
                        Arrangement.CELLS,
                        nodes));
    }

    private String zones(List<VpcEndpoint> endpoints) {
        Set<String> zones = new LinkedHashSet<>();
        endpoints.forEach(endpoint -> zones.addAll(vpc.zonesOf(endpoint)));
        return (zones.size() == 1 ? "zone " : "zones ") + String.join(", ", zones);
    }

    /** The firewall; none without one. */
    List<Element> firewall() {
        NetworkFirewall firewall = vpc.networkFirewall();
        if (firewall == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("Network Firewall"));
        for (FirewallRuleGroup group : firewall.ruleGroups().stream().limit(3).toList()) {
            lines.add(Words.of(group.action()) + " " + group.name());
        }
        int more = firewall.ruleGroups().size() - 3;
        if (more > 0) {
            lines.add("and " + EnvironmentParts.counted(more, "rule group"));
        }
        return List.of(new Node("firewall", NodeKind.FIREWALL, lines));
    }

    /** The network ACLs that are meant for a tier; the first subnet or tier that one names decides. */
    List<Element> acls(String tier) {
        List<Element> nodes = new ArrayList<>();
        for (NetworkAcl acl : vpc.networkAcls()) {
            if (tierOf(acl).equals(tier)) {
                nodes.add(new Node(
                        "acl." + acl.name(),
                        NodeKind.NETWORK_ACL,
                        List.of(
                                "Network ACL " + acl.name(),
                                "in " + open(acl.ingress()),
                                "out " + open(acl.egress()))));
            }
        }
        return nodes;
    }

    private String tierOf(NetworkAcl acl) {
        return vpc.subnetsOf(acl.subnets()).stream()
                .findFirst()
                .map(subnet -> Words.of(subnet.tier()))
                .orElse("private");
    }

    private static String open(List<NetworkAclEntry> entries) {
        Set<String> ports = new LinkedHashSet<>();
        entries.stream()
                .filter(entry -> entry.action() == NetworkAclEntry.Action.ALLOW)
                .forEach(entry -> ports.add(Words.ports(entry.ports())));
        return ports.isEmpty() ? "nothing" : String.join(", ", ports);
    }

    /** Ways to other networks. */
    List<Element> connections() {
        List<Element> nodes = new ArrayList<>();
        for (VpcConnection connection : vpc.connections()) {
            String to = connection.environment();
            String name = Words.capitalized(connection.kind()) + " " + connection.name();
            nodes.add(new Node(
                    "connection." + connection.name(),
                    NodeKind.CONNECTION,
                    to == null ? List.of(name) : List.of(name, "to environment " + to)));
        }
        return nodes;
    }

    /** Where flow logs go: a bucket in the account that keeps it, or a log group. */
    List<Element> flowLogs() {
        FlowLogs logs = vpc.flowLogs();
        if (logs == null) {
            return List.of();
        }
        String target = logs.target();
        Duration kept = logs.retention();
        List<String> lines = new ArrayList<>();
        lines.add(target == null ? "CloudWatch Logs" : target);
        lines.add(Words.of(logs.trafficType()) + " traffic, every " + Durations.print(logs.aggregationInterval()));
        if (kept != null) {
            lines.add("kept " + Durations.print(kept));
        }
        Node node = new Node("flow-logs", target == null ? NodeKind.LOGS : NodeKind.BUCKET, lines);
        Optional<Bucket> bucket = architecture.buckets().stream()
                .filter(each -> each.name().equals(target))
                .findFirst();
        String account = bucket.map(Bucket::account).orElse(environment.account());
        return List.of(new Group("logs", GroupKind.ACCOUNT, account, "account", Arrangement.COLUMN, List.of(node)));
    }

    /** Arrows that begin or end at what is drawn here. */
    List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        if (vpc.flowLogs() != null) {
            edges.add(new Edge("vpc", "flow-logs", EdgeKind.DOTTED, "flow logs", true));
        }
        for (VpcConnection connection : vpc.connections()) {
            String blocks = String.join(
                    ", ",
                    connection.destinations().stream().map(Object::toString).toList());
            edges.add(new Edge("vpc", "connection." + connection.name(), EdgeKind.DASHED, blocks, false));
        }
        return edges;
    }
}
