package dev.windtunnel.desktop.view;

import dev.windtunnel.simulator.diagram.Drawing;
import dev.windtunnel.simulator.diagram.Drawing.Figure;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Turns the figures of a drawing into nodes, the same looks as in the SVG. */
final class FigureNodes {

    /** How far beside an arrow a click still means it, pixels of the picture. */
    private static final double GRIP = 10;

    private static final double GLYPH_SQUARE = 24;
    private static final Color HATCH = Color.web("#b3122b", 0.2);

    /** Groups by the ids of their parts and arrows. */
    private final Map<String, Node> byId;

    FigureNodes(Map<String, Node> byId) {
        this.byId = byId;
    }

    /** The nodes of the figures, in drawing order. */
    List<Node> of(List<Figure> figures) {
        return figures.stream().map(this::node).toList();
    }

    private Node node(Figure figure) {
        return switch (figure) {
            case Drawing.Part part -> part(part);
            case Drawing.Rectangle rectangle -> rectangle(rectangle);
            case Drawing.Arrow arrow -> arrow(arrow);
            case Drawing.Glyph glyph -> glyph(glyph);
            case Drawing.Label label -> label(label);
        };
    }

    private Group part(Drawing.Part part) {
        Group group = new Group(of(part.figures()));
        group.setTranslateX(part.x());
        group.setTranslateY(part.y());
        if (part.id().startsWith("o_")) {
            group.setMouseTransparent(true);
        }
        return named(part.id(), group);
    }

    private <N extends Node> N named(String id, N node) {
        if (!id.isEmpty()) {
            node.setId(id);
            byId.put(id, node);
        }
        return node;
    }

    private static Rectangle rectangle(Drawing.Rectangle drawn) {
        Rectangle rectangle = new Rectangle(drawn.x(), drawn.y(), drawn.width(), drawn.height());
        rectangle.setArcWidth(2.0 * drawn.radius());
        rectangle.setArcHeight(2.0 * drawn.radius());
        rectangle.setFill(fill(drawn.fill()));
        if (!drawn.stroke().equals("none")) {
            rectangle.setStroke(Color.web(drawn.stroke()));
            rectangle.setStrokeWidth(drawn.strokeWidth());
            rectangle.setStrokeType(StrokeType.CENTERED);
            rectangle.getStrokeDashArray().setAll(drawn.dashes());
        }
        return rectangle;
    }

    private static Paint fill(String fill) {
        return switch (fill) {
            case "none" -> Color.TRANSPARENT;
            case "hatch" -> hatch();
            default -> Color.web(fill);
        };
    }

    /** Lines 2.4 wide, 9 apart, at 45 degrees. */
    private static Paint hatch() {
        double share = 2.4 / 9;
        double reach = 9 * 0.70710678;
        return new LinearGradient(
                0,
                0,
                reach,
                reach,
                false,
                CycleMethod.REPEAT,
                new Stop(0, HATCH),
                new Stop(share, HATCH),
                new Stop(share, Color.TRANSPARENT),
                new Stop(1, Color.TRANSPARENT));
    }

    private Group arrow(Drawing.Arrow drawn) {
        Color color = Color.web(drawn.color());
        SVGPath way = stroked(drawn.path(), color, drawn.strokeWidth());
        way.getStrokeDashArray().setAll(drawn.dashes());
        way.setStrokeDashOffset(drawn.dashOffset());
        way.setStrokeLineCap(drawn.isRoundEnded() ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        SVGPath tip = new SVGPath();
        tip.setContent(drawn.tip());
        tip.setFill(color);
        SVGPath grip = stroked(drawn.path(), Color.TRANSPARENT, GRIP);
        return named(drawn.id(), new Group(grip, way, tip));
    }

    private static SVGPath stroked(String path, Color color, double width) {
        SVGPath line = new SVGPath();
        line.setContent(path);
        line.setFill(null);
        line.setStroke(color);
        line.setStrokeWidth(width);
        return line;
    }

    private static Group glyph(Drawing.Glyph drawn) {
        int size = drawn.size();
        int inset = size / 8;
        Rectangle tile = new Rectangle(drawn.x(), drawn.y(), size, size);
        int radius = size / 5;
        tile.setArcWidth(2.0 * radius);
        tile.setArcHeight(2.0 * radius);
        tile.setFill(Color.web(drawn.color()));
        SVGPath lines = stroked(drawn.path(), Color.WHITE, 1.8);
        lines.setStrokeLineCap(StrokeLineCap.ROUND);
        lines.setStrokeLineJoin(StrokeLineJoin.ROUND);
        Group scaled = new Group(lines);
        double scale = (size - 2 * inset) / GLYPH_SQUARE;
        scaled.getTransforms().addAll(new Translate(drawn.x() + inset, drawn.y() + inset), new Scale(scale, scale));
        return new Group(tile, scaled);
    }

    private static Node label(Drawing.Label drawn) {
        Text text = text(drawn);
        text.setFill(Color.web(drawn.color()));
        text.setMouseTransparent(drawn.isHaloed());
        if (!drawn.isHaloed()) {
            return text;
        }
        Text rim = text(drawn);
        rim.setFill(Color.WHITE);
        rim.setStroke(Color.WHITE);
        rim.setStrokeWidth(4);
        rim.setStrokeLineJoin(StrokeLineJoin.ROUND);
        rim.setMouseTransparent(true);
        return new Group(rim, text);
    }

    /** In this machine's typeface, and smaller where that runs wider than the layout's: no text leaves its box. */
    private static Text text(Drawing.Label drawn) {
        Text text = new Text(drawn.text());
        text.setTextOrigin(VPos.BASELINE);
        text.setFont(Typefaces.of(drawn.size(), drawn.isBold()));
        double width = text.getLayoutBounds().getWidth();
        if (width > drawn.width() + 1 && drawn.width() > 0) {
            text.setFont(smaller(text.getFont(), drawn.width() / width, drawn.isBold()));
            width = text.getLayoutBounds().getWidth();
        }
        text.setX(drawn.isCentered() ? drawn.x() - width / 2 : drawn.x());
        text.setY(drawn.y());
        return text;
    }

    private static Font smaller(Font font, double share, boolean isBold) {
        return Typefaces.of(font.getSize() * share, isBold);
    }
}
