package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws a picture as SVG text. */
final class SvgCanvas implements Canvas {

    private static final String FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif";
    /** Color of arrows. */
    static final String LINE = "#3d4c5c";

    private final SvgText svg = new SvgText();

    /** The picture as an SVG document that ends with a line break. */
    String document(Diagram diagram) {
        Picture picture = Picture.of(diagram);
        int width = picture.width();
        int height = picture.height();
        svg.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        svg.open("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" style=\"max-width: " + width
                + "px\" role=\"img\" aria-labelledby=\"diagram-title diagram-desc\" font-family=\"" + FONT + "\">");
        svg.line("<title id=\"diagram-title\">" + SvgText.escaped(diagram.title()) + "</title>");
        svg.line("<desc id=\"diagram-desc\">" + SvgText.escaped(diagram.subtitle()) + "</desc>");
        definitions(diagram);
        svg.line("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"" + Picture.BACKGROUND + "\"/>");
        picture.draw(this);
        svg.close("svg");
        return svg.toString();
    }

    private void definitions(Diagram diagram) {
        svg.open("<defs>");
        tip("tip", LINE);
        Set<Overlay.Tone> tones = EnumSet.noneOf(Overlay.Tone.class);
        for (Diagram.Edge edge : diagram.edges()) {
            Overlay.Tone tone = edge.tone();
            if (tone != null) {
                tones.add(tone);
            }
        }
        tones.forEach(tone -> tip("tip-" + tone.word(), ToneStyle.of(tone).color()));
        svg.line("<pattern id=\"hatch\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\""
                + " patternTransform=\"rotate(45)\"><rect width=\"2.4\" height=\"9\" fill=\""
                + ToneStyle.of(Overlay.Tone.FAILED).color() + "\"/></pattern>");
        svg.close("defs");
    }

    private void tip(String id, String color) {
        svg.line("<marker id=\"" + id + "\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\""
                + " markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0.6L9.6 5L0 9.4z\""
                + " fill=\"" + color + "\"/></marker>");
    }

    @Override
    public void open(String id) {
        svg.open("<g id=\"" + id + "\">");
    }

    @Override
    public void open(String id, int x, int y) {
        svg.open("<g" + (id.isEmpty() ? "" : " id=\"" + id + "\"") + " transform=\"translate(" + x + " " + y + ")\">");
    }

    @Override
    public void close() {
        svg.close("g");
    }

    @Override
    public void rectangle(Box box, int radius, String fill, String stroke, double strokeWidth, String dashes) {
        svg.line("<rect x=\"" + box.x() + "\" y=\"" + box.y() + "\" width=\"" + box.width() + "\" height=\""
                + box.height() + "\" rx=\"" + radius + "\""
                + (fill.equals(HATCH) ? " fill=\"url(#hatch)\" fill-opacity=\"0.2\"" : " fill=\"" + fill + "\"")
                + (stroke.equals("none") ? "" : " stroke=\"" + stroke + "\" stroke-width=\"" + strokeWidth + "\"")
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"") + "/>");
    }

    @Override
    public void arrow(String id, List<Point> points, EdgeKind kind, Overlay.@Nullable Tone tone) {
        String color = tone == null ? LINE : ToneStyle.of(tone).color();
        svg.line("<path" + (id.isEmpty() ? "" : " id=\"" + id + "\"") + " d=\"" + RoundedWay.path(points)
                + "\" fill=\"none\" stroke=\"" + color + "\" stroke-width=\"" + (tone == null ? "1.5" : "2.5") + "\""
                + dashes(kind, points)
                + " marker-end=\"url(#tip" + (tone == null ? "" : "-" + tone.word()) + ")\"/>");
    }

    private static String dashes(EdgeKind kind, List<Point> points) {
        return kind == EdgeKind.SOLID
                ? ""
                : " stroke-dasharray=\"" + kind.dash() + " " + kind.gap() + "\" stroke-dashoffset=\""
                        + kind.dashOffset(RoundedWay.length(points)) + "\""
                        + (kind == EdgeKind.DOTTED ? " stroke-linecap=\"round\"" : "");
    }

    @Override
    public void glyph(NodeKind kind, int x, int y, int size) {
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

    @Override
    public void text(Text text) {
        svg.line("<text x=\"" + text.x() + "\" y=\"" + text.y() + "\" font-size=\"" + text.size() + "\""
                + (text.bold() ? " font-weight=\"bold\"" : "") + " fill=\"" + text.color() + "\""
                + (text.centered() ? " text-anchor=\"middle\"" : "")
                + (text.haloed()
                        ? " stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
                        : "")
                + ">" + SvgText.escaped(text.text()) + "</text>");
    }
}
