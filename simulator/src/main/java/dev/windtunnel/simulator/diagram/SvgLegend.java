package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line, or more if one is too narrow, that says what colors, arrows and frames of this picture mean. */
final class SvgLegend {

    private static final int ROW = 28;
    private static final int SAMPLE = 20;
    private static final int GAP = 24;

    private final List<Entry> entries = new ArrayList<>();
    private final int width;

    /** What stands in the legend: a drawing of 20 pixels, or of 34 for arrows, and a word. */
    private record Entry(String word, int sampleWidth, Sample sample) {
        int width() {
            return sampleWidth + 8 + (int) Math.ceil(TextMetrics.width(word, Labels.FACT_SIZE, false)) + GAP;
        }
    }

    /** Draws a sample whose upper left corner is here. */
    @FunctionalInterface
    private interface Sample {
        void draw(SvgText svg, int x, int y);
    }

    SvgLegend(Diagram diagram, int width) {
        this.width = width;
        Map<NodeKind.Category, NodeKind> categories = new EnumMap<>(NodeKind.Category.class);
        Set<Overlay.Tone> tones = EnumSet.noneOf(Overlay.Tone.class);
        for (Element element : diagram.byId().values()) {
            if (element instanceof Node node) {
                categories.putIfAbsent(node.kind().category(), node.kind());
            }
            Overlay overlay = element.overlay();
            if (overlay != null) {
                tones.add(overlay.tone());
            }
        }
        categories.forEach((category, kind) -> entries.add(
                new Entry(category.title(), SAMPLE, (svg, x, y) -> SvgWriter.glyph(svg, kind, x, y, SAMPLE))));
        if (diagram.edges().stream().anyMatch(edge -> edge.kind() == EdgeKind.SOLID)) {
            entries.add(new Entry("requests, data, deliveries", 34, (svg, x, y) -> arrow(svg, x, y, "")));
        }
        if (diagram.edges().stream().anyMatch(edge -> edge.kind() == EdgeKind.DOTTED)) {
            String dots = " stroke-dasharray=\"2 4\" stroke-linecap=\"round\"";
            entries.add(new Entry("metrics, logs, findings", 34, (svg, x, y) -> arrow(svg, x, y, dots)));
        }
        tones.forEach(tone -> entries.add(new Entry(tone.word(), SAMPLE, (svg, x, y) -> tone(svg, tone, x, y))));
    }

    private static void arrow(SvgText svg, int x, int y, String dashes) {
        svg.line("<path d=\"M" + x + " " + (y + 10) + "H" + (x + 34) + "\" fill=\"none\" stroke=\"#3d4c5c\""
                + " stroke-width=\"1.5\"" + dashes + " marker-end=\"url(#tip)\"/>");
    }

    private static void tone(SvgText svg, Overlay.Tone tone, int x, int y) {
        ToneStyle look = ToneStyle.of(tone);
        svg.line("<rect x=\"" + (x + 1) + "\" y=\"" + (y + 2) + "\" width=\"18\" height=\"16\" rx=\"4\" fill=\""
                + (look.hatched() ? "url(#hatch)" : "none") + "\" stroke=\"" + look.color() + "\" stroke-width=\"3\""
                + (look.dashes().isEmpty() ? "" : " stroke-dasharray=\"4 3\"") + "/>");
    }

    int height() {
        return ROW * rows().size();
    }

    private List<List<Entry>> rows() {
        List<List<Entry>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        int x = 0;
        for (Entry entry : entries) {
            if (x > 0 && x + entry.width() - GAP > width) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.getLast().add(entry);
            x += entry.width();
        }
        return rows;
    }

    void write(SvgText svg) {
        int y = 0;
        for (List<Entry> row : rows()) {
            int x = 0;
            for (Entry entry : row) {
                entry.sample().draw(svg, x, y);
                svg.line("<text x=\"" + (x + entry.sampleWidth() + 8) + "\" y=\"" + (y + 14) + "\" font-size=\""
                        + Labels.FACT_SIZE + "\" fill=\"" + SvgWriter.INK_SOFT + "\">"
                        + SvgText.escaped(entry.word()) + "</text>");
                x += entry.width();
            }
            y += ROW;
        }
    }
}
