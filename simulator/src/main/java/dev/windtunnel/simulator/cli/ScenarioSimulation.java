package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.simulator.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads a scenario, runs it in the exact engine, prices and judges it. */
final class ScenarioSimulation implements Simulation {

    private final Catalog catalog = Catalog.embedded();

    @Override
    public Optional<Outcome> run(Request request, Progress progress, BooleanSupplier stopped) {
        return Trial.prepare(request.scenario(), overrides(request), catalog)
                .run(progress::at, stopped)
                .map(outcome -> new ToldOutcome(outcome.loaded(), outcome.result(), outcome.bill()));
    }

    private static List<String> overrides(Request request) {
        List<String> overrides = new ArrayList<>(request.overrides());
        if (request.seed() != null) {
            overrides.add("seed=" + request.seed());
        }
        return overrides;
    }
}
