package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Layout.Box;

/** Draws overlays: a frame around the element, and a badge with its words. */
final class SvgOverlay {

    private SvgOverlay() {}

    /** Draws over everything: what has failed is hatched together with all that it holds. Nothing for no overlay. */
    static void draw(SvgText svg, Element element, Box box) {
        Overlay overlay = element.overlay();
        if (overlay == null) {
            return;
        }
        svg.open("<g id=\"o_" + ElementIds.of(element) + "\">");
        frame(svg, ToneStyle.of(overlay.tone()), box, element instanceof Group ? 10 : 8);
        int width = Labels.badgeWidth(element);
        int height = Labels.badgeHeight(element);
        Box badge = element instanceof Group
                ? new Box(box.right() - 8 - width, box.y() + 5, width, height)
                : new Box(box.x() + (box.width() - width) / 2, box.bottom() - height - 6, width, height);
        badge(svg, element, overlay.tone(), badge);
        svg.close("g");
    }

    private static void frame(SvgText svg, ToneStyle look, Box box, int radius) {
        String place = "x=\"" + box.x() + "\" y=\"" + box.y() + "\" width=\"" + box.width() + "\" height=\""
                + box.height() + "\" rx=\"" + radius + "\"";
        if (look.hatched()) {
            svg.line("<rect " + place + " fill=\"url(#hatch)\" fill-opacity=\"0.2\"/>");
        }
        svg.line("<rect " + place + " fill=\"none\" stroke=\"" + look.color() + "\" stroke-width=\"3\""
                + (look.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + look.dashes() + "\"") + "/>");
    }

    /** The words of the overlay in white on the tone's color. */
    private static void badge(SvgText svg, Element element, Overlay.Tone tone, Box box) {
        svg.line("<rect x=\"" + box.x() + "\" y=\"" + box.y() + "\" width=\"" + box.width() + "\" height=\""
                + box.height() + "\" rx=\"9\" fill=\"" + ToneStyle.of(tone).color() + "\"/>");
        int baseline = box.y() + 13;
        for (String line : Labels.badge(element)) {
            svg.line("<text x=\"" + (box.x() + box.width() / 2) + "\" y=\"" + baseline + "\" font-size=\""
                    + Labels.FACT_SIZE + "\" font-weight=\"bold\" fill=\"#ffffff\" text-anchor=\"middle\">"
                    + SvgText.escaped(line) + "</text>");
            baseline += Labels.FACT_LEADING;
        }
    }
}
