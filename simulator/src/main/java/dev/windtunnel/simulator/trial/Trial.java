package dev.windtunnel.simulator.trial;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.ScenarioReader;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.cost.BillCalculation;
import dev.windtunnel.simulator.engine.ExactRun;
import dev.windtunnel.simulator.engine.Finished;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.TimeAxis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A scenario that was read and can be run, as often as one likes and each time with the same outcome. */
public final class Trial {

    private final LoadedScenario loaded;
    private final CompiledScenario compiled;
    private final Catalog catalog;

    private Trial(LoadedScenario loaded, CompiledScenario compiled, Catalog catalog) {
        this.loaded = loaded;
        this.compiled = compiled;
        this.catalog = catalog;
    }

    /** Hears how far a run is. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called every few thousand events, on the thread of the run.
         *
         * @param simulatedNanos since the scenario's start
         * @param horizonNanos the scenario's duration
         * @param requests that have set out so far
         */
        void at(long simulatedNanos, long horizonNanos, long requests);
    }

    /** What came of a complete run. */
    public record Outcome(LoadedScenario loaded, RunResult result, Bill bill) {}

    /**
     * Reads a scenario and all that it names.
     *
     * @param scenario the file as the user named it, relative to the current directory
     * @param overrides texts {@code path=value}, in the order given; of two for one path the later holds
     * @throws InputRejected with every problem of the input
     */
    public static Trial prepare(Path scenario, List<String> overrides, Catalog catalog) {
        LoadedScenario loaded = ScenarioReader.read(scenario, overrides, KnownNames.of(catalog));
        CompiledScenario compiled = ScenarioCompiler.compile(loaded, catalog);
        Feasibility.check(loaded, compiled, scenario.toString());
        return new Trial(loaded, compiled, catalog);
    }

    /** What was read. */
    public LoadedScenario loaded() {
        return loaded;
    }

    /**
     * Runs it in the exact engine and prices what it used.
     *
     * @param stopped asked as often as progress is told; once it is true the run ends at once
     * @return what came of it, or nothing if it was stopped before its end
     */
    public Optional<Outcome> run(Progress progress, BooleanSupplier stopped) {
        long horizon = compiled.horizonNanos();
        return ExactRun.run(compiled, (nanos, requests) -> progress.at(nanos, horizon, requests), stopped)
                .map(this::priced);
    }

    private Outcome priced(Finished finished) {
        TimeAxis axis =
                new TimeAxis(loaded.start(), loaded.zone(), loaded.scenario().duration());
        RunResult result = finished.result(provenance(finished), axis);
        Bill bill = BillCalculation.of(
                result,
                loaded.architecture(),
                catalog.prices(loaded.architecture().region()));
        return new Outcome(loaded, result, bill);
    }

    private Provenance provenance(Finished finished) {
        return new Provenance(
                1,
                version(),
                loaded.scenario().title(),
                loaded.architecture().title(),
                loaded.environment().name(),
                loaded.environment().account(),
                loaded.architecture().region(),
                loaded.scenario().seed(),
                loaded.inputHash(),
                finished.requestDigest(),
                Assumptions.notSimulated(),
                estimates());
    }

    /** What a log had that is not played as it stands is said beside the assumptions. */
    private List<String> estimates() {
        List<String> estimates = new ArrayList<>(Assumptions.estimates());
        loaded.log().ifPresent(log -> estimates.addAll(log.linesRead().sentences()));
        return estimates;
    }

    /** The version of Windtunnel, as the jar's manifest has it. */
    public static String version() {
        String version = Trial.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
