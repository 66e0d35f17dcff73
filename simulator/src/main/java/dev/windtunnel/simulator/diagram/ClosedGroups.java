package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A diagram with less in it: groups at some depth drawn as one node each, arrows led to that node. */
final class ClosedGroups {

    private ClosedGroups() {}

    /** How deep groups are nested: 0 for nodes alone. */
    static int depth(Diagram diagram) {
        return depth(diagram.elements());
    }

    private static int depth(List<Element> elements) {
        int deepest = 0;
        for (Element element : elements) {
            if (element instanceof Group group) {
                deepest = Math.max(deepest, 1 + depth(group.children()));
            }
        }
        return deepest;
    }

    /** The diagram with at most so many groups inside each other. Arrows that become the same arrow are drawn once. */
    static Diagram below(Diagram diagram, int depth) {
        Map<String, String> standIn = new LinkedHashMap<>();
        List<Element> elements = closed(diagram.elements(), depth, standIn);
        Set<Edge> edges = new LinkedHashSet<>();
        for (Edge edge : diagram.edges()) {
            String from = standIn.getOrDefault(edge.from(), edge.from());
            String to = standIn.getOrDefault(edge.to(), edge.to());
            if (!from.equals(to)) {
                edges.add(new Edge(from, to, edge.kind(), edge.label(), edge.flow(), edge.tone()));
            }
        }
        return new Diagram(diagram.title(), diagram.subtitle(), elements, List.copyOf(edges));
    }

    private static List<Element> closed(List<Element> elements, int depth, Map<String, String> standIn) {
        List<Element> result = new ArrayList<>();
        for (Element element : elements) {
            switch (element) {
                case Node node -> result.add(node);
                case Group group -> {
                    if (depth > 0) {
                        result.add(open(group, closed(group.children(), depth - 1, standIn)));
                    } else {
                        result.add(node(group));
                        inside(group, group.id(), standIn);
                    }
                }
            }
        }
        return result;
    }

    private static Group open(Group group, List<Element> children) {
        return new Group(
                group.id(),
                group.kind(),
                group.title(),
                group.detail(),
                group.arrangement(),
                children,
                group.overlay());
    }

    private static Node node(Group group) {
        String title = (group.title() + " " + group.detail()).strip();
        return new Node(
                group.id(), NodeKind.ENVIRONMENT, List.of(title.isEmpty() ? group.id() : title), group.overlay());
    }

    private static void inside(Group group, String id, Map<String, String> standIn) {
        for (Element child : group.children()) {
            standIn.put(child.id(), id);
            if (child instanceof Group inner) {
                inside(inner, id, standIn);
            }
        }
    }
}
