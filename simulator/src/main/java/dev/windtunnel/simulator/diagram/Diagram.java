package dev.windtunnel.simulator.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A picture as plain data: nested groups, nodes, and edges between any two of them. It flows from top to bottom.
 *
 * @param title what the picture shows
 * @param subtitle one further line below the title, may be empty
 * @param elements the outermost groups and nodes, one below the other
 * @param edges in drawing order
 */
public record Diagram(String title, String subtitle, List<Element> elements, List<Edge> edges) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an id is blank or used twice, an edge ends at nothing or at a lane, joins a group with
     *     its own content, or holds no two different ends
     */
    public Diagram {
        elements = List.copyOf(elements);
        edges = List.copyOf(edges);
        Map<String, List<String>> ancestors = new LinkedHashMap<>();
        register(elements, List.of(), ancestors);
        for (Edge edge : edges) {
            requireEnds(edge, ancestors);
            requireSeen(edge.from, elements);
            requireSeen(edge.to, elements);
        }
    }

    /** A group or a node. */
    public sealed interface Element {

        /** Stable name of the element within the picture, in any characters; dots separate its parts ({@code alb.a}). */
        String id();

        /** What is said about the element on top of what it is, if anything. */
        @Nullable Overlay overlay();

        /** The same element with another overlay. */
        Element with(Overlay overlay);
    }

    /**
     * A box around other elements.
     *
     * @param id see {@link Element#id()}
     * @param kind decides the look
     * @param title its heading
     * @param detail second half of the heading, such as an address block; may be empty
     * @param arrangement how its children stand
     * @param children in reading order; may be empty
     * @param overlay see {@link Element#overlay()}
     */
    public record Group(
            String id,
            GroupKind kind,
            String title,
            String detail,
            Arrangement arrangement,
            List<Element> children,
            @Nullable Overlay overlay)
            implements Element {

        /** Copies the list. */
        public Group {
            children = List.copyOf(children);
        }

        /** A group without overlay. */
        public Group(
                String id,
                GroupKind kind,
                String title,
                String detail,
                Arrangement arrangement,
                List<Element> children) {
            this(id, kind, title, detail, arrangement, children, null);
        }

        @Override
        public Group with(Overlay replacement) {
            return new Group(id, kind, title, detail, arrangement, children, replacement);
        }
    }

    /**
     * How the children of a group stand. Layout programs that read Mermaid or DOT decide for themselves; the SVG writer obeys.
     */
    public enum Arrangement {
        /** Side by side, each as wide as it needs, all equally high. */
        ROW,
        /** Side by side in cells of equal width, each in the middle of its cell. */
        CELLS,
        /** Side by side, each above the first thing that an arrow leads to from it. */
        ABOVE_TARGETS,
        /** One below the other, all equally wide. */
        COLUMN,
        /** In equal cells, row by row, together nearly twice as wide as high. */
        GRID
    }

    /**
     * A thing with a glyph.
     *
     * @param id see {@link Element#id()}
     * @param kind decides glyph and color
     * @param lines its label: the name, then facts about it; at least one
     * @param overlay see {@link Element#overlay()}
     */
    public record Node(
            String id,
            NodeKind kind,
            List<String> lines,
            @Nullable Overlay overlay) implements Element {

        /** @throws IllegalArgumentException without lines */
        public Node {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("node " + id + " has no label");
            }
        }

        /** A node without overlay. */
        public Node(String id, NodeKind kind, List<String> lines) {
            this(id, kind, lines, null);
        }

        @Override
        public Node with(Overlay replacement) {
            return new Node(id, kind, lines, replacement);
        }
    }

    /**
     * An arrow.
     *
     * @param from id of a node or group
     * @param to id of a node or group
     * @param kind solid or dotted
     * @param label may be empty
     * @param flow whether it runs in the direction of flow, from above to below; an arrow without flow (back, or between
     *     things that should stay side by side) never decides where its ends stand
     * @param tone how it is meant, beside what it is; null for nothing
     */
    public record Edge(String from, String to, EdgeKind kind, String label, boolean flow, Overlay.@Nullable Tone tone) {

        /** An arrow of which nothing is said. */
        public Edge(String from, String to, EdgeKind kind, String label, boolean flow) {
            this(from, to, kind, label, flow, null);
        }
    }

    /** What an arrow carries. */
    public enum EdgeKind {
        /** Requests, data, deliveries. */
        SOLID("requests, data, deliveries", 0, 0),
        /** What is told about the system: metrics, logs, findings. */
        DOTTED("metrics, logs, findings", 2, 4),
        /** Where packets would be sent: an entry of a route table. */
        DASHED("routes", 7, 4),
        /** Who may open a connection to whom, where nothing is said about whether anybody does. */
        ALLOWED("allowed by a policy or a security group", 10, 3);

        private final String title;
        private final int dash;
        private final int gap;

        EdgeKind(String title, int dash, int gap) {
            this.title = title;
            this.dash = dash;
            this.gap = gap;
        }

        /** Pixels of a dash; 0 for a line without gaps. */
        int dash() {
            return dash;
        }

        /** Pixels between two dashes. */
        int gap() {
            return gap;
        }

        /** Pixels into the pattern at which a line of this length begins, so that lines with one end coincide there. */
        int dashOffset(double length) {
            int period = dash + gap;
            return period == 0 ? 0 : Math.floorMod(-Math.round(length), period);
        }

        /** Its line in the legend. */
        String title() {
            return title;
        }
    }

    /**
     * The same picture with these overlays, by element id, in place of those that these elements had.
     *
     * @throws IllegalArgumentException if an id is not in the picture, or is a lane's
     */
    public Diagram withOverlay(Map<String, Overlay> overlays) {
        Map<String, Element> known = byId();
        for (String id : overlays.keySet()) {
            if (!known.containsKey(id)) {
                throw new IllegalArgumentException(
                        "no element '" + id + "' in diagram '" + title + "'; it has " + known.keySet());
            }
            requireSeen(id, elements);
        }
        return new Diagram(title, subtitle, overlaid(elements, overlays), edges);
    }

    private static List<Element> overlaid(List<Element> elements, Map<String, Overlay> overlays) {
        List<Element> result = new ArrayList<>();
        for (Element element : elements) {
            Element inner = element instanceof Group group
                    ? new Group(
                            group.id,
                            group.kind,
                            group.title,
                            group.detail,
                            group.arrangement,
                            overlaid(group.children, overlays),
                            group.overlay)
                    : element;
            Overlay overlay = overlays.get(element.id());
            result.add(overlay == null ? inner : inner.with(overlay));
        }
        return result;
    }

    /** Every element by its id, groups before their content. */
    public Map<String, Element> byId() {
        Map<String, Element> result = new LinkedHashMap<>();
        collect(elements, result);
        return result;
    }

    private static void collect(List<Element> elements, Map<String, Element> into) {
        for (Element element : elements) {
            into.put(element.id(), element);
            if (element instanceof Group group) {
                collect(group.children, into);
            }
        }
    }

    private static void register(List<Element> elements, List<String> above, Map<String, List<String>> ancestors) {
        for (Element element : elements) {
            if (element.id().isBlank()) {
                throw new IllegalArgumentException("an element below " + above + " has a blank id");
            }
            if (ancestors.put(element.id(), above) != null) {
                throw new IllegalArgumentException("id '" + element.id() + "' is used twice");
            }
            if (element instanceof Group group) {
                List<String> inside = new ArrayList<>(above);
                inside.add(group.id);
                register(group.children(), List.copyOf(inside), ancestors);
            }
        }
    }

    private static void requireSeen(String id, List<Element> elements) {
        for (Element element : elements) {
            if (element instanceof Group group) {
                if (group.kind == GroupKind.LANE && group.id.equals(id)) {
                    throw new IllegalArgumentException("'" + id + "' is a lane, which is not seen");
                }
                requireSeen(id, group.children);
            }
        }
    }

    private static void requireEnds(Edge edge, Map<String, List<String>> ancestors) {
        List<String> aboveFrom = ancestors.get(edge.from);
        List<String> aboveTo = ancestors.get(edge.to);
        if (aboveFrom == null || aboveTo == null) {
            throw new IllegalArgumentException("edge " + edge.from + " -> " + edge.to + " ends at no element");
        }
        if (edge.from.equals(edge.to) || aboveFrom.contains(edge.to) || aboveTo.contains(edge.from)) {
            throw new IllegalArgumentException(
                    "edge " + edge.from + " -> " + edge.to + " joins an element with itself or with its own group");
        }
    }
}
