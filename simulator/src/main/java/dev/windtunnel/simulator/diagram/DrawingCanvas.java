package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Drawing.Figure;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what is drawn as data. */
final class DrawingCanvas implements Canvas {

    /** The triangle of the SVG's marker: 8 times the stroke's width long, its point a tenth of that before the end. */
    private static final double TIP = 8;

    private final Deque<Open> open = new ArrayDeque<>(List.of(new Open("", 0, 0, new ArrayList<>())));

    private record Open(String id, int x, int y, List<Figure> figures) {}

    List<Figure> figures() {
        if (open.size() != 1) {
            throw new IllegalStateException("parts are still open: " + open);
        }
        return List.copyOf(open.element().figures());
    }

    @Override
    public void open(String id) {
        open(id, 0, 0);
    }

    @Override
    public void open(String id, int x, int y) {
        open.push(new Open(id, x, y, new ArrayList<>()));
    }

    @Override
    public void close() {
        Open part = open.pop();
        add(new Drawing.Part(part.id(), part.x(), part.y(), part.figures()));
    }

    private void add(Figure figure) {
        open.element().figures().add(figure);
    }

    @Override
    public void rectangle(Box box, int radius, String fill, String stroke, double strokeWidth, String dashes) {
        List<Double> pattern = dashes.isEmpty()
                ? List.of()
                : Stream.of(dashes.split(" ", -1)).map(Double::valueOf).toList();
        add(new Drawing.Rectangle(
                box.x(), box.y(), box.width(), box.height(), radius, fill, stroke, strokeWidth, pattern));
    }

    @Override
    public void arrow(String id, List<Point> points, EdgeKind kind, Overlay.@Nullable Tone tone) {
        boolean isSolid = kind == EdgeKind.SOLID;
        add(new Drawing.Arrow(
                id,
                RoundedWay.path(points),
                tip(points.get(points.size() - 2), points.getLast()),
                tone == null ? SvgCanvas.LINE : ToneStyle.of(tone).color(),
                tone == null ? 1.5 : 2.5,
                isSolid ? List.of() : List.of((double) kind.dash(), (double) kind.gap()),
                isSolid ? 0 : kind.dashOffset(RoundedWay.length(points)),
                kind == EdgeKind.DOTTED));
    }

    /** The marker {@code M0 0.6 L9.6 5 L0 9.4 z} with its point (9, 5) at the end and turned along the last piece. */
    private static String tip(Point before, Point end) {
        int dx = Integer.signum(end.x() - before.x());
        int dy = Integer.signum(end.y() - before.y());
        double unit = TIP / 10;
        return "M" + corner(end, dx, dy, -9 * unit, -4.4 * unit)
                + "L" + corner(end, dx, dy, 0.6 * unit, 0)
                + "L" + corner(end, dx, dy, -9 * unit, 4.4 * unit) + "Z";
    }

    private static String corner(Point end, int dx, int dy, double along, double across) {
        return (end.x() + along * dx - across * dy) + " " + (end.y() + along * dy + across * dx);
    }

    @Override
    public void glyph(NodeKind kind, int x, int y, int size) {
        add(new Drawing.Glyph(Glyphs.path(kind), kind.category().color(), x, y, size));
    }

    @Override
    public void text(Text text) {
        add(new Drawing.Label(
                text.text(),
                text.x(),
                text.y(),
                text.size(),
                TextMetrics.width(text.text(), text.size(), text.bold()),
                text.bold(),
                text.color(),
                text.centered(),
                text.haloed()));
    }
}
