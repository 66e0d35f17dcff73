package dev.windtunnel.desktop.view;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.windtunnel.desktop.viewmodel.Experiment;
import dev.windtunnel.desktop.viewmodel.Phase;
import dev.windtunnel.desktop.viewmodel.ScenarioViewModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window of the desktop on the platform without a screen, with a robot before it. */
final class OpenWindow implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 960;
    private static final Path PICTURES = Path.of("target", "pictures");

    final ScenarioViewModel model;
    final FxRobot robot = new FxRobot();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Stage stage;

    OpenWindow(Experiment.Source source, String file) {
        stage = stage();
        model = new ScenarioViewModel(file, source, background, Platform::runLater);
        robot.interact(() -> {
            stage.setScene(ScenarioView.of(model));
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
            model.read();
        });
    }

    /**
     * On a machine where the toolkit cannot start the test is skipped aloud; in CI it fails, unless CI has said before that the
     * machine lacks what the toolkit needs.
     */
    private static Stage stage() {
        try {
            Stage stage = FxToolkit.registerPrimaryStage();
            Font.getDefault(); // fails where there are no fonts
            return stage;
        } catch (TimeoutException | RuntimeException | LinkageError refused) {
            String reason = "JavaFX does not start here, so the window is not tested: " + refused;
            if (System.getenv("CI") != null && System.getenv("WINDTUNNEL_WITHOUT_WINDOW") == null) {
                return fail(reason, refused);
            }
            return abort(reason);
        }
    }

    Scene scene() {
        return stage.getScene();
    }

    void resize(double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    /** Waits until the phase is this one. */
    void await(Phase wanted) {
        await(model.phaseProperty(), phase -> phase == wanted, "phase " + wanted);
    }

    /** Waits, bounded, until a value of the window meets a condition: told by the value itself, not by asking again and again. */
    <T> void await(ObservableValue<T> value, Predicate<T> condition, String what) {
        CountDownLatch met = new CountDownLatch(1);
        ChangeListener<T> listener = (_, _, now) -> {
            if (condition.test(now)) {
                met.countDown();
            }
        };
        robot.interact(() -> {
            value.addListener(listener);
            listener.changed(value, value.getValue(), value.getValue());
        });
        try {
            assertTrue(
                    met.await(PATIENCE_SECONDS, TimeUnit.SECONDS),
                    () -> "waited in vain for " + what + ", found " + value.getValue());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            fail("interrupted while waiting for " + what);
        }
        robot.interact(() -> value.removeListener(listener));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Writes what the window shows as {@code target/pictures/NAME.png}. */
    Path picture(String name) throws IOException {
        WritableImage[] shot = new WritableImage[1];
        robot.interact(() -> shot[0] = scene().snapshot(null));
        int width = (int) shot[0].getWidth();
        int height = (int) shot[0].getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shot[0].getPixelReader().getArgb(x, y));
            }
        }
        Path file = Files.createDirectories(PICTURES).resolve(name + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Override
    public void close() {
        robot.interact(() -> {
            model.cancel();
            stage.hide();
        });
        background.shutdownNow();
    }
}
