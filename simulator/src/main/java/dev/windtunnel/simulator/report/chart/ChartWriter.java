package dev.windtunnel.simulator.report.chart;

import static dev.windtunnel.simulator.report.chart.Markup.attr;
import static dev.windtunnel.simulator.report.chart.Markup.style;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a chart as one SVG element.
 *
 * <p>The plot is a nested SVG, 1000 units wide and as many high as it has pixels, stretched in width; strokes do not scale.
 * Texts and grid stand outside of it, placed by percent. Colors come from the page's style sheet by class.
 */
public final class ChartWriter {

    private static final double WIDTH = 1000;
    private static final int COLUMNS = 480;
    private static final int BAND_ROW = 17;
    private static final int MARK_ROW = 28;
    private static final int TIME_ROW = 20;

    /** Distance of the values' labels from the plot: they stand left of it, in a margin that the style sheet leaves. */
    private static final int GUTTER = 6;

    private final Chart chart;
    private final Markup out = new Markup();
    private final int top;

    private ChartWriter(Chart chart) {
        this.chart = chart;
        this.top = BAND_ROW + (chart.marks().isEmpty() ? 4 : MARK_ROW);
    }

    /** The chart as SVG text; the same chart gives the same text. */
    public static String write(Chart chart) {
        return new ChartWriter(chart).all();
    }

    private String all() {
        String title = chart.id() + "-t";
        String description = chart.id() + "-d";
        out.open(
                "svg",
                style("chart"),
                attr("role", "img"),
                attr("width", "100%"),
                attr("height", top + chart.height() + TIME_ROW),
                attr("aria-labelledby", title + " " + description));
        out.element("title", chart.title(), attr("id", title));
        out.element("desc", chart.description(), attr("id", description));
        bands();
        grid();
        plot();
        valueLabels();
        timeLabels();
        marks();
        return out.close("svg").toString();
    }

    private void bands() {
        for (Chart.Band band : chart.bands()) {
            double from = Math.clamp(chart.span().position(band.fromNanos()), 0.0, 1.0);
            double to = Math.clamp(chart.span().position(band.toNanos()), 0.0, 1.0);
            if (to <= from) {
                continue;
            }
            out.empty(
                    "rect",
                    style("band"),
                    attr("x", percent(from)),
                    attr("width", percent(to - from)),
                    attr("y", BAND_ROW),
                    attr("height", top - BAND_ROW + chart.height()));
            vertical("band-edge", from, BAND_ROW);
            text("band-label", from, BAND_ROW - 5, from > 0.6 ? "end" : "start", band.label());
        }
    }

    private void grid() {
        for (double tick : chart.scale().ticks()) {
            horizontal(chart.scale().height(tick) == 0 ? "axis" : "grid", y(tick));
        }
        for (TimeSpan.Tick tick : chart.span().ticks()) {
            vertical("tick", tick.position(), top + chart.height() - 4);
        }
    }

    private void valueLabels() {
        for (double tick : chart.scale().ticks()) {
            if (chart.scale().height(tick) > 0) {
                out.element(
                        "text",
                        chart.unit().label(tick),
                        style("value"),
                        attr("x", -GUTTER),
                        attr("y", number(y(tick) + 4)),
                        attr("text-anchor", "end"));
            }
        }
        for (Layer layer : chart.layers()) {
            if (layer instanceof Layer.Level level) {
                text("level-label", 1, y(level.value()) - 3, "end", level.name());
            }
        }
    }

    private void timeLabels() {
        List<TimeSpan.Tick> ticks = chart.span().ticks();
        for (int i = 0; i < ticks.size(); i++) {
            TimeSpan.Tick tick = ticks.get(i);
            String anchor = tick.position() < 0.03 ? "start" : tick.position() > 0.97 ? "end" : "middle";
            // Every other label is dropped by the style sheet where the page is narrow.
            text(i % 2 == 0 ? "time" : "time odd", tick.position(), top + chart.height() + 14, anchor, tick.label());
        }
    }

    private void marks() {
        double lastAt = -1;
        boolean lower = false;
        for (Chart.Mark mark : chart.marks()) {
            double at = chart.span().position(mark.atNanos());
            if (at < 0 || at > 1) {
                continue;
            }
            // Two rows, so that the numbers of moments close to each other stay apart.
            lower = at - lastAt < 0.03 && !lower;
            lastAt = at;
            int y = BAND_ROW + (lower ? 24 : 12);
            vertical("mark", at, y + 2);
            text("mark-label", at, y, at < 0.01 ? "start" : at > 0.99 ? "end" : "middle", mark.label());
        }
    }

