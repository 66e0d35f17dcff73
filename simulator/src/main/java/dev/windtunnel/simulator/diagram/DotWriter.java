package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a diagram in DOT for Graphviz: nested clusters, six-digit colors (dot 2.43 paints three-digit ones black), and {@code
 * constraint=false} on arrows against the flow (dot fails on cycles through clusters).
 */
public final class DotWriter {

    private static final String FONT = "Helvetica,Arial,sans-serif";

    private final Diagram diagram;
    private final Map<String, Element> elements;
    private final StringBuilder text = new StringBuilder();

    private DotWriter(Diagram diagram) {
        this.diagram = diagram;
        this.elements = diagram.byId();
    }

    /** The graph, ending with a line break. */
    public static String write(Diagram diagram) {
        return new DotWriter(diagram).document();
    }

    private String document() {
        line(0, "digraph diagram {");
        line(
                1,
                "graph [rankdir=TB, compound=true, newrank=false, nodesep=0.3, ranksep=0.5, fontname=" + quoted(FONT)
                        + ", fontsize=12, labelloc=t, labeljust=l, label="
                        + label(List.of(diagram.title(), diagram.subtitle()), "\\l") + "];");
        line(
                1,
                "node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", fontname=" + quoted(FONT)
                        + ", fontsize=11, margin=\"0.15,0.08\"];");
        line(1, "edge [color=\"#3d4c5c\", fontname=" + quoted(FONT) + ", fontsize=10, arrowsize=0.7];");
        diagram.elements().forEach(element -> element(element, 1));
        oneBelowTheOther(diagram.elements());
        elements.values().forEach(this::arrange);
        diagram.edges().forEach(this::edge);
        line(0, "}");
        return text.toString();
    }

    private void line(int depth, String content) {
        text.append("    ".repeat(depth)).append(content).append('\n');
    }

    private void element(Element element, int depth) {
        switch (element) {
            case Node node -> node(node, depth);
            case Group group -> {
                if (group.kind() == GroupKind.LANE) {
                    group.children().forEach(child -> element(child, depth));
                    sideBySide(group, depth);
                } else {
                    cluster(group, depth);
                }
            }
        }
    }

    private void node(Node node, int depth) {
        String shape =
                switch (node.kind().outline()) {
                    case CYLINDER -> ", shape=cylinder, style=filled";
                    case OVAL -> ", shape=oval, style=filled";
                    case BOX -> "";
                };
        String color = node.kind().category().color();
        line(
                depth,
                ElementIds.of(node) + " [label=" + label(Captions.of(node), "\\n") + shape
                        + (node.overlay() == null ? ", color=" + quoted(color) : tone(node.overlay())) + "];");
    }

    private void cluster(Group group, int depth) {
        GroupKind kind = group.kind();
        line(depth, "subgraph cluster_" + ElementIds.of(group) + " {");
        line(
                depth + 1,
                "graph [label=" + label(Captions.of(group), "\\l") + ", style=\"rounded,filled"
                        + (kind.dashed() ? ",dashed" : "") + "\", fontcolor=" + quoted(kind.ink())
                        + (group.overlay() == null
                                ? ", penwidth=1, color=" + quoted(kind.stroke()) + ", fillcolor=" + quoted(kind.fill())
                                : tone(group.overlay()))
                        + "];");
        if (leaf(group) == null) {
            // A cluster without nodes is not drawn at all.
            line(depth + 1, anchor(group) + " [shape=point, style=invis, label=\"\"];");
        }
        group.children().forEach(child -> element(child, depth + 1));
        sideBySide(group, depth + 1);
        line(depth, "}");
    }

    /** dot can do that for nodes, not for clusters. */
    private void sideBySide(Group group, int depth) {
        List<String> row = group.arrangement() == Arrangement.COLUMN || group.arrangement() == Arrangement.GRID
                ? List.of()
                : group.children().stream()
                        .filter(child -> child instanceof Node)
                        .map(ElementIds::of)
                        .toList();
        if (row.size() > 1) {
            line(depth, "{ rank=same; " + String.join("; ", row) + "; }");
        }
    }

