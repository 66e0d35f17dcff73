package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.network.SecurityGroup;
import dev.windtunnel.model.network.SecurityGroupRule;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Security groups from left to right by how many of them lie between a group and the outside, with who lets whom in (S14).
 * Closed groups, and arrows of a group to itself, are left out.
 *
 * <p>Ids: {@code security-groups}, {@code sg.<name>}.
 */
final class SecurityGroupChain {

    private final List<SecurityGroup> groups;

    SecurityGroupChain(Vpc vpc) {
        this.groups =
                vpc.securityGroups().stream().filter(group -> !group.isClosed()).toList();
    }

    /** The group of all of them; none without any. */
    List<Element> elements() {
        if (groups.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Element>> columns = new LinkedHashMap<>();
        Map<String, Integer> ranks = ranks();
        int last = ranks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int rank = 0; rank <= last; rank++) {
            columns.put(rank, new ArrayList<>());
        }
        for (SecurityGroup group : groups) {
            columns.getOrDefault(ranks.getOrDefault(group.name(), 0), new ArrayList<>())
                    .add(node(group));
        }
        List<Element> lanes = new ArrayList<>();
        columns.forEach((rank, nodes) -> lanes.add(OverviewDiagram.lane("lane.sg." + rank, Arrangement.COLUMN, nodes)));
        return List.of(new Group(
                "security-groups",
                GroupKind.SERVICES,
                "Security groups",
                "each lets in only what its arrows say",
                Arrangement.CELLS,
                lanes));
    }

    private static Node node(SecurityGroup group) {
        List<String> lines = new ArrayList<>(List.of(group.name()));
        Map<String, Set<String>> outside = new LinkedHashMap<>();
        for (SecurityGroupRule rule : group.ingress()) {
            if (rule.group() == null) {
                String from = rule.isAnywhere()
                        ? "anywhere"
                        : rule.cidr() == null ? "a list" : rule.cidr().toString();
                outside.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(Words.ports(rule.ports()));
            }
        }
        outside.forEach((from, ports) -> lines.add(String.join(", ", ports) + " from " + from));
        if (lines.size() == 1) {
            lines.add(group.description().isBlank() ? "security group" : group.description());
        }
        return new Node("sg." + group.name(), NodeKind.SECURITY_GROUP, lines);
    }

    /** Steps from the outside: 0 for what addresses may reach, 1 for what those may reach, and so on. */
    private Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (SecurityGroup group : groups) {
            if (group.ingress().stream().anyMatch(rule -> rule.group() == null)) {
                ranks.put(group.name(), 0);
            }
        }
        for (int rank = 0; rank < groups.size(); rank++) {
            for (SecurityGroup group : groups) {
                int before = rank;
                boolean next = group.ingress().stream()
                        .anyMatch(rule -> Integer.valueOf(before).equals(ranks.get(String.valueOf(rule.group()))));
                if (next) {
                    ranks.putIfAbsent(group.name(), rank + 1);
                }
            }
        }
        return ranks;
    }

    /** From who may open a connection to where it ends. */
    List<Edge> edges() {
        Map<Ends, Set<String>> ports = new LinkedHashMap<>();
        for (SecurityGroup group : groups) {
            for (SecurityGroupRule rule : group.ingress()) {
                String from = rule.group();
                boolean known = groups.stream().anyMatch(other -> other.name().equals(from));
                if (from != null && known && !from.equals(group.name())) {
                    ports.computeIfAbsent(new Ends(from, group.name()), ends -> new LinkedHashSet<>())
                            .add(Words.ports(rule.ports()));
                }
            }
        }
        List<Edge> edges = new ArrayList<>();
        ports.forEach((ends, open) -> edges.add(
                new Edge("sg." + ends.from(), "sg." + ends.to(), EdgeKind.ALLOWED, String.join(", ", open), false)));
        return edges;
    }

    private record Ends(String from, String to) {}
}
