package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * What is written into boxes, broken into lines, and how much room it takes. Pixels throughout; a box is measured and drawn by
 * the same numbers, so that text cannot leave it.
 */
final class Labels {

    static final double NAME_SIZE = 13;
    static final double FACT_SIZE = 12;
    static final double EDGE_SIZE = 12;
    static final int NAME_LEADING = 17;
    static final int FACT_LEADING = 15;
    static final int TILE = 26;
    static final int TILE_GAP = 8;
    static final int NODE_PADDING = 8;
    static final int GROUP_PADDING = 12;
    static final int GROUP_HEAD = 26;

    private static final int NODE_TEXT = 186;
    private static final int WIDE_HEADING = 420;
    private static final int HEADING = 214;
    private static final int EDGE_TEXT = 60;

    private Labels() {}

    /** One line of a label. */
    record Line(String text, boolean isName) {
        double width() {
            return TextMetrics.width(text, isName ? NAME_SIZE : FACT_SIZE, isName);
        }

        int leading() {
            return isName ? NAME_LEADING : FACT_LEADING;
        }
    }

    /** Width and height in pixels. */
    record Size(int width, int height) {
        Size union(Size other) {
            return new Size(Math.max(width, other.width), Math.max(height, other.height));
        }
    }

    /** The lines of a node: its name in bold, then its facts. */
    static List<Line> of(Node node) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < node.lines().size(); at++) {
            boolean isName = at == 0;
            for (String part :
                    TextMetrics.wrap(node.lines().get(at), isName ? NAME_SIZE : FACT_SIZE, isName, NODE_TEXT)) {
                lines.add(new Line(part, isName));
            }
        }
        return lines;
    }

    /** The heading of a group: its title, and its detail on the same line where it fits, else below. */
    static List<List<Line>> of(Group group) {
        List<List<Line>> rows = new ArrayList<>();
        if (group.kind() == GroupKind.LANE) {
            return rows;
        }
        int room = headingRoom(group.kind());
        for (String part : TextMetrics.wrap(group.title(), NAME_SIZE, true, room)) {
            rows.add(new ArrayList<>(List.of(new Line(part, true))));
        }
        if (!group.detail().isBlank()) {
            for (String part : TextMetrics.wrap(group.detail(), FACT_SIZE, false, room)) {
                Line line = new Line(part, false);
                if (rows.getLast().size() == 1
                        && rows.getLast().getFirst().isName()
                        && rows.getLast().getFirst().width() + 8 + line.width() <= room) {
                    rows.getLast().add(line);
                } else {
                    rows.add(new ArrayList<>(List.of(line)));
                }
            }
        }
        return rows;
    }

    private static int headingRoom(GroupKind kind) {
        return switch (kind) {
            case ORGANIZATION, UNIT, ACCOUNT_IN_FOCUS, REGION, VPC, SERVICES, CLUSTER, PIPELINE -> WIDE_HEADING;
            case LANE, ACCOUNT, ZONE, SUBNET_PUBLIC, SUBNET_PRIVATE, SUBNET_ISOLATED, NAMESPACE, NODES -> HEADING;
        };
    }

    /** The lines of an arrow's label; none if it has no text. */
    static List<String> of(Diagram.Edge edge) {
        return edge.label().isBlank() ? List.of() : TextMetrics.wrap(edge.label(), EDGE_SIZE, false, EDGE_TEXT);
    }

    /** Room for a node: tile, text, its overlay's badge, and air around them. */
    static Size size(Node node) {
        List<Line> lines = of(node);
        double text = lines.stream().mapToDouble(Line::width).max().orElse(0);
        int height = lines.stream().mapToInt(Line::leading).sum();
        double width = Math.max(TILE + TILE_GAP + text, badgeWidth(node));
        return new Size(ceil(width) + 2 * NODE_PADDING, Math.max(TILE, height) + badgeRoom(node) + 2 * NODE_PADDING);
    }

    /** Least room for a group: its heading beside its overlay's badge. */
    static Size size(Group group) {
        if (group.kind() == GroupKind.LANE) {
            return new Size(0, 0);
        }
        int badge = badgeWidth(group) == 0 ? 0 : badgeWidth(group) + 10;
        return new Size(headingWidth(group) + badge + 2 * GROUP_PADDING + 4, headHeight(group) + GROUP_PADDING);
    }

    /** Width of a group's heading without its badge. */
    static int headingWidth(Group group) {
        return ceil(of(group).stream().mapToDouble(Labels::rowWidth).max().orElse(0));
    }

    /** Pixels between the border of a group and its content, but for the heading. */
    static int padding(Group group) {
        return switch (group.kind()) {
            case LANE -> 0;
            case ORGANIZATION -> 24;
            case ACCOUNT_IN_FOCUS -> 18;
            case UNIT,
                    ACCOUNT,
                    REGION,
                    PIPELINE,
                    SERVICES,
                    VPC,
                    ZONE,
                    SUBNET_PUBLIC,
                    SUBNET_PRIVATE,
                    SUBNET_ISOLATED,
                    CLUSTER,
                    NAMESPACE,
                    NODES -> GROUP_PADDING;
        };
    }

    /** Height of a group's heading, from its upper border to its content. */
    static int headHeight(Group group) {
        return group.kind() == GroupKind.LANE
                ? 0
                : Math.max(GROUP_HEAD + NAME_LEADING * (of(group).size() - 1) + 8, badgeHeight(group) + 12);
    }

    /** Room for an arrow's label, with a little air. */
    static Size size(List<String> edgeLabel) {
        double width = edgeLabel.stream()
                .mapToDouble(line -> TextMetrics.width(line, EDGE_SIZE, false))
                .max()
                .orElse(0);
        return new Size(ceil(width) + 8, FACT_LEADING * edgeLabel.size() + 2);
    }

    /** The words of an element's badge, broken into lines; none without overlay. */
    static List<String> badge(Diagram.Element element) {
        Overlay overlay = element.overlay();
        return overlay == null ? List.of() : TextMetrics.wrap(overlay.sentence(), FACT_SIZE, true, NODE_TEXT);
    }

    /** Width of an element's badge; 0 without overlay. */
    static int badgeWidth(Diagram.Element element) {
        double text = badge(element).stream()
                .mapToDouble(line -> TextMetrics.width(line, FACT_SIZE, true))
                .max()
                .orElse(-16);
        return ceil(text) + 16;
    }

    /** Height of an element's badge; 0 without overlay. */
    static int badgeHeight(Diagram.Element element) {
        int lines = badge(element).size();
        return lines == 0 ? 0 : FACT_LEADING * lines + 3;
    }

    /** Height that a node's badge adds to the node: the badge and the air above it. */
    static int badgeRoom(Node node) {
        return node.overlay() == null ? 0 : badgeHeight(node) + 4;
    }

    private static double rowWidth(List<Line> row) {
        return row.stream().mapToDouble(Line::width).sum() + 8.0 * (row.size() - 1);
    }

    private static int ceil(double value) {
        return (int) Math.ceil(value);
    }
}
