package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line, or more if one is too narrow, that says what colors, arrows and frames of this picture mean. */
final class Legend {

    private static final int ROW = 28;
    private static final int SAMPLE = 20;
    private static final int ARROW = 34;
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
        void draw(Canvas canvas, int x, int y);
    }

    Legend(Diagram diagram, int width) {
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
        for (Diagram.Edge edge : diagram.edges()) {
            Overlay.Tone tone = edge.tone();
            if (tone != null) {
                tones.add(tone);
            }
        }
        categories.forEach((category, kind) ->
                entries.add(new Entry(category.title(), SAMPLE, (canvas, x, y) -> canvas.glyph(kind, x, y, SAMPLE))));
        for (EdgeKind kind : EdgeKind.values()) {
            if (diagram.edges().stream().anyMatch(edge -> edge.kind() == kind)) {
                entries.add(new Entry(kind.title(), ARROW, (canvas, x, y) -> arrow(canvas, kind, x, y)));
            }
        }
        tones.forEach(tone ->
                entries.add(new Entry(tone.word(), SAMPLE, (canvas, x, y) -> tone(canvas, ToneStyle.of(tone), x, y))));
    }

    private static void arrow(Canvas canvas, EdgeKind kind, int x, int y) {
        canvas.arrow("", List.of(new Point(x, y + 10), new Point(x + ARROW, y + 10)), kind, null);
    }

    private static void tone(Canvas canvas, ToneStyle look, int x, int y) {
        Box box = new Box(x + 1, y + 2, 18, 16);
        if (look.hatched()) {
            canvas.rectangle(box, 4, Canvas.HATCH, "none", 0, "");
        }
        canvas.rectangle(box, 4, "none", look.color(), 3, look.dashes().isEmpty() ? "" : "4 3");
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

    void draw(Canvas canvas) {
        int y = 0;
        for (List<Entry> row : rows()) {
            int x = 0;
            for (Entry entry : row) {
                entry.sample().draw(canvas, x, y);
                int textX = x + entry.sampleWidth() + 8;
                canvas.text(new Canvas.Text(
                        entry.word(), textX, y + 14, Labels.FACT_SIZE, false, Picture.INK_SOFT, false, false));
                x += entry.width();
            }
            y += ROW;
        }
    }
}
