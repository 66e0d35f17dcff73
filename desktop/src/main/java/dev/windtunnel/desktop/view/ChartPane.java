package dev.windtunnel.desktop.view;

import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.Layer;
import dev.windtunnel.simulator.report.chart.Palette;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;

/** One chart of the report with title and legend, drawn as wide as there is room. */
final class ChartPane extends VBox {

    private static final double LEAST_HEIGHT = 120;

    private final Chart chart;
    private final Canvas canvas = new Canvas();

    ChartPane(Chart chart) {
        this.chart = chart;
        setId(chart.id());
        getStyleClass().addAll("card", "chart");
        setSpacing(4);
        Label title = new Label(chart.title());
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane head = new FlowPane(14, 2, title);
        head.getStyleClass().add("legend");
        head.setRowValignment(VPos.CENTER);
        chart.keys().forEach(key -> head.getChildren().add(key(key)));
        for (Layer layer : chart.layers()) {
            if (layer instanceof Layer.Level level) {
                head.getChildren().add(level(level));
            }
        }
        Pane plot = new Pane(canvas);
        plot.setMinHeight(LEAST_HEIGHT);
        plot.setPrefHeight(chart.height() + 30.0);
        plot.setMinWidth(0);
        VBox.setVgrow(plot, Priority.ALWAYS);
        canvas.widthProperty().bind(plot.widthProperty());
        canvas.heightProperty().bind(plot.heightProperty());
        canvas.widthProperty().addListener((_, _, _) -> draw());
        canvas.heightProperty().addListener((_, _, _) -> draw());
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setAccessibleText(chart.title() + ". " + chart.description());
        getChildren().addAll(head, plot);
    }

    /** What is drawn. */
    Chart chart() {
        return chart;
    }

    private void draw() {
        if (canvas.getWidth() > 80 && canvas.getHeight() > 60) {
            new ChartDrawing(chart, canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight()).draw();
        }
    }

    private static Label key(Layer.Key key) {
        Line sample = new Line(0, 0, 18, 0);
        sample.setStroke(Color.web(Palette.color(key.color()), key.light() ? 0.42 : 1));
        sample.setStrokeWidth(key.area() ? 8 : 2.2);
        if (key.dashed()) {
            sample.getStrokeDashArray().setAll(5.0, 4.0);
        }
        return key(key.name(), sample);
    }

    /** Named here and not on its line, where the name would hide what it is about. */
    private static Label level(Layer.Level level) {
        Line sample = new Line(0, 0, 18, 0);
        sample.setStroke(ChartDrawing.LEVEL);
        sample.getStrokeDashArray().setAll(ChartDrawing.LEVEL_DASH, ChartDrawing.LEVEL_GAP);
        return key(level.name(), sample);
    }

    private static Label key(String name, Line sample) {
        Label label = new Label(name, sample);
        label.getStyleClass().add("legend-key");
        return label;
    }
}