    private void plot() {
        out.open(
                "svg",
                style("plot"),
                attr("x", 0),
                attr("y", top),
                attr("width", "100%"),
                attr("height", chart.height()),
                attr("viewBox", "0 0 1000 " + chart.height()),
                attr("preserveAspectRatio", "none"));
        for (Layer layer : chart.layers()) {
            switch (layer) {
                case Layer.Line line -> line(line);
                case Layer.Stack stack -> stack(stack);
                case Layer.Level level -> path("level", "M0 " + number(plotY(level.value())) + "H1000");
            }
        }
        out.close("svg");
    }

    private void line(Layer.Line line) {
        StringBuilder d = new StringBuilder();
        boolean pen = false;
        for (int i : line.samples().thinned(chart.span(), COLUMNS)) {
            double value = line.samples().values().get(i);
            if (Double.isNaN(value)) {
                pen = false;
                continue;
            }
            d.append(pen ? 'L' : 'M').append(point(x(line.samples(), i), plotY(value)));
            pen = true;
        }
        if (!d.isEmpty()) {
            path("line c" + line.color() + (line.dashed() ? " dashed" : ""), d.toString());
        }
    }

    private void stack(Layer.Stack stack) {
        List<Integer> kept =
                stack.parts().isEmpty() ? List.of() : stack.totals().thinned(chart.span(), COLUMNS);
        List<String> outlines = new ArrayList<>();
        double[] below = new double[kept.size()];
        for (Layer.Stack.Part part : stack.parts()) {
            double[] above = below.clone();
            for (int k = 0; k < kept.size(); k++) {
                double value = part.samples().values().get(kept.get(k));
                above[k] += Double.isNaN(value) ? 0 : value;
            }
            outlines.add(outlines(part.samples(), kept, below, above));
            below = above;
        }
        // From the top down: where all are narrow, the edge of an upper part must not cover the lower ones.
        for (int i = outlines.size() - 1; i >= 0; i--) {
            Layer.Stack.Part part = stack.parts().get(i);
            if (!outlines.get(i).isEmpty()) {
                path("area c" + part.color() + (part.light() ? " light" : ""), outlines.get(i));
            }
        }
    }

    /** One outline for each stretch in which there is something: an outline around nothing would cover what lies below. */
    private String outlines(Samples samples, List<Integer> kept, double[] below, double[] above) {
        StringBuilder d = new StringBuilder();
        int from = 0;
        while (from < above.length) {
            if (above[from] <= below[from]) {
                from++;
                continue;
            }
            int to = from;
            while (to + 1 < above.length && above[to + 1] > below[to + 1]) {
                to++;
            }
            outline(d, samples, kept, below, above, Math.max(0, from - 1), Math.min(above.length - 1, to + 1));
            from = to + 1;
        }
        return d.toString();
    }

    /** Along the upper edge and back along the lower one. */
    private void outline(
            StringBuilder d, Samples samples, List<Integer> kept, double[] below, double[] above, int from, int to) {
        for (int k = from; k <= to; k++) {
            d.append(k == from ? 'M' : 'L').append(point(x(samples, kept.get(k)), plotY(above[k])));
        }
        for (int k = to; k >= from; k--) {
            d.append('L').append(point(x(samples, kept.get(k)), plotY(below[k])));
        }
        d.append('Z');
    }

    private void path(String style, String d) {
        out.empty("path", style(style), attr("d", d));
    }

    private void vertical(String style, double position, int from) {
        String x = percent(position);
        int to = top + chart.height();
        out.empty("line", style(style), attr("x1", x), attr("x2", x), attr("y1", from), attr("y2", to));
    }

    private void horizontal(String style, double y) {
        String at = number(y);
        out.empty("line", style(style), attr("x1", 0), attr("x2", "100%"), attr("y1", at), attr("y2", at));
    }

    private void text(String style, double position, double y, String anchor, String text) {
        out.element(
                "text",
                text,
                style(style),
                attr("x", percent(position)),
                attr("y", number(y)),
                attr("text-anchor", anchor));
    }

    private double x(Samples samples, int index) {
        return chart.span().position(samples.middleNanos(index)) * WIDTH;
    }

    private double plotY(double value) {
        return chart.height() * (1 - chart.scale().height(value));
    }

    private double y(double value) {
        return top + plotY(value);
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String percent(double share) {
        return number(share * 100, 3) + "%";
    }

    private static String number(double value) {
        return number(value, 1);
    }

    private static String number(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
