package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a diagram as a Mermaid flowchart with subgraphs, which GitHub and most Markdown viewers draw.
 *
 * <p>Labels are always quoted and escaped, ids always prefixed. Mermaid refuses texts above 50,000 characters and charts above
 * 500 edges by default; diagrams beyond are drawn with their innermost groups closed.
 */
public final class MermaidWriter {

    private static final int MOST_CHARACTERS = 50_000;
    private static final int MOST_EDGES = 500;

    private final Diagram diagram;
    private final Map<String, Element> elements;
    private final StringBuilder text = new StringBuilder();
    private int arrows;

    private MermaidWriter(Diagram diagram) {
        this.diagram = diagram;
        this.elements = diagram.byId();
    }

    /**
     * The flowchart, ending with a line break.
     *
     * @throws IllegalArgumentException if even the outermost elements alone are too much for Mermaid
     */
    public static String write(Diagram diagram) {
        Diagram fitting = diagram;
        for (int depth = ClosedGroups.depth(diagram); ; depth--) {
            MermaidWriter writer = new MermaidWriter(fitting);
            String text = writer.document();
            if (writer.arrows <= MOST_EDGES && text.length() <= MOST_CHARACTERS) {
                return text;
            }
            if (depth == 0) {
                throw new IllegalArgumentException("diagram '" + diagram.title() + "' has " + writer.arrows
                        + " edges and " + text.length()
                        + " characters even with all groups closed; Mermaid draws at most "
                        + MOST_EDGES + " and " + MOST_CHARACTERS);
            }
            fitting = ClosedGroups.below(diagram, depth - 1);
        }
    }

    private String document() {
        text.append("---\ntitle: \"").append(yaml(diagram.title())).append("\"\n");
        text.append("config:\n  flowchart:\n    nodeSpacing: 70\n    wrappingWidth: 280\n---\n");
        text.append("flowchart TB\n");
        diagram.elements().forEach(element -> element(element, 1));
        Map<Overlay.Tone, List<Integer>> toned = new EnumMap<>(Overlay.Tone.class);
        for (Edge edge : diagram.edges()) {
            String arrow = edge.kind() == EdgeKind.SOLID ? " -->" : " -.->";
            String label = edge.label().isBlank() ? " " : "|" + quoted(List.of(edge.label())) + "| ";
            for (String end : ends(edge)) {
                line(1, id(edge.from()) + arrow + label + end);
                Overlay.Tone tone = edge.tone();
                if (tone != null) {
                    toned.computeIfAbsent(tone, t -> new ArrayList<>()).add(arrows);
                }
                arrows++;
            }
        }
        toned.forEach((tone, numbers) -> line(
                1,
                "linkStyle " + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")) + " stroke:"
                        + ToneStyle.of(tone).color() + ",stroke-width:3px"));
        classes();
        return text.toString();
    }

    /**
     * Where an arrow ends. Mermaid's layout lets subgraphs overlap where unlabeled traffic between them ends at a subgraph
     * deep inside, so such an arrow is drawn to each node in it.
     */
    private List<String> ends(Edge edge) {
        boolean traffic = edge.kind() == EdgeKind.SOLID && edge.label().isBlank();
        if (traffic
                && elements.get(edge.to()) instanceof Group group
                && !group.children().isEmpty()
                && group.children().stream().allMatch(child -> child instanceof Node)) {
            return group.children().stream().map(ElementIds::of).toList();
        }
        return List.of(id(edge.to()));
    }

    private void line(int depth, String content) {
        text.append("    ".repeat(depth)).append(content).append('\n');
    }

    private String id(String elementId) {
        Element element = elements.get(elementId);
        if (element == null) {
            throw new IllegalStateException("edge ends at unknown element '" + elementId + "'");
        }
        return ElementIds.of(element);
    }

    private void element(Element element, int depth) {
        switch (element) {
            case Node node -> line(depth, ElementIds.of(node) + shape(node));
            case Group group -> {
                if (group.kind() == GroupKind.LANE) {
                    group.children().forEach(child -> element(child, depth));
                    return;
                }
                line(depth, "subgraph " + ElementIds.of(group) + "[" + quoted(Captions.of(group)) + "]");
                group.children().forEach(child -> element(child, depth + 1));
                line(depth, "end");
            }
        }
    }

    private static String shape(Node node) {
        String label = quoted(Captions.of(node));
        return switch (node.kind().outline()) {
            case CYLINDER -> "[(" + label + ")]";
            case OVAL -> "([" + label + "])";
            case BOX -> "[" + label + "]";
        };
    }

    /** Colors of categories, groups and tones, and who has which. */
    private void classes() {
        Set<String> used = new TreeSet<>();
        for (Element element : elements.values()) {
            if (element instanceof Group group && group.kind() == GroupKind.LANE) {
                continue;
            }
            String name = className(element);
            if (used.add(name)) {
                line(1, "classDef " + name + " " + style(element));
            }
        }
        for (String name : used) {
            List<String> members = elements.values().stream()
                    .filter(element -> !(element instanceof Group group && group.kind() == GroupKind.LANE))
                    .filter(element -> className(element).equals(name))
                    .map(ElementIds::of)
                    .toList();
            line(1, "class " + String.join(",", members) + " " + name);
        }
    }

    private static String className(Element element) {
        Overlay overlay = element.overlay();
        String kind =
                switch (element) {
                    case Node node -> "c_" + node.kind().category().name();
                    case Group group -> "k_" + group.kind().name();
                };
        return overlay == null ? kind : kind + "_" + overlay.tone().name();
    }

    private static String style(Element element) {
        Overlay overlay = element.overlay();
        String fill = element instanceof Group group ? group.kind().fill() : "#ffffff";
        String stroke =
                switch (element) {
                    case Node node -> node.kind().category().color();
                    case Group group -> group.kind().stroke();
                };
        String extra = element instanceof Group group && group.kind().dashed() ? ",stroke-dasharray:6 4" : "";
        if (overlay != null) {
            ToneStyle look = ToneStyle.of(overlay.tone());
            fill = look.fill();
            stroke = look.color();
            boolean broken = overlay.tone() == Overlay.Tone.FAILED || overlay.tone() == Overlay.Tone.REMOVED;
            extra = ",stroke-width:3px" + (broken ? ",stroke-dasharray:7 5" : "");
        }
        return "fill:" + fill + ",stroke:" + stroke + ",color:#1f2933" + extra;
    }

    private static String quoted(List<String> lines) {
        return "\""
                + String.join(
                        "<br/>", lines.stream().map(MermaidWriter::escaped).toList()) + "\"";
    }

    /**
     * Everything but letters, digits, spaces and harmless punctuation in ASCII becomes an entity, so that no character can end
     * the label, start Markdown, HTML or an entity of its own. Other scripts stand as they are.
     */
    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        Captions.printable(text).codePoints().forEach(point -> {
            boolean plain = point > 0x7f || Character.isLetterOrDigit(point) || " ,:/()-.".indexOf(point) >= 0;
            boolean startsList = result.toString().matches("[0-9]*") && (point == '.' || point == '-' || point == ')');
            if (point == '"') {
                result.append("#quot;");
            } else if (point == '\\') {
                // Mermaid reads \n as a line break even from entities; a zero-width space keeps the two apart.
                result.append("#92;#8203;");
            } else if (plain && !startsList) {
                result.appendCodePoint(point);
            } else {
                result.append('#').append(point).append(';');
            }
        });
        return result.toString();
    }

    /** The title stands in YAML front matter, in double quotes. */
    private static String yaml(String title) {
        return Captions.printable(title).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
