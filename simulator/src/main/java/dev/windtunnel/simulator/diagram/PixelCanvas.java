package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws some rows of a picture into an image. Text is drawn as outlines: AWT is asked for no font. */
final class PixelCanvas implements Canvas {

    /** Farthest that anything reaches beyond its own coordinates: strokes, halos, descenders. */
    private static final int REACH = 32;
    /** Horizontal distance of lines that stand 9 apart at 45 degrees, as in the SVG pattern. */
    private static final double HATCH_STRIDE = 12.728;

    private final Graphics2D graphics;
    private final double top;
    private final double bottom;
    private final Deque<int[]> origins = new ArrayDeque<>(List.of(new int[] {0, 0}));

    /**
     * Starts with a blank image.
     *
     * @param band where to draw
     * @param firstRow row of the whole image that is the band's first one
     * @param scale pixels of the image for each of the picture
     */
    PixelCanvas(BufferedImage band, int firstRow, int scale) {
        graphics = band.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, band.getWidth(), band.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(0, -firstRow);
        graphics.scale(scale, scale);
        top = (double) firstRow / scale - REACH;
        bottom = (double) (firstRow + band.getHeight()) / scale + REACH;
    }

    void end() {
        graphics.dispose();
    }

    private boolean isOutside(int fromY, int toY) {
        int origin = origins.element()[1];
        return origin + toY < top || origin + fromY > bottom;
    }

    @Override
    public void open(String id) {
        open(id, 0, 0);
    }

    @Override
    public void open(String id, int x, int y) {
        int[] outer = origins.element();
        origins.push(new int[] {outer[0] + x, outer[1] + y});
        graphics.translate(x, y);
    }

    @Override
    public void close() {
        int[] inner = origins.pop();
        int[] outer = origins.element();
        graphics.translate(outer[0] - inner[0], outer[1] - inner[1]);
    }

