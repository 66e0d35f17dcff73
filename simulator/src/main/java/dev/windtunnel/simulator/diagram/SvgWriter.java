package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Labels.Line;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import dev.windtunnel.simulator.diagram.Layout.Route;
import java.util.List;
import java.util.Map;

/**
 * Writes a diagram as a stand-alone SVG picture: laid out, with glyphs, legend and its own light background. Well-formed XML,
 * no references to anything outside, same bytes for the same diagram.
 *
 * <p>Every group, node and arrow is an SVG group with an id: {@code g_...} and {@code n_...} from the element's id, {@code
 * e_<position>} for arrows. It shrinks to where it is put and grows no larger than its {@code viewBox}.
 */
public final class SvgWriter {

    static final String FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif";
    static final String INK = "#1f2933";
    static final String INK_SOFT = "#52606d";
    static final String BACKGROUND = "#ffffff";
    private static final String LINE = "#3d4c5c";
    private static final int MARGIN = 28;
    private static final int LEAST_WIDTH = 480;
    private static final int TITLE_SIZE = 21;
    private static final int TITLE_LEADING = 26;
    private static final int SUBTITLE_SIZE = 13;
    private static final int SUBTITLE_LEADING = 18;
    private static final int BEND = 8;

    private final Diagram diagram;
    private final Layout layout;
    private final SvgText svg = new SvgText();

    private SvgWriter(Diagram diagram, Layout layout) {
        this.diagram = diagram;
        this.layout = layout;
    }

    /** The picture as an SVG document that ends with a line break. */
    public static String write(Diagram diagram) {
        return new SvgWriter(diagram, DiagramLayout.of(diagram)).document();
    }

    private String document() {
        int room = Math.max(layout.width(), LEAST_WIDTH);
        List<String> title = TextMetrics.wrap(diagram.title(), TITLE_SIZE, true, room);
        List<String> subtitle = diagram.subtitle().isBlank()
                ? List.of()
                : TextMetrics.wrap(diagram.subtitle(), SUBTITLE_SIZE, false, room);
        SvgLegend legend = new SvgLegend(diagram, room);
        int contentTop = MARGIN + TITLE_LEADING * title.size() + SUBTITLE_LEADING * subtitle.size() + 14;
        int legendTop = contentTop + layout.height() + 22;
        int width = room + 2 * MARGIN;
        int height = legendTop + legend.height() + MARGIN - 6;
        svg.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        svg.open("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" style=\"max-width: " + width
                + "px\" role=\"img\" aria-labelledby=\"diagram-title diagram-desc\" font-family=\"" + FONT + "\">");
        svg.line("<title id=\"diagram-title\">" + SvgText.escaped(diagram.title()) + "</title>");
        svg.line("<desc id=\"diagram-desc\">" + SvgText.escaped(diagram.subtitle()) + "</desc>");
        definitions();
        svg.line("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"" + BACKGROUND + "\"/>");
        headline(title, subtitle);
        svg.open("<g transform=\"translate(" + MARGIN + " " + contentTop + ")\">");
        content();
        svg.close("g");
        svg.open("<g id=\"legend\" transform=\"translate(" + MARGIN + " " + legendTop + ")\">");
        legend.write(svg);
        svg.close("g");
        svg.close("svg");
        return svg.toString();
    }

    private void headline(List<String> title, List<String> subtitle) {
        int y = MARGIN;
        for (String line : title) {
            text(MARGIN, y + 18, TITLE_SIZE, true, INK, line);
            y += TITLE_LEADING;
        }
        for (String line : subtitle) {
            text(MARGIN, y + 14, SUBTITLE_SIZE, false, INK_SOFT, line);
            y += SUBTITLE_LEADING;
        }
    }

    private void definitions() {
        svg.open("<defs>");
        svg.line("<marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\""
                + " markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0.6L9.6 5L0 9.4z\" fill=\"" + LINE
                + "\"/></marker>");
        svg.line("<pattern id=\"hatch\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\""
                + " patternTransform=\"rotate(45)\"><rect width=\"2.4\" height=\"9\" fill=\""
                + ToneStyle.of(Overlay.Tone.FAILED).color() + "\"/></pattern>");
        svg.close("defs");
    }

    private void content() {
        Map<String, Element> elements = diagram.byId();
        for (Element element : elements.values()) {
            if (element instanceof Group group && group.kind() != GroupKind.LANE) {
                group(group, box(group));
            }
        }
        List<Route> routes = layout.routes();
        for (int at = 0; at < routes.size(); at++) {
            arrow(at, routes.get(at));
        }
        for (Element element : elements.values()) {
            if (element instanceof Node node) {
                node(node, box(node));
            }
        }
        routes.forEach(this::arrowLabel);
        elements.values().forEach(element -> SvgOverlay.draw(svg, element, box(element)));
    }

    private Box box(Element element) {
        Box box = layout.boxes().get(element.id());
        if (box == null) {
            throw new IllegalStateException("element '" + element.id() + "' has no place in the layout");
        }
        return box;
    }

