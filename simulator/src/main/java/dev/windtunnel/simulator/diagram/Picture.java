package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Canvas.Text;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Labels.Line;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Route;
import java.util.List;
import java.util.Map;

/** A diagram laid out, with its headline and its legend: everything that a picture shows, to be drawn on a {@link Canvas}. */
final class Picture {

    static final String INK = "#1f2933";
    static final String INK_SOFT = "#52606d";
    static final String BACKGROUND = "#ffffff";
    private static final int MARGIN = 28;
    private static final int LEAST_WIDTH = 480;
    private static final int TITLE_SIZE = 21;
    private static final int TITLE_LEADING = 26;
    private static final int SUBTITLE_SIZE = 13;
    private static final int SUBTITLE_LEADING = 18;

    private final Diagram diagram;
    private final Layout layout;
    private final Legend legend;
    private final List<String> title;
    private final List<String> subtitle;
    private final int width;

    private Picture(Diagram diagram) {
        this.diagram = diagram;
        this.layout = DiagramLayout.of(diagram);
        int room = Math.max(layout.width(), LEAST_WIDTH);
        this.title = TextMetrics.wrap(diagram.title(), TITLE_SIZE, true, room);
        this.subtitle = diagram.subtitle().isBlank()
                ? List.of()
                : TextMetrics.wrap(diagram.subtitle(), SUBTITLE_SIZE, false, room);
        this.legend = new Legend(diagram, room);
        this.width = room + 2 * MARGIN;
    }

    /** Lays the diagram out. */
    static Picture of(Diagram diagram) {
        return new Picture(diagram);
    }

    int width() {
        return width;
    }

    int height() {
        return legendTop() + legend.height() + MARGIN - 6;
    }

    private int contentTop() {
        return MARGIN + TITLE_LEADING * title.size() + SUBTITLE_LEADING * subtitle.size() + 14;
    }

    private int legendTop() {
        return contentTop() + layout.height() + 22;
    }

    void draw(Canvas canvas) {
        headline(canvas);
        canvas.open("", MARGIN, contentTop());
        content(canvas);
        canvas.close();
        canvas.open("legend", MARGIN, legendTop());
        legend.draw(canvas);
        canvas.close();
    }

    private void headline(Canvas canvas) {
        int y = MARGIN;
        for (String line : title) {
            canvas.text(new Text(line, MARGIN, y + 20, TITLE_SIZE, true, INK, false, false));
            y += TITLE_LEADING;
        }
        for (String line : subtitle) {
            canvas.text(new Text(line, MARGIN, y + 14, SUBTITLE_SIZE, false, INK_SOFT, false, false));
            y += SUBTITLE_LEADING;
        }
    }

    private void content(Canvas canvas) {
        Map<String, Element> elements = diagram.byId();
        for (Element element : elements.values()) {
            if (element instanceof Group group && group.kind() != GroupKind.LANE) {
                group(canvas, group, box(group));
            }
        }
        List<Route> routes = layout.routes();
        for (int at = 0; at < routes.size(); at++) {
            Route route = routes.get(at);
            canvas.arrow(
                    "e_" + at, route.points(), route.edge().kind(), route.edge().tone());
        }
        for (Element element : elements.values()) {
            if (element instanceof Node node) {
                node(canvas, node, box(node));
            }
        }
        routes.forEach(route -> arrowLabel(canvas, route));
        elements.values().forEach(element -> overlay(canvas, element, box(element)));
    }

    private Box box(Element element) {
        Box box = layout.boxes().get(element.id());
        if (box == null) {
            throw new IllegalStateException("element '" + element.id() + "' has no place in the layout");
        }
        return box;
    }

    private static void group(Canvas canvas, Group group, Box box) {
        GroupKind kind = group.kind();
        canvas.open(ElementIds.of(group));
        boolean strong = kind == GroupKind.ACCOUNT_IN_FOCUS || kind == GroupKind.VPC;
        canvas.rectangle(box, 10, kind.fill(), kind.stroke(), strong ? 1.8 : 1.2, kind.dashed() ? "6 4" : "");
        int y = box.y() + Labels.GROUP_HEAD - 6;
        for (List<Line> row : Labels.of(group)) {
            double x = box.x() + Labels.GROUP_PADDING;
            for (Line line : row) {
                canvas.text(line(line, round(x), y, line.isName() ? kind.ink() : INK_SOFT));
                x += line.width() + 8;
            }
            y += Labels.NAME_LEADING;
        }
        canvas.close();
    }

    private static void node(Canvas canvas, Node node, Box box) {
        String color = node.kind().category().color();
        canvas.open(ElementIds.of(node));
        canvas.rectangle(box, 8, BACKGROUND, color, 1.3, node.kind() == NodeKind.DATABASE_STANDBY ? "5 3" : "");
        List<Line> lines = Labels.of(node);
        int textHeight = lines.stream().mapToInt(Line::leading).sum();
        int contentHeight = box.height() - Labels.badgeRoom(node);
        int tileTop = box.y() + (contentHeight - Labels.TILE) / 2;
        canvas.glyph(node.kind(), box.x() + Labels.NODE_PADDING, tileTop, Labels.TILE);
        int x = box.x() + Labels.NODE_PADDING + Labels.TILE + Labels.TILE_GAP;
        int y = box.y() + (contentHeight - textHeight) / 2 + 13;
        for (Line line : lines) {
            canvas.text(line(line, x, y, line.isName() ? INK : INK_SOFT));
            y += line.leading();
        }
        canvas.close();
    }

    private static Text line(Line line, int x, int y, String color) {
        double size = line.isName() ? Labels.NAME_SIZE : Labels.FACT_SIZE;
        return new Text(line.text(), x, y, size, line.isName(), color, false, false);
    }

    private static void arrowLabel(Canvas canvas, Route route) {
        Box box = route.label();
        int y = box.y() + 12;
        for (String line : Labels.of(route.edge())) {
            Overlay.Tone tone = route.edge().tone();
            String color = tone == null ? INK : ToneStyle.of(tone).color();
            canvas.text(new Text(line, box.x() + box.width() / 2, y, Labels.EDGE_SIZE, false, color, true, true));
            y += Labels.FACT_LEADING;
        }
    }

    /** A frame and a badge over everything: what has failed is hatched together with all that it holds. */
    private static void overlay(Canvas canvas, Element element, Box box) {
        Overlay overlay = element.overlay();
        if (overlay == null) {
            return;
        }
        ToneStyle look = ToneStyle.of(overlay.tone());
        canvas.open("o_" + ElementIds.of(element));
        int radius = element instanceof Group ? 10 : 8;
        if (look.hatched()) {
            canvas.rectangle(box, radius, Canvas.HATCH, "none", 0, "");
        }
        canvas.rectangle(box, radius, "none", look.color(), 3, look.dashes());
        int width = Labels.badgeWidth(element);
        int height = Labels.badgeHeight(element);
        Box badge = element instanceof Group
                ? new Box(box.right() - 8 - width, box.y() + 5, width, height)
                : new Box(box.x() + (box.width() - width) / 2, box.bottom() - height - 6, width, height);
        canvas.rectangle(badge, 9, look.color(), "none", 0, "");
        int y = badge.y() + 13;
        for (String line : Labels.badge(element)) {
            int middle = badge.x() + badge.width() / 2;
            canvas.text(new Text(line, middle, y, Labels.FACT_SIZE, true, BACKGROUND, true, false));
            y += Labels.FACT_LEADING;
        }
        canvas.close();
    }

    private static int round(double value) {
        return Math.toIntExact(Math.round(value));
    }
}
