package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Picture} draws on: SVG text or pixels. Pixels of the picture throughout, from the upper left corner. */
interface Canvas {

    /** What follows belongs to this element until {@link #close}. */
    void open(String id);

    /** What follows belongs to this part, and has its origin here, until {@link #close}. */
    void open(String id, int x, int y);

    /** Ends what was opened last. */
    void close();

    /**
     * A box with round corners.
     *
     * @param fill six-digit color, {@code none} or {@link #HATCH}
     * @param stroke six-digit color or {@code none}
     * @param dashes lengths of dash and gap with a space between; empty for a line without gaps
     */
    void rectangle(Box box, int radius, String fill, String stroke, double strokeWidth, String dashes);

    /** Diagonal lines in the color of what has failed. */
    String HATCH = "hatch";

    /**
     * An arrow with its tip at the last point and its bends rounded.
     *
     * @param id of an arrow of the diagram; empty for a sample
     */
    void arrow(String id, List<Point> points, Diagram.EdgeKind kind, Overlay.@Nullable Tone tone);

    /** A glyph, white on a tile of its category's color. */
    void glyph(NodeKind kind, int x, int y, int size);

    /** One line of text. */
    void text(Text text);

    /**
     * One line of text.
     *
     * @param x where it begins, or its middle
     * @param y its baseline
     * @param size font size
     * @param color six-digit color
     * @param centered whether {@code x} is its middle
     * @param haloed whether it is set off from lines below it by a white rim
     */
    record Text(String text, int x, int y, double size, boolean bold, String color, boolean centered, boolean haloed) {}
}
