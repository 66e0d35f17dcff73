package dev.windtunnel.simulator.engine;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.ScenarioReader;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.TimeAxis;
import java.nio.file.Path;
import java.util.List;

/** Runs a shipped scenario with overrides, through reader, compiler and engine. */
public final class ShippedRun {

    /** Two and a half hours around the lost zone of the launch day, from 08:30 on. */
    static final List<String> MORNING =
            List.of("start=2026-11-27T08:30", "traffic.replay.from=1995-07-13T08:30:00-04:00", "duration=2h30m");

    private ShippedRun() {}

    static Path scenarios() {
        Path here = Path.of("scenarios");
        return here.toFile().isDirectory() ? here : Path.of("../scenarios");
    }

    static LoadedScenario load(String scenario, List<String> overrides) {
        Catalog catalog = Catalog.embedded();
        KnownNames known = KnownNames.of(catalog);
        return ScenarioReader.read(scenarios().resolve(scenario), overrides, known);
    }

    static Finished finish(LoadedScenario loaded) {
        return ExactRun.run(ScenarioCompiler.compile(loaded, Catalog.embedded()), (_, _) -> {}, () -> false)
                .orElseThrow();
    }

    static RunResult run(String scenario, List<String> overrides) {
        LoadedScenario loaded = load(scenario, overrides);
        return result(loaded, finish(loaded));
    }

    static RunResult result(LoadedScenario loaded, Finished finished) {
        Provenance provenance = new Provenance(
                1,
                "test",
                loaded.scenario().title(),
                loaded.architecture().title(),
                loaded.environment().name(),
                loaded.environment().account(),
                loaded.architecture().region(),
                loaded.scenario().seed(),
                loaded.inputHash(),
                finished.requestDigest(),
                List.of(),
                List.of());
        return finished.result(
                provenance,
                new TimeAxis(loaded.start(), loaded.zone(), loaded.scenario().duration()));
    }

    static RunResult morning(String... overrides) {
        java.util.List<String> all = new java.util.ArrayList<>(MORNING);
        all.addAll(List.of(overrides));
        return run("innovate-inc/launch-day.yaml", all);
    }

    /** Prints the digest of a scenario: run in JVMs of other kinds, it is the same. */
    public static void main(String[] arguments) {
        List<String> overrides = List.of(arguments).subList(1, arguments.length);
        System.out.println(finish(load(arguments[0], overrides)).requestDigest());
    }
}
