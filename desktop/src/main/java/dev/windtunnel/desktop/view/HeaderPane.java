package dev.windtunnel.desktop.view;

import dev.windtunnel.desktop.viewmodel.Phase;
import dev.windtunnel.desktop.viewmodel.ScenarioViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which scenario this is, how far it is, and what can be done with it. */
final class HeaderPane extends HBox {

    HeaderPane(ScenarioViewModel model) {
        super(12);
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label();
        title.setId("title");
        title.getStyleClass().add("title");
        title.textProperty().bind(model.titleProperty());
        Label subtitle = new Label();
        subtitle.getStyleClass().add("quiet");
        subtitle.textProperty().bind(model.subtitleProperty());
        VBox names = new VBox(2, title, subtitle);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        getChildren().addAll(names, progress(model));
        getChildren().addAll(runButton(model), cancelButton(model), readButton(model));
    }

    private static VBox progress(ScenarioViewModel model) {
        ProgressBar bar = new ProgressBar();
        bar.setId("progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty()
                .bind(model.phaseProperty().map(phase -> phase == Phase.RUNNING || phase == Phase.STOPPING));
        bar.managedProperty().bind(bar.visibleProperty());
        Label status = new Label();
        status.setId("status");
        status.getStyleClass().add("quiet");
        status.setMaxWidth(Double.MAX_VALUE);
        status.setAlignment(Pos.CENTER_RIGHT);
        status.textProperty().bind(model.statusProperty());
        VBox both = new VBox(5, status, bar);
        both.setPrefWidth(330);
        both.setMinWidth(160);
        both.setAlignment(Pos.CENTER_RIGHT);
        return both;
    }

    private static Button runButton(ScenarioViewModel model) {
        Button run = button("Run", "run", "Simulates the scenario (Ctrl+R)", model::run);
        run.getStyleClass().add("primary");
        model.phaseProperty().addListener((_, _, phase) -> {
            if (phase == Phase.READY) {
                run.requestFocus();
            }
        });
        run.disableProperty().bind(model.phaseProperty().map(phase -> !phase.mayRun()));
        return run;
    }

    private static Button cancelButton(ScenarioViewModel model) {
        Button cancel = button("Cancel", "cancel", "Ends the run; nothing is kept (Esc)", model::cancel);
        cancel.disableProperty().bind(model.phaseProperty().map(phase -> phase != Phase.RUNNING));
        return cancel;
    }

    private static Button readButton(ScenarioViewModel model) {
        Button read = button("Read again", "read", "Reads the files again (F5)", model::read);
        read.disableProperty().bind(model.phaseProperty().map(Phase::isBusy));
        return read;
    }

    private static Button button(String name, String id, String meaning, Runnable action) {
        Button button = new Button(name);
        button.setId(id);
        button.setTooltip(new Tooltip(meaning));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
