package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.catalog.Catalog;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads a scenario, runs it in the exact engine, prices and judges it. */
final class ScenarioSimulation implements Simulation {

    private final Catalog catalog = Catalog.embedded();

    @Override
    public Optional<Outcome> run(Request request, Progress progress, BooleanSupplier stopped) {
        LoadedScenario loaded = ScenarioReader.read(request.scenario(), overrides(request), KnownNames.of(catalog));
        CompiledScenario compiled = ScenarioCompiler.compile(loaded, catalog);
        Feasibility.check(loaded, compiled, request.scenario().toString());
        long horizon = compiled.horizonNanos();
        return ExactRun.run(compiled, (nanos, requests) -> progress.at(nanos, horizon, requests), stopped)
                .map(finished -> told(loaded, finished));
    }

    private static List<String> overrides(Request request) {
        List<String> overrides = new ArrayList<>(request.overrides());
        if (request.seed() != null) {
            overrides.add("seed=" + request.seed());
        }
        return overrides;
    }

    /** What a log had that is not played as it stands is said beside the assumptions. */
    private static List<String> estimates(LoadedScenario loaded) {
        List<String> estimates = new ArrayList<>(Assumptions.estimates());
        loaded.log().ifPresent(log -> estimates.addAll(log.linesRead().sentences()));
        return estimates;
    }

    private Outcome told(LoadedScenario loaded, Finished finished) {
        Provenance provenance = new Provenance(
                1,
                Main.version(),
                loaded.scenario().title(),
                loaded.architecture().title(),
                loaded.environment().name(),
                loaded.environment().account(),
                loaded.architecture().region(),
                loaded.scenario().seed(),
                loaded.inputHash(),
                finished.requestDigest(),
                Assumptions.notSimulated(),
                estimates(loaded));
        TimeAxis axis =
                new TimeAxis(loaded.start(), loaded.zone(), loaded.scenario().duration());
        RunResult result = finished.result(provenance, axis);
        Bill bill = BillCalculation.of(
                result,
                loaded.architecture(),
                catalog.prices(loaded.architecture().region()));
        return new ToldOutcome(loaded, result, bill);
    }
}