    private void group(Group group, Box box) {
        GroupKind kind = group.kind();
        svg.open("<g id=\"" + ElementIds.of(group) + "\">");
        boolean strong = kind == GroupKind.ACCOUNT_IN_FOCUS || kind == GroupKind.VPC;
        rectangle(box, 10, kind.fill(), kind.stroke(), strong ? 1.8 : 1.2, kind.dashed() ? "6 4" : "");
        int y = box.y() + Labels.GROUP_HEAD - 6;
        for (List<Line> row : Labels.of(group)) {
            double x = box.x() + Labels.GROUP_PADDING;
            for (Line line : row) {
                text(
                        round(x),
                        y,
                        line.isName() ? Labels.NAME_SIZE : Labels.FACT_SIZE,
                        line.isName(),
                        line.isName() ? kind.ink() : INK_SOFT,
                        line.text());
                x += line.width() + 8;
            }
            y += Labels.NAME_LEADING;
        }
        svg.close("g");
    }

    private void node(Node node, Box box) {
        String color = node.kind().category().color();
        svg.open("<g id=\"" + ElementIds.of(node) + "\">");
        rectangle(box, 8, BACKGROUND, color, 1.3, node.kind() == NodeKind.DATABASE_STANDBY ? "5 3" : "");
        List<Line> lines = Labels.of(node);
        int textHeight = lines.stream().mapToInt(Line::leading).sum();
        int contentHeight = box.height() - Labels.badgeRoom(node);
        int tileTop = box.y() + (contentHeight - Labels.TILE) / 2;
        glyph(svg, node.kind(), box.x() + Labels.NODE_PADDING, tileTop, Labels.TILE);
        int x = box.x() + Labels.NODE_PADDING + Labels.TILE + Labels.TILE_GAP;
        int y = box.y() + (contentHeight - textHeight) / 2 + 13;
        for (Line line : lines) {
            text(
                    x,
                    y,
                    line.isName() ? Labels.NAME_SIZE : Labels.FACT_SIZE,
                    line.isName(),
                    line.isName() ? INK : INK_SOFT,
                    line.text());
            y += line.leading();
        }
        svg.close("g");
    }

    /** A glyph, white on a tile of its category's color. */
    static void glyph(SvgText svg, NodeKind kind, int x, int y, int size) {
        String color = kind.category().color();
        svg.line("<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + size + "\" height=\"" + size + "\" rx=\""
                + (size / 5) + "\" fill=\"" + color + "\"/>");
        double scale = (size - size / 4) / 24.0;
        int inset = size / 8;
        svg.line(
                "<path transform=\"translate(" + (x + inset) + " " + (y + inset) + ") scale(" + scale + ")\" d=\""
                        + Glyphs.path(kind)
                        + "\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
    }

    private void arrow(int at, Route route) {
        Edge edge = route.edge();
        svg.line("<path id=\"e_" + at + "\" d=\"" + rounded(route.points()) + "\" fill=\"none\" stroke=\"" + LINE
                + "\" stroke-width=\"1.5\""
                + (edge.kind() == EdgeKind.DOTTED ? " stroke-dasharray=\"2 4\" stroke-linecap=\"round\"" : "")
                + " marker-end=\"url(#tip)\"/>");
    }

    /** The way with its bends rounded, by less where two bends are close. */
    static String rounded(List<Point> points) {
        StringBuilder path = new StringBuilder("M").append(point(points.getFirst()));
        for (int at = 1; at < points.size() - 1; at++) {
            Point before = points.get(at - 1);
            Point bend = points.get(at);
            Point after = points.get(at + 1);
            int radius = Math.min(BEND, Math.min(distance(before, bend), distance(bend, after)) / 2);
            path.append('L').append(point(towards(bend, before, radius)));
            path.append('Q').append(point(bend)).append(' ').append(point(towards(bend, after, radius)));
        }
        return path.append('L').append(point(points.getLast())).toString();
    }

    private static int distance(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private static Point towards(Point from, Point to, int by) {
        return new Point(
                from.x() + by * Integer.signum(to.x() - from.x()), from.y() + by * Integer.signum(to.y() - from.y()));
    }

    private static String point(Point point) {
        return point.x() + " " + point.y();
    }

    private void arrowLabel(Route route) {
        Box box = route.label();
        int y = box.y() + 12;
        for (String line : Labels.of(route.edge())) {
            svg.line("<text x=\"" + (box.x() + box.width() / 2) + "\" y=\"" + y + "\" font-size=\"" + Labels.EDGE_SIZE
                    + "\" fill=\"" + INK + "\" text-anchor=\"middle\" stroke=\"#ffffff\" stroke-width=\"4\""
                    + " stroke-linejoin=\"round\" paint-order=\"stroke\">" + SvgText.escaped(line) + "</text>");
            y += Labels.FACT_LEADING;
        }
    }

    private void rectangle(Box box, int radius, String fill, String stroke, double strokeWidth, String dashes) {
        svg.line("<rect x=\"" + box.x() + "\" y=\"" + box.y() + "\" width=\"" + box.width() + "\" height=\""
                + box.height() + "\" rx=\"" + radius + "\" fill=\"" + fill + "\" stroke=\"" + stroke
                + "\" stroke-width=\"" + strokeWidth + "\""
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"") + "/>");
    }

    private void text(int x, int y, double size, boolean bold, String color, String text) {
        svg.line("<text x=\"" + x + "\" y=\"" + y + "\" font-size=\"" + size + "\""
                + (bold ? " font-weight=\"bold\"" : "") + " fill=\"" + color + "\">" + SvgText.escaped(text)
                + "</text>");
    }

    private static int round(double value) {
        return Math.toIntExact(Math.round(value));
    }
}
