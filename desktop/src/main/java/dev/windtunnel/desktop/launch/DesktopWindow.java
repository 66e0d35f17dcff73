package dev.windtunnel.desktop.launch;

import dev.windtunnel.desktop.view.ScenarioView;
import dev.windtunnel.desktop.viewmodel.Experiment;
import dev.windtunnel.desktop.viewmodel.ScenarioViewModel;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.simulator.cli.Window;
import dev.windtunnel.simulator.trial.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens the window with JavaFX. Found by the command line among the services of the class path. */
public final class DesktopWindow implements Window {

    /** For the service loader. */
    public DesktopWindow() {}

    @Override
    public Optional<String> open(Path scenario, List<String> overrides) {
        Optional<String> screenless = Screen.missing(
                System.getProperty("os.name", ""), System.getenv("DISPLAY"), System.getProperty("glass.platform"));
        if (screenless.isPresent()) {
            return screenless;
        }
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> refused = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
        try {
            Platform.startup(() -> build(scenario, overrides, closed, refused, fault));
        } catch (RuntimeException | LinkageError unusable) {
            return Optional.of(Screen.unusable(unusable));
        }
        await(closed);
        Platform.exit();
        Throwable ours = fault.get();
        if (ours != null) {
            throw new IllegalStateException("the window could not be built", ours);
        }
        return Optional.ofNullable(refused.get()).map(Screen::unusable);
    }

    private static void build(
            Path scenario,
            List<String> overrides,
            CountDownLatch closed,
            AtomicReference<@Nullable Throwable> refused,
            AtomicReference<@Nullable Throwable> fault) {
        try {
            Font.getDefault();
        } catch (RuntimeException | LinkageError fontless) {
            refused.set(fontless);
            closed.countDown();
            return;
        }
        try {
            show(scenario, overrides, closed);
        } catch (RuntimeException | Error ours) {
            fault.set(ours);
            closed.countDown();
        }
    }

    private static void show(Path scenario, List<String> overrides, CountDownLatch closed) {
        ExecutorService background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("run").factory());
        Experiment.Source source = () -> Experiment.of(Trial.prepare(scenario, overrides, Catalog.embedded()));
        ScenarioViewModel model = new ScenarioViewModel(scenario.toString(), source, background, Platform::runLater);
        Stage stage = new Stage();
        stage.titleProperty().bind(model.titleProperty().map(title -> title + " \u2013 Windtunnel"));
        stage.setScene(ScenarioView.of(model));
        Rectangle2D room = javafx.stage.Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(stage.getScene().getWidth(), room.getWidth()));
        stage.setHeight(Math.min(stage.getScene().getHeight(), room.getHeight()));
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        stage.setOnHidden(_ -> {
            model.cancel();
            background.shutdown();
            closed.countDown();
        });
        stage.show();
        model.read();
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
