package dev.windtunnel.desktop.view;

import dev.windtunnel.desktop.viewmodel.Findings;
import dev.windtunnel.simulator.report.VerdictText;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The verdict and the charts of a run. */
final class FindingsPane extends VBox {

    FindingsPane(Findings findings) {
        setId("findings");
        getStyleClass().add("findings");
        setSpacing(12);
        getChildren().add(verdict(findings.verdict()));
        findings.charts().forEach(chart -> {
            ChartPane pane = new ChartPane(chart);
            VBox.setVgrow(pane, Priority.ALWAYS);
            getChildren().add(pane);
        });
    }

    private static VBox verdict(VerdictText verdict) {
        Label headline = wrapping((verdict.held() ? "\u2713 " : "\u2717 ") + verdict.headline(), "headline");
        headline.setId("verdict");
        headline.getStyleClass().add(verdict.held() ? "good" : "bad");
        VBox card = new VBox(6, headline);
        card.getStyleClass().addAll("card", "verdict");
        if (!verdict.detail().isEmpty()) {
            card.getChildren().add(wrapping(verdict.detail(), "quiet"));
        }
        card.getChildren().addAll(objectives(verdict), facts(verdict));
        return card;
    }

    private static GridPane objectives(VerdictText verdict) {
        GridPane grid = new GridPane(14, 1);
        grid.setId("objectives");
        grid.getStyleClass().add("objectives");
        ColumnConstraints outcome = new ColumnConstraints();
        outcome.setHgrow(Priority.ALWAYS);
        outcome.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), fixed(), outcome);
        int row = 0;
        for (VerdictText.ObjectiveText objective : verdict.objectives()) {
            grid.addRow(
                    row++,
                    text(objective.name(), "strong"),
                    text(objective.achieved(), "figure"),
                    text(objective.outcome(), objective.held() ? "good" : "bad"));
            Label asked = text("asked " + objective.asked(), "quiet");
            asked.getStyleClass().add("asked");
            grid.add(asked, 0, row++, 3, 1);
        }
        return grid;
    }

    private static ColumnConstraints fixed() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }

    private static GridPane facts(VerdictText verdict) {
        GridPane grid = new GridPane(14, 4);
        grid.getStyleClass().add("facts");
        ColumnConstraints told = new ColumnConstraints();
        told.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(fixed(), told);
        int row = 0;
        for (VerdictText.Fact fact : verdict.facts()) {
            Label figure = wrapping(fact.figure(), "strong");
            figure.setTooltip(new Tooltip(fact.told()));
            grid.addRow(row++, text(fact.label(), "quiet"), figure);
        }
        return grid;
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    /** Breaks into lines where there is no room for one. */
    static Label wrapping(String text, String style) {
        Label label = text(text, style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** What stands in the place of findings before there are any. */
    static Node waiting(String title, String text) {
        VBox card = new VBox(6, wrapping(title, "headline"), wrapping(text, "quiet"));
        card.getStyleClass().addAll("card", "waiting");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        return card;
    }
}
