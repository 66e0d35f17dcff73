package dev.windtunnel.simulator.diagram;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A diagram laid out, as plain data: what its SVG and PNG show, for those who draw it themselves, such as a window. Pixels from
 * the upper left corner, y downward; colors of six digits, as {@code #1f2933}.
 *
 * @param width of the picture
 * @param height of the picture
 * @param figures in drawing order, later ones above
 * @param elements the diagram's groups and nodes by the ids of their parts: {@code n_...} and {@code g_...}, as in the SVG.
 *     What an overlay draws over an element stands in a part {@code o_} and that id
 * @param edges the diagram's edges by the ids of their arrows, {@code e_0} and on
 */
public record Drawing(
        int width,
        int height,
        List<Figure> figures,
        Map<String, Diagram.Element> elements,
        Map<String, Diagram.Edge> edges) {

    /** Copies. */
    public Drawing {
        figures = List.copyOf(figures);
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
        edges = Collections.unmodifiableMap(new LinkedHashMap<>(edges));
    }

    /** Lays the diagram out. The same diagram gives an equal drawing. */
    public static Drawing of(Diagram diagram) {
        Picture picture = Picture.of(diagram);
        DrawingCanvas canvas = new DrawingCanvas();
        picture.draw(canvas);
        Map<String, Diagram.Element> elements = new LinkedHashMap<>();
        for (Diagram.Element element : diagram.byId().values()) {
            boolean isSeen = !(element instanceof Diagram.Group group && group.kind() == GroupKind.LANE);
            if (isSeen) {
                elements.put(ElementIds.of(element), element);
            }
        }
        Map<String, Diagram.Edge> edges = new LinkedHashMap<>();
        for (Diagram.Edge edge : diagram.edges()) {
            edges.put("e_" + edges.size(), edge);
        }
        return new Drawing(picture.width(), picture.height(), canvas.figures(), elements, edges);
    }

    /** Something that is drawn. */
    public sealed interface Figure {}

    /**
     * Figures that belong together.
     *
     * @param id of an element, of its overlay, {@code legend}, or empty
     * @param x where the origin of its figures lies
     * @param y where the origin of its figures lies
     */
    public record Part(String id, int x, int y, List<Figure> figures) implements Figure {

        /** Copies. */
        public Part {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A rectangle with round corners.
     *
     * @param fill a color, {@code none}, or {@code hatch}: diagonal lines in the color of what has failed
     * @param stroke a color or {@code none}
     * @param dashes lengths of dash and gap; empty for a line without gaps
     */
    public record Rectangle(
            int x,
            int y,
            int width,
            int height,
            int radius,
            String fill,
            String stroke,
            double strokeWidth,
            List<Double> dashes)
            implements Figure {

        /** Copies. */
        public Rectangle {
            dashes = List.copyOf(dashes);
        }
    }

    /**
     * An arrow.
     *
     * @param id {@code e_<position>} of the diagram's edge; empty for the legend's samples
     * @param path its way as SVG path data, absolute {@code M}, {@code L} and {@code Q}
     * @param tip a closed triangle at its end as SVG path data
     * @param dashes lengths of dash and gap; empty for a line without gaps
     * @param dashOffset where in the pattern it begins
     * @param isRoundEnded whether dashes end round
     */
    public record Arrow(
            String id,
            String path,
            String tip,
            String color,
            double strokeWidth,
            List<Double> dashes,
            double dashOffset,
            boolean isRoundEnded)
            implements Figure {

        /** Copies. */
        public Arrow {
            dashes = List.copyOf(dashes);
        }
    }

    /**
     * A white glyph on a tile.
     *
     * @param path SVG path data in a square of 24 by 24, to be stroked with a width of 1.8 and round ends
     * @param color of the tile
     * @param size of the tile; the glyph takes three quarters of it
     */
    public record Glyph(String path, String color, int x, int y, int size) implements Figure {}

    /**
     * One line of text.
     *
     * @param x where it begins, or its middle
     * @param y its baseline
     * @param size font size
     * @param width that it takes in the font that the layout measured with: room is made for no more
     * @param isCentered whether {@code x} is its middle
     * @param isHaloed whether it is set off from lines below it by a white rim
     */
    public record Label(
            String text,
            int x,
            int y,
            double size,
            double width,
            boolean isBold,
            String color,
            boolean isCentered,
            boolean isHaloed)
            implements Figure {}
}
