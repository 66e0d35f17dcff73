package dev.windtunnel.desktop.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.desktop.Shipped;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.simulator.diagram.Drawing;
import dev.windtunnel.simulator.trial.Trial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** No toolkit: both threads are queues that the test empties when it likes. */
class ScenarioViewModelTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();

    private static void empty(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    private void everythingHappens() {
        while (!background.isEmpty() || !window.isEmpty()) {
            empty(background);
            empty(window);
        }
    }

    private ScenarioViewModel model(Experiment.Source source) {
        return new ScenarioViewModel("day.yaml", source, background::add, window::add);
    }

    private ScenarioViewModel opened(Experiment.Source source) {
        ScenarioViewModel model = model(source);
        model.read();
        everythingHappens();
        return model;
    }

    @Nested
    class WhileItReads {

        @Test
        void isNamedAfterTheFileUntilTheTitleIsKnown() {
            ScenarioViewModel model = model(Shipped.quarterOfLaunchDay());

            model.read();
            assertEquals("day.yaml", model.titleProperty().get());
            assertEquals(Phase.READING, model.phaseProperty().get());
            everythingHappens();

            assertEquals(
                    "Launch day with a zone lost at the busiest hour",
                    model.titleProperty().get());
            assertTrue(
                    model.subtitleProperty().get().endsWith("15m from 2026-11-27 09:25 \u00b7 seed 7"),
                    model.subtitleProperty().get());
            assertEquals(Phase.READY, model.phaseProperty().get());
        }

        @Test
        void cannotBeRun() {
            ScenarioViewModel model = model(Shipped.quarterOfLaunchDay());
            model.read();

            model.run();

            assertEquals(Phase.READING, model.phaseProperty().get());
            assertEquals(1, background.size(), "only the reading is waiting");
        }

        @Test
        void saysTheProblemsInTheWordsOfTheCommandLine() {
            Experiment.Source bad = Shipped.quarterOfLaunchDay("workloads.backend.replicas.mim=6");

            ScenarioViewModel model = opened(bad);

            InputRejected rejected = assertThrows(InputRejected.class, bad::read);
            assertEquals(rejected.problems().stream().map(Problem::print).toList(), model.problems());
            assertEquals(Phase.REJECTED, model.phaseProperty().get());
            assertFalse(model.phaseProperty().get().mayRun());
        }

        @Test
        void isReadAgainOnceTheProblemIsMended() {
            List<Experiment.Source> sources =
                    new ArrayList<>(List.of(Shipped.quarterOfLaunchDay("duration=0s"), Shipped.quarterOfLaunchDay()));
            ScenarioViewModel model = opened(() -> sources.removeFirst().read());
            assertEquals(Phase.REJECTED, model.phaseProperty().get());

            model.read();
            everythingHappens();

            assertEquals(List.of(), model.problems());
            assertEquals(Phase.READY, model.phaseProperty().get());
        }
    }

    @Nested
    class WhileItRuns {

        private final Experiment real =
                Shipped.quarterOfLaunchDay("duration=2m", "timeline=[]").read();

        @Test
        void judgesInTheWordsOfTheReport() {
            ScenarioViewModel model = opened(() -> real);

            model.run();
            everythingHappens();

            Findings found = Objects.requireNonNull(model.findingsProperty().get());
            assertEquals(
                    List.of("availability", "fast", "tolerable"),
                    found.verdict().objectives().stream()
                            .map(objective -> objective.name())
                            .toList());
            assertEquals(3, found.charts().size());
            assertEquals(1, model.progressProperty().get());
            assertEquals(Phase.DONE, model.phaseProperty().get());
        }

        @Test
        void tellsProgressOnTheWindowsThreadAndOnlyTheLatest() {
            ScenarioViewModel model = opened(() -> telling(500));
            List<Number> seen = new ArrayList<>();
            model.progressProperty().addListener((_, _, share) -> seen.add(share));
            model.run();

            empty(background);
            assertEquals(List.of(), seen, "nothing is told on the thread of the run");
            assertEquals(2, window.size(), "one progress and the end wait for the window, not 500");
            window.remove().run();

            assertEquals(List.of(0.5), seen);
            assertEquals(
                    "00:30 of 01:00 simulated \u00b7 1,500 requests",
                    model.statusProperty().get());
        }

        @Test
        void leavesNothingBehindWhenItIsCanceled() {
            ScenarioViewModel model = opened(() -> real);
            model.run();

            model.cancel();
            assertEquals(Phase.STOPPING, model.phaseProperty().get());
            everythingHappens();

            assertEquals(Phase.CANCELED, model.phaseProperty().get());
            assertNull(model.findingsProperty().get());
            assertTrue(model.phaseProperty().get().mayRun());
        }

        @Test
        void givesTheSameVerdictAfterACanceledRun() {
            ScenarioViewModel model = opened(() -> real);
            model.run();
            everythingHappens();
            Findings first = Objects.requireNonNull(model.findingsProperty().get());
            model.run();
            model.cancel();
            everythingHappens();

            model.run();
            everythingHappens();

            assertEquals(first, model.findingsProperty().get());
        }

        @Test
        void runsOnlyOnceAtATime() {
            ScenarioViewModel model = opened(() -> real);

            model.run();
            model.run();

            assertEquals(1, background.size());
        }

        @Test
        void ownsUpToItsOwnFaults() {
            ScenarioViewModel model = opened(() -> failing());

            model.run();
            everythingHappens();

            assertEquals(Phase.FAILED, model.phaseProperty().get());
            assertTrue(model.problems().getFirst().contains("its own fault"), () -> "" + model.problems());
            assertTrue(model.problems().getFirst().contains("row 7 is taken"), () -> "" + model.problems());
        }

        /** Tells so often that it is half through, and is stopped there. */
        private Experiment telling(int times) {
            return running(progress -> {
                for (int i = 0; i < times; i++) {
                    progress.at(30 * 60_000_000_000L, 60 * 60_000_000_000L, 1001 + i);
                }
            });
        }

        private Experiment failing() {
            return running(progress -> {
                throw new IllegalStateException("row 7 is taken");
            });
        }

        private Experiment running(java.util.function.Consumer<Trial.Progress> body) {
            return new Experiment() {
                @Override
                public LoadedScenario loaded() {
                    return real.loaded();
                }

                @Override
                public Optional<Trial.Outcome> run(Trial.Progress progress, BooleanSupplier stopped) {
                    body.accept(progress);
                    return Optional.empty();
                }
            };
        }
    }

    @Nested
    class ASelection {

        private final ScenarioViewModel model = opened(Shipped.quarterOfLaunchDay());
        private final Drawing drawing =
                Objects.requireNonNull(model.drawingProperty().get());

        @Test
        void existsForEveryPartAndArrow() {
            drawing.elements().keySet().forEach(this::isSelected);
            drawing.edges().keySet().forEach(this::isSelected);
        }

        private void isSelected(String id) {
            model.select(id);

            Selection selected = model.selectionProperty().get();
            assertNotNull(selected, id);
            assertEquals(id, selected.id());
            assertFalse(selected.name().isBlank(), id);
        }

        @Test
        void namesBothEndsOfAnArrow() {
            model.select("e_0");

            assertTrue(
                    Objects.requireNonNull(model.selectionProperty().get())
                            .name()
                            .contains(" \u2192 "),
                    () -> "" + model.selectionProperty().get());
        }

        @Test
        void isTakenAwayByAClickBesideEverything() {
            model.select("e_0");

            model.select("");

            assertNull(model.selectionProperty().get());
        }
    }
}