    /** Invisible edges that hold the children of columns in their order; rows stand side by side where dot can do it. */
    private void arrange(Element element) {
        if (element instanceof Group group && group.arrangement() == Arrangement.COLUMN) {
            oneBelowTheOther(group.children());
        }
    }

    /** Where an arrow does the same already, dot (2.43) may fail on a second one: "trouble in init_rank". */
    private void oneBelowTheOther(List<Element> column) {
        for (int at = 0; at + 1 < column.size(); at++) {
            String ends =
                    end(column.get(at).id()) + " -> " + end(column.get(at + 1).id());
            if (diagram.edges().stream()
                    .noneMatch(edge -> edge.flow() && ends(edge).equals(ends))) {
                line(1, ends + " [style=invis];");
            }
        }
    }

    private String ends(Edge edge) {
        return end(edge.from()) + " -> " + end(edge.to());
    }

    private static String tone(Overlay overlay) {
        ToneStyle look = ToneStyle.of(overlay.tone());
        return ", penwidth=3, color=" + quoted(look.color()) + ", fillcolor=" + quoted(look.fill());
    }

    private void edge(Edge edge) {
        StringBuilder attributes = new StringBuilder();
        append(attributes, edge.label().isBlank() ? "" : "label=" + label(List.of(edge.label()), "\\n"));
        append(
                attributes,
                switch (edge.kind()) {
                    case SOLID -> "";
                    case DOTTED -> "style=dotted";
                    case DASHED, ALLOWED -> "style=dashed";
                });
        Overlay.Tone tone = edge.tone();
        if (tone != null) {
            String color = quoted(ToneStyle.of(tone).color());
            append(attributes, "penwidth=2, color=" + color + ", fontcolor=" + color);
        }
        append(attributes, edge.flow() ? "" : "constraint=false");
        append(attributes, clip("ltail", edge.from()));
        append(attributes, clip("lhead", edge.to()));
        line(1, ends(edge) + (attributes.isEmpty() ? "" : " [" + attributes + "]") + ";");
    }

    private static void append(StringBuilder attributes, String attribute) {
        if (!attribute.isEmpty()) {
            attributes.append(attributes.isEmpty() ? "" : ", ").append(attribute);
        }
    }

    /** DOT leads edges to nodes only: an arrow to a group goes to a node inside of it and is cut at the border. */
    private String end(String id) {
        return switch (element(id)) {
            case Node node -> ElementIds.of(node);
            case Group group -> {
                Node leaf = leaf(group);
                yield leaf == null ? anchor(group) : ElementIds.of(leaf);
            }
        };
    }

    private String clip(String attribute, String id) {
        return element(id) instanceof Group group && group.kind() != GroupKind.LANE
                ? attribute + "=cluster_" + ElementIds.of(group)
                : "";
    }

    private Element element(String id) {
        Element element = elements.get(id);
        if (element == null) {
            throw new IllegalStateException("edge ends at unknown element '" + id + "'");
        }
        return element;
    }

    private static String anchor(Group group) {
        return "a" + ElementIds.of(group);
    }

    /** The first node inside of a group, at any depth. */
    private static @Nullable Node leaf(Group group) {
        for (Element child : group.children()) {
            Node found = child instanceof Node node ? node : child instanceof Group inner ? leaf(inner) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String label(List<String> lines, String lineBreak) {
        StringBuilder result = new StringBuilder("\"");
        for (int at = 0; at < lines.size(); at++) {
            boolean ends = lineBreak.equals("\\l") || at + 1 < lines.size();
            result.append(escaped(lines.get(at))).append(ends ? lineBreak : "");
        }
        return result.append('"').toString();
    }

    /** Graphviz reads backslashes and HTML entities inside of quoted labels. */
    private static String escaped(String text) {
        return Captions.printable(text)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("&", "&amp;");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