    @Override
    public void rectangle(Box box, int radius, String fill, String stroke, double strokeWidth, String dashes) {
        if (isOutside(box.y(), box.bottom())) {
            return;
        }
        Shape shape =
                new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2.0 * radius, 2.0 * radius);
        if (fill.equals(HATCH)) {
            hatch(box, shape);
        } else if (!fill.equals("none")) {
            graphics.setColor(Color.decode(fill));
            graphics.fill(shape);
        }
        if (!stroke.equals("none")) {
            graphics.setColor(Color.decode(stroke));
            graphics.setStroke(stroke(strokeWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, dashes));
            graphics.draw(shape);
        }
    }

    private void hatch(Box box, Shape shape) {
        Shape clip = graphics.getClip();
        graphics.clip(shape);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.2f));
        graphics.setColor(Color.decode(ToneStyle.of(Overlay.Tone.FAILED).color()));
        graphics.setStroke(stroke(2.4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, ""));
        for (double x = box.x() - box.height(); x < box.right(); x += HATCH_STRIDE) {
            graphics.draw(new Line2D.Double(x, box.bottom(), x + box.height(), box.y()));
        }
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.setClip(clip);
    }

    private static BasicStroke stroke(double width, int cap, int join, String dashes) {
        if (dashes.isEmpty()) {
            return new BasicStroke((float) width, cap, join);
        }
        String[] lengths = dashes.split(" ", 2);
        float[] pattern = {Float.parseFloat(lengths[0]), Float.parseFloat(lengths[1])};
        return new BasicStroke((float) width, cap, join, 10, pattern, 0);
    }

    @Override
    public void arrow(String id, List<Point> points, EdgeKind kind, Overlay.@Nullable Tone tone) {
        int least = points.stream().mapToInt(Point::y).min().orElse(0);
        int most = points.stream().mapToInt(Point::y).max().orElse(0);
        if (isOutside(least, most)) {
            return;
        }
        graphics.setColor(
                Color.decode(tone == null ? SvgCanvas.LINE : ToneStyle.of(tone).color()));
        double width = tone == null ? 1.5 : 2.5;
        int cap = kind == EdgeKind.DOTTED ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        int offset = kind.dashOffset(RoundedWay.length(points));
        graphics.setStroke(
                kind == EdgeKind.SOLID
                        ? stroke(width, cap, BasicStroke.JOIN_MITER, "")
                        : new BasicStroke(
                                (float) width,
                                cap,
                                BasicStroke.JOIN_MITER,
                                10,
                                new float[] {kind.dash(), kind.gap()},
                                offset));
        graphics.draw(PathData.read(RoundedWay.path(points)));
        tip(points.get(points.size() - 2), points.getLast());
    }

    /** A triangle of 8 pixels that ends a little beyond the arrow's last point, as the SVG marker does. */
    private void tip(Point before, Point last) {
        double alongX = Integer.signum(last.x() - before.x());
        double alongY = Integer.signum(last.y() - before.y());
        Path2D.Double triangle = new Path2D.Double();
        triangle.moveTo(last.x() + 0.5 * alongX, last.y() + 0.5 * alongY);
        triangle.lineTo(last.x() - 7.2 * alongX - 3.5 * alongY, last.y() - 7.2 * alongY + 3.5 * alongX);
        triangle.lineTo(last.x() - 7.2 * alongX + 3.5 * alongY, last.y() - 7.2 * alongY - 3.5 * alongX);
        triangle.closePath();
        graphics.fill(triangle);
    }

    @Override
    public void glyph(NodeKind kind, int x, int y, int size) {
        if (isOutside(y, y + size)) {
            return;
        }
        int corner = size / 5;
        double round = 2.0 * corner;
        graphics.setColor(Color.decode(kind.category().color()));
        graphics.fill(new RoundRectangle2D.Double(x, y, size, size, round, round));
        int inset = size / 8;
        int inside = size - size / 4;
        double scale = inside / 24.0;
        AffineTransform before = graphics.getTransform();
        graphics.translate(x + inset, y + inset);
        graphics.scale(scale, scale);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(stroke(1.8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, ""));
        graphics.draw(PathData.read(Glyphs.path(kind)));
        graphics.setTransform(before);
    }

    @Override
    public void text(Text text) {
        if (isOutside(text.y() - (int) text.size(), text.y())) {
            return;
        }
        double x = text.x();
        if (text.centered()) {
            x -= TextMetrics.width(text.text(), text.size(), text.bold()) / 2;
        }
        Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int point : text.text().codePoints().toArray()) {
            append(outline, point, text.bold(), x, text.y(), text.size());
            x += TextMetrics.advance(point, text.bold()) * text.size();
        }
        if (text.haloed()) {
            graphics.setColor(Color.WHITE);
            graphics.setStroke(stroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, ""));
            graphics.draw(outline);
        }
        graphics.setColor(Color.decode(text.color()));
        graphics.fill(outline);
    }

    private static void append(Path2D outline, int point, boolean bold, double x, double y, double size) {
        Typeface.Letter letter = Typeface.letter(point, bold);
        if (letter != null) {
            double scale = size / letter.units();
            AffineTransform place = new AffineTransform(scale, 0, 0, scale, x, y);
            outline.append(PathData.read(letter.outline()).getPathIterator(place), false);
        } else if (TextMetrics.advance(point, bold) > 0) {
            unknown(outline, point, x, y, size);
        }
    }

    /** A frame with the code point in it, two digits above the others: what it is can be looked up. */
    private static void unknown(Path2D outline, int point, double x, double y, double size) {
        double left = x + 0.05 * size;
        double right = x + 0.95 * size;
        double up = y - 0.78 * size;
        double down = y + 0.12 * size;
        double rim = 0.05 * size;
        outline.append(frame(left, up, right, down, true), false);
        outline.append(frame(left + rim, up + rim, right - rim, down - rim, false), false);
        String digits = String.format(Locale.ROOT, "%06X", point);
        double digit = 0.4 * size;
        for (int at = 0; at < digits.length(); at++) {
            double digitX = x + (0.13 + 0.25 * (at % 3)) * size;
            append(outline, digits.charAt(at), true, digitX, at < 3 ? y - 0.37 * size : y + 0.02 * size, digit);
        }
    }

    /** Clockwise, or the other way round where it is a hole. */
    private static Path2D frame(double left, double up, double right, double down, boolean clockwise) {
        Path2D.Double frame = new Path2D.Double();
        frame.moveTo(left, up);
        frame.lineTo(clockwise ? right : left, clockwise ? up : down);
        frame.lineTo(right, down);
        frame.lineTo(clockwise ? left : right, clockwise ? down : up);
        frame.closePath();
        return frame;
    }
}
