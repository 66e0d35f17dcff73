package dev.windtunnel.desktop.view;

import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.Layer;
import dev.windtunnel.simulator.report.chart.Palette;
import dev.windtunnel.simulator.report.chart.Samples;
import dev.windtunnel.simulator.report.chart.TimeSpan;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** One drawing of a chart at one size. At most two points for each column of pixels, however long the run. */
final class ChartDrawing {

    private static final double LEFT = 58;
    private static final double RIGHT = 10;
    private static final double TOP = 18;
    private static final double BOTTOM = 22;

    static final Color LEVEL = Color.web("#52606d");
    static final double LEVEL_DASH = 2;
    static final double LEVEL_GAP = 3;

    private static final Color GRID = Color.web("#e4e7eb");
    private static final Color AXIS = Color.web("#9aa5b1");
    private static final Color QUIET = Color.web("#52606d");
    private static final Color BAND = Color.web("#b3122b", 0.07);
    private static final Color BAND_EDGE = Color.web("#b3122b", 0.45);
    private static final Color BAND_INK = Color.web("#8f0f23");

    private final Chart chart;
    private final GraphicsContext on;
    private final double width;
    private final double height;

    ChartDrawing(Chart chart, GraphicsContext on, double width, double height) {
        this.chart = chart;
        this.on = on;
        this.width = width;
        this.height = height;
    }

    void draw() {
        on.clearRect(0, 0, width, height);
        on.setFont(Typefaces.of(11, false));
        on.setLineJoin(StrokeLineJoin.ROUND);
        bands();
        grid();
        on.save();
        on.beginPath();
        on.rect(LEFT, TOP - 1, plotWidth(), plotHeight() + 2);
        on.clip();
        for (Layer layer : chart.layers()) {
            switch (layer) {
                case Layer.Line line -> line(line);
                case Layer.Stack stack -> stack(stack);
                case Layer.Level level -> level(level);
            }
        }
        on.restore();
    }

    private double plotWidth() {
        return width - LEFT - RIGHT;
    }

    private double plotHeight() {
        return height - TOP - BOTTOM;
    }

    private double x(double position) {
        return LEFT + position * plotWidth();
    }

    private double x(Samples samples, int index) {
        return x(chart.span().position(samples.middleNanos(index)));
    }

    private double y(double value) {
        return TOP + plotHeight() * (1 - chart.scale().height(value));
    }

    private void bands() {
        for (Chart.Band band : chart.bands()) {
            double from = x(Math.clamp(chart.span().position(band.fromNanos()), 0.0, 1.0));
            double to = x(Math.clamp(chart.span().position(band.toNanos()), 0.0, 1.0));
            if (to > from) {
                on.setFill(BAND);
                on.fillRect(from, TOP, to - from, plotHeight());
                on.setStroke(BAND_EDGE);
                on.setLineWidth(1);
                on.strokeLine(crisp(from), TOP - 4, crisp(from), TOP + plotHeight());
                boolean isLate = from > LEFT + 0.6 * plotWidth();
                text(
                        band.label(),
                        from,
                        TOP - 6,
                        isLate ? TextAlignment.RIGHT : TextAlignment.LEFT,
                        VPos.BASELINE,
                        BAND_INK);
            }
        }
    }

    private void grid() {
        on.setLineWidth(1);
        on.setLineDashes();
        for (double tick : chart.scale().ticks()) {
            double y = crisp(y(tick));
            on.setStroke(chart.scale().height(tick) == 0 ? AXIS : GRID);
            on.strokeLine(LEFT, y, width - RIGHT, y);
            text(chart.unit().label(tick), LEFT - 8, y, TextAlignment.RIGHT, VPos.CENTER, QUIET);
        }
        List<TimeSpan.Tick> ticks = chart.span().ticks();
        int every = plotWidth() / Math.max(1, ticks.size()) < 44 ? 2 : 1;
        for (int at = 0; at < ticks.size(); at++) {
            TimeSpan.Tick tick = ticks.get(at);
            double x = x(tick.position());
            on.setStroke(AXIS);
            on.strokeLine(crisp(x), TOP + plotHeight(), crisp(x), TOP + plotHeight() + 4);
            if (at % every == 0) {
                TextAlignment alignment = tick.position() > 0.97 ? TextAlignment.RIGHT : TextAlignment.CENTER;
                text(tick.label(), x, TOP + plotHeight() + 6, alignment, VPos.TOP, QUIET);
            }
        }
    }

    private void line(Layer.Line line) {
        on.setStroke(Color.web(Palette.color(line.color())));
        on.setLineWidth(1.6);
        if (line.dashed()) {
            on.setLineDashes(5, 4);
        } else {
            on.setLineDashes();
        }
        on.beginPath();
        boolean isDown = false;
        for (int at : line.samples().thinned(chart.span(), (int) plotWidth())) {
            double value = line.samples().values().get(at);
            if (Double.isNaN(value)) {
                isDown = false;
            } else if (isDown) {
                on.lineTo(x(line.samples(), at), y(value));
            } else {
                on.moveTo(x(line.samples(), at), y(value));
                isDown = true;
            }
        }
        on.stroke();
        on.setLineDashes();
    }

    /** From the top down, each from zero: what lies below covers its own share. */
    private void stack(Layer.Stack stack) {
        if (stack.parts().isEmpty()) {
            return;
        }
        List<Integer> kept = stack.totals().thinned(chart.span(), (int) plotWidth());
        for (int top = stack.parts().size() - 1; top >= 0; top--) {
            Layer.Stack.Part part = stack.parts().get(top);
            List<Layer.Stack.Part> below = stack.parts().subList(0, top + 1);
            Samples sums = new Layer.Stack(below).totals();
            on.setFill(part.light() ? lightened(part.color()) : Color.web(Palette.color(part.color())));
            on.beginPath();
            on.moveTo(x(sums, kept.getFirst()), y(0));
            kept.forEach(at -> on.lineTo(x(sums, at), y(sums.values().get(at))));
            on.lineTo(x(sums, kept.getLast()), y(0));
            on.closePath();
            on.fill();
        }
    }

    private static Color lightened(int color) {
        return Color.web(Palette.color(color)).interpolate(Color.WHITE, 0.58);
    }

    private void level(Layer.Level level) {
        on.setStroke(LEVEL);
        on.setLineWidth(1);
        on.setLineDashes(LEVEL_DASH, LEVEL_GAP);
        on.strokeLine(LEFT, crisp(y(level.value())), width - RIGHT, crisp(y(level.value())));
        on.setLineDashes();
    }

    private void text(String text, double x, double y, TextAlignment alignment, VPos baseline, Color color) {
        on.setFill(color);
        on.setTextAlign(alignment);
        on.setTextBaseline(baseline);
        on.fillText(text, x, y);
    }

    /** The middle of a pixel, so that a thin line is one pixel wide. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
