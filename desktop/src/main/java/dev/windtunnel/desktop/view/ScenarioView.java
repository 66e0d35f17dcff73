package dev.windtunnel.desktop.view;

import dev.windtunnel.desktop.viewmodel.Findings;
import dev.windtunnel.desktop.viewmodel.Phase;
import dev.windtunnel.desktop.viewmodel.ScenarioViewModel;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The whole window: header, picture, and at its right what came of the run. */
public final class ScenarioView {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 960;
    private static final double PICTURE_SHARE = 0.66;

    private ScenarioView() {}

    /** A scene that shows the view model and calls its methods. */
    public static Scene of(ScenarioViewModel model) {
        StackPane result = new StackPane();
        result.getStyleClass().add("result");
        ScrollPane scroll = new ScrollPane(result);
        scroll.getStyleClass().add("result-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(360);
        SplitPane middle = new SplitPane(new PicturePane(model), scroll);
        middle.setDividerPositions(PICTURE_SHARE);
        StackPane problems = new StackPane();
        problems.getStyleClass().add("result");
        BorderPane root = new BorderPane();
        root.setTop(new HeaderPane(model)); // first, so that Run has the focus to begin with
        Runnable refresh = () -> {
            boolean isBroken = isBroken(model.phaseProperty().get());
            problems.getChildren().setAll(isBroken ? List.of(new ProblemsPane(model)) : List.of());
            result.getChildren().setAll(isBroken ? List.of() : List.of(result(model)));
            root.setCenter(isBroken ? problems : middle);
        };
        model.phaseProperty().addListener((_, _, _) -> refresh.run());
        model.findingsProperty().addListener((_, _, _) -> refresh.run());
        refresh.run();
        root.getStyleClass().add("windtunnel");
        root.setStyle("-fx-font-family: '" + Typefaces.FAMILY + "';");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        URL style = Objects.requireNonNull(ScenarioView.class.getResource("windtunnel.css"), "windtunnel.css");
        scene.getStylesheets().add(style.toExternalForm());
        keys(scene, model);
        return scene;
    }

    /** Then problems take the place of everything but the header. */
    private static boolean isBroken(Phase phase) {
        return phase == Phase.REJECTED || phase == Phase.FAILED;
    }

    private static Node result(ScenarioViewModel model) {
        Phase phase = model.phaseProperty().get();
        @Nullable Findings findings = model.findingsProperty().get();
        return switch (phase) {
            case REJECTED, FAILED -> throw new IllegalStateException("problems take the whole window, found " + phase);
            case READING -> FindingsPane.waiting("Reading \u2026", "The picture comes first.");
            case READY ->
                FindingsPane.waiting(
                        "Not run yet",
                        "Run simulates every request of the scenario and says whether its objectives hold.");
            case RUNNING, STOPPING ->
                FindingsPane.waiting("Running \u2026", "The verdict and three charts appear here when it has ended.");
            case CANCELED -> FindingsPane.waiting("Canceled", "A canceled run leaves nothing behind. Run starts anew.");
            case DONE -> findings == null ? FindingsPane.waiting("Judging \u2026", "") : new FindingsPane(findings);
        };
    }

    private static void keys(Scene scene, ScenarioViewModel model) {
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN), model::run);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), model::cancel);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), () -> {
            if (!model.phaseProperty().get().isBusy()) {
                model.read();
            }
        });
    }
}
