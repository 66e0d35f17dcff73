package dev.windtunnel.desktop.viewmodel;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.simulator.diagram.Drawing;
import dev.windtunnel.simulator.diagram.View;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One scenario in a window: read, looked at, run, canceled, judged. Its values change on the window's thread only, and its
 * methods are called there; reading, laying out and running happen in the background.
 */
public final class ScenarioViewModel {

    private final Experiment.Source source;
    private final Executor background;
    private final Executor window;

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.READING);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable Drawing> drawing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Selection> selection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Findings> findings = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ObservableList<String> problemsSeen = FXCollections.unmodifiableObservableList(problems);

    /** The latest progress that the window has not taken yet: it hears of the last of many, and is never flooded. */
    private final AtomicReference<@Nullable Reached> untold = new AtomicReference<>();

    private @Nullable Experiment experiment;
    private volatile boolean isStopped;

    private record Reached(long nanos, long horizonNanos, long requests) {}

    private record Read(Experiment experiment, Drawing drawing) {}

    /**
     * Nothing is read before {@link #read}.
     *
     * @param file the scenario as the user named it, to be shown until its title is known
     * @param background runs tasks one after the other, off the window's thread
     * @param window runs tasks on the window's thread, in the order given
     */
    public ScenarioViewModel(String file, Experiment.Source source, Executor background, Executor window) {
        this.source = source;
        this.background = background;
        this.window = window;
        title.set(file);
        subtitle.set(file);
    }

    /** Reads the scenario's files and lays their picture out. */
    public void read() {
        phase.set(Phase.READING);
        status.set("Reading \u2026");
        problems.clear();
        inBackground(() -> {
            Experiment read = source.read();
            LoadedScenario loaded = read.loaded();
            Drawing laidOut = Drawing.of(View.OVERVIEW.of(loaded.architecture(), loaded.environment()));
            window.execute(() -> opened(new Read(read, laidOut)));
        });
    }

    private void opened(Read read) {
        LoadedScenario loaded = read.experiment().loaded();
        experiment = read.experiment();
        drawing.set(read.drawing());
        title.set(loaded.scenario().title());
        subtitle.set(loaded.architecture().title() + ", " + loaded.environment().name() + " \u00b7 "
                + Durations.print(loaded.scenario().duration()) + " from "
                + Wording.moment(loaded.start().atZone(loaded.zone())) + " \u00b7 seed "
                + loaded.scenario().seed());
        status.set("Ready to run.");
        phase.set(Phase.READY);
    }

    /** Runs the scenario, unless it is being run or cannot be. What came of an earlier run is taken away. */
    public void run() {
        Experiment ready = experiment;
        if (ready == null || !phase.get().mayRun()) {
            return;
        }
        isStopped = false;
        untold.set(null);
        findings.set(null);
        progress.set(0);
        status.set("Starting \u2026");
        phase.set(Phase.RUNNING);
        inBackground(() -> {
            Optional<Findings> found = ready.run(this::reached, () -> isStopped).map(Findings::of);
            window.execute(() -> ended(found.orElse(null)));
        });
    }

    /** Ends a run under way; nothing comes of it. */
    public void cancel() {
        if (phase.get() == Phase.RUNNING) {
            isStopped = true;
            status.set("Stopping \u2026");
            phase.set(Phase.STOPPING);
        }
    }

    private void reached(long nanos, long horizonNanos, long requests) {
        if (untold.getAndSet(new Reached(nanos, horizonNanos, requests)) == null) {
            window.execute(this::tellProgress);
        }
    }

    private void tellProgress() {
        Reached reached = untold.getAndSet(null);
        if (reached != null && phase.get() == Phase.RUNNING) {
            progress.set(Math.clamp((double) reached.nanos() / reached.horizonNanos(), 0.0, 1.0));
            status.set(Wording.clock(reached.nanos()) + " of " + Wording.clock(reached.horizonNanos())
                    + " simulated \u00b7 " + Wording.count(reached.requests()) + " requests");
        }
    }

    /** A run that reached its end while it was being stopped has still been canceled: that is what was asked for last. */
    private void ended(@Nullable Findings found) {
        if (found == null || isStopped) {
            status.set("Canceled at " + Wording.percent(progress.get()) + ". Nothing was kept.");
            phase.set(Phase.CANCELED);
            return;
        }
        progress.set(1);
        findings.set(found);
        status.set("Run to its end.");
        phase.set(Phase.DONE);
    }

    /** Selects the part of the picture that has this id; an unknown or empty id selects nothing. */
    public void select(String partId) {
        Drawing shown = drawing.get();
        selection.set(shown == null ? null : Selection.of(shown, partId).orElse(null));
    }

    /** The outermost edge of the window's work: what fails here is told, since nobody is left who could catch it. */
    private void inBackground(Runnable task) {
        background.execute(() -> {
            try {
                task.run();
            } catch (InputRejected rejected) {
                window.execute(() -> rejected(rejected.problems()));
            } catch (RuntimeException | Error fault) {
                window.execute(() -> failed(fault));
            }
        });
    }

    private void rejected(List<Problem> found) {
        problems.setAll(found.stream().map(Problem::print).toList());
        status.set(found.size() == 1 ? "1 problem" : found.size() + " problems");
        phase.set(Phase.REJECTED);
    }

    private void failed(Throwable fault) {
        problems.setAll(List.of("Windtunnel failed; this is its own fault, not your input's.\n" + fault));
        status.set("Failed.");
        phase.set(Phase.FAILED);
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** What the scenario is called; its file until that is known. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Design, environment, simulated time and seed in one line. */
    public ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** What is going on, one line. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Share of the simulated time that the run has behind it, 0..1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The picture; null until it is laid out. */
    public ReadOnlyObjectProperty<@Nullable Drawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    /** What is selected in the picture; null if nothing is. */
    public ReadOnlyObjectProperty<@Nullable Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** What came of the run; null unless there was one that ended by itself. */
    public ReadOnlyObjectProperty<@Nullable Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** What is wrong with the input, as the command line prints it. */
    public ObservableList<String> problems() {
        return problemsSeen;
    }
}
