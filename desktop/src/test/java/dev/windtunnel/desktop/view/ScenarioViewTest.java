package dev.windtunnel.desktop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.desktop.Shipped;
import dev.windtunnel.desktop.viewmodel.Experiment;
import dev.windtunnel.desktop.viewmodel.Phase;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.simulator.diagram.Drawing;
import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.Layer;
import dev.windtunnel.simulator.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

/** The whole window, driven by mouse and keyboard on JavaFX's platform without a screen. */
class ScenarioViewTest {

    private static String text(OpenWindow window, String query) {
        return window.robot.lookup(query).queryAs(Label.class).getText();
    }

    private static boolean isDisabled(OpenWindow window, String query) {
        return window.robot.lookup(query).query().isDisabled();
    }

    private static List<Chart> charts(OpenWindow window) {
        return window.robot.lookup(".chart").queryAllAs(ChartPane.class).stream()
                .map(ChartPane::chart)
                .toList();
    }

    @Test
    void drawsEveryPartOfTheDesignAsANodeOfItsId() throws IOException {
        try (OpenWindow window = new OpenWindow(Shipped.quarterOfLaunchDay(), "launch-day.yaml")) {
            window.await(Phase.READY);

            Drawing drawing =
                    Objects.requireNonNull(window.model.drawingProperty().get());
            List<String> missing = Stream.concat(
                            drawing.elements().keySet().stream(), drawing.edges().keySet().stream())
                    .filter(id -> window.scene().lookup("#" + id) == null)
                    .toList();

            assertEquals(List.of(), missing);
            assertTrue(
                    drawing.elements().size() > 30,
                    () -> "parts: " + drawing.elements().keySet());
            assertEquals("Launch day with a zone lost at the busiest hour", text(window, "#title"));
            assertTrue(Files.size(window.picture("ready")) > 20_000);
        }
    }

    @Test
    void saysWhatAPartIsWhenItIsClicked() {
        try (OpenWindow window = new OpenWindow(Shipped.quarterOfLaunchDay(), "launch-day.yaml")) {
            window.await(Phase.READY);
            Node part = window.robot.lookup("#n_users").query();

            window.robot.clickOn(part);

            assertEquals(
                    "n_users",
                    Objects.requireNonNull(window.model.selectionProperty().get())
                            .id());
            assertEquals(
                    Objects.requireNonNull(window.model.selectionProperty().get())
                            .name(),
                    text(window, "#selection-name"));
        }
    }

    @Test
    void runsTheScenarioAndShowsVerdictAndCharts() throws IOException {
        try (OpenWindow window = new OpenWindow(Shipped.quarterOfLaunchDay(), "launch-day.yaml")) {
            window.await(Phase.READY);
            assertTrue(isDisabled(window, "#cancel"));
            assertTrue(window.robot.lookup("#run").query().isFocused(), "the space bar runs it");

            window.robot.clickOn("#run");
            window.await(Phase.DONE);

            assertFalse(isDisabled(window, "#run"));
            String verdict = text(window, "#verdict");
            assertTrue(verdict.startsWith("✗ ") || verdict.startsWith("✓ "), verdict);
            assertTrue(verdict.length() > 10, verdict);
            List<String> objectives =
                    window.robot.lookup("#objectives").lookup(".label").queryAllAs(Label.class).stream()
                            .map(Label::getText)
                            .toList();
            assertTrue(objectives.contains("availability"), objectives::toString);
            assertTrue(objectives.contains("✗ missed, as expected"), objectives::toString);
            assertTrue(objectives.contains("asked 95% within 300ms (client)"), objectives::toString);
            assertEquals(
                    List.of("Response time of succeeded requests", "Requests per second", "Pods ready and nodes"),
                    charts(window).stream().map(Chart::title).toList());
            assertEquals(
                    List.of("p99.9", "p99", "p95", "p50"), lines(charts(window).get(0)));
            assertEquals(List.of("arrived", "failed"), lines(charts(window).get(1)));
            assertTrue(
                    lines(charts(window).get(2)).contains("nodes"),
                    () -> "" + lines(charts(window).get(2)));
            assertTrue(highest(charts(window).get(1), "failed") > 0, "the lost zone makes requests fail");
            assertTrue(Files.size(window.picture("verdict")) > 20_000);
        }
    }

    private static List<String> lines(Chart chart) {
        return chart.keys().stream().map(Layer.Key::name).toList();
    }

    private static double highest(Chart chart, String line) {
        return chart.layers().stream()
                .filter(layer ->
                        layer instanceof Layer.Line drawn && drawn.name().equals(line))
                .findFirst()
                .orElseThrow()
                .highest(chart.span());
    }

    @Test
    void endsTheRunWhenCancelIsPressed() throws IOException {
        HeldMidway held = new HeldMidway(Shipped.launchDay().read(), new CountDownLatch(1));
        try (OpenWindow window = new OpenWindow(() -> held, "launch-day.yaml")) {
            window.await(Phase.READY);
            window.robot.clickOn("#run");
            window.await(window.model.progressProperty(), share -> share.doubleValue() > 0, "progress");
            assertTrue(isDisabled(window, "#run"));
            assertTrue(Files.size(window.picture("running")) > 20_000);

            window.robot.clickOn("#cancel");
            window.await(Phase.STOPPING);
            held.released().countDown();
            window.await(Phase.CANCELED);

            assertFalse(isDisabled(window, "#run"));
            assertTrue(text(window, "#status").startsWith("Canceled at "), text(window, "#status"));
            assertEquals(List.of(), charts(window));
            assertEquals(null, window.model.findingsProperty().get());
        }
    }

    /** The real run, which waits at its first report of progress until it is released: it cannot end before. */
    private record HeldMidway(Experiment real, CountDownLatch released) implements Experiment {

        @Override
        public LoadedScenario loaded() {
            return real.loaded();
        }

        @Override
        public Optional<Trial.Outcome> run(Trial.Progress progress, BooleanSupplier stopped) {
            return real.run(
                    (nanos, horizon, requests) -> {
                        progress.at(nanos, horizon, requests);
                        if (nanos > horizon / 50) {
                            hold();
                        }
                    },
                    stopped);
        }

        private void hold() {
            try {
                released.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void saysTheProblemsOfABadScenarioAsTheCommandLineDoes() throws IOException {
        try (OpenWindow window = new OpenWindow(
                Shipped.quarterOfLaunchDay("workloads.backend.replicas.mim=6", "database.class=db.m6g.larg"),
                "launch-day.yaml")) {
            window.await(Phase.REJECTED);

            TextArea lines = window.robot.lookup("#problem-lines").queryAs(TextArea.class);
            assertTrue(lines.getText().contains("did you mean 'min'"), lines.getText());
            assertTrue(isDisabled(window, "#run"));
            assertNotNull(window.picture("problems"));
        }
    }

    @Test
    void keepsItsPartsInsideASmallWindow() throws IOException {
        try (OpenWindow window = new OpenWindow(Shipped.quarterOfLaunchDay(), "launch-day.yaml")) {
            window.await(Phase.READY);
            window.robot.clickOn("#run");
            window.await(Phase.DONE);

            window.resize(1000, 640);

            assertNotNull(window.picture("small"));
            List<String> outside = window.robot.lookup(".button").queryAll().stream()
                    .filter(button ->
                            button.localToScene(button.getBoundsInLocal()).getMaxX()
                                    > window.scene().getWidth() + 1)
                    .map(Node::getId)
                    .toList();
            assertEquals(List.of(), outside);
        }
    }
}
