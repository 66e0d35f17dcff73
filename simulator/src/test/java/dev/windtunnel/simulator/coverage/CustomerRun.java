package dev.windtunnel.simulator.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.ScenarioReader;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.cost.BillCalculation;
import dev.windtunnel.simulator.engine.ExactRun;
import dev.windtunnel.simulator.engine.Finished;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.TimeAxis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What came of some minutes of the customer's files, as shipped or with pieces of their text replaced. */
record CustomerRun(RunResult result, Bill bill) {

    private static final Path SHIPPED = Path.of("..", "scenarios", "innovate-inc");
    private static final List<String> FILES =
            List.of("architecture.yaml", "later-architecture.yaml", "launch-day.yaml", "sessions.yaml");

    /**
     * Runs a day.
     *
     * @param folder that the changed files are written to
     */
    static CustomerRun of(Day day, List<Edit> edits, Path folder) throws IOException {
        String traces = SHIPPED.resolveSibling("traces").toAbsolutePath().normalize() + "/";
        for (String file : FILES) {
            String text = Files.readString(SHIPPED.resolve(file));
            for (Edit edit : edits) {
                text = edit.file().equals(file) ? edit.in(text) : text;
            }
            Files.writeString(folder.resolve(file), text.replace("../traces/", traces));
        }
        return run(ScenarioReader.read(
                folder.resolve(day.scenario()), day.overrides(), KnownNames.of(Catalog.embedded())));
    }

    private static CustomerRun run(LoadedScenario loaded) {
        Finished finished = ExactRun.run(
                        ScenarioCompiler.compile(loaded, Catalog.embedded()), (_, _) -> {}, () -> false)
                .orElseThrow();
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
        RunResult result = finished.result(
                provenance,
                new TimeAxis(loaded.start(), loaded.zone(), loaded.scenario().duration()));
        Bill bill = BillCalculation.of(
                result,
                loaded.architecture(),
                Catalog.embedded().prices(loaded.architecture().region()));
        return new CustomerRun(result, bill);
    }

    /**
     * A piece of a shipped file, and what is written in its place.
     *
     * @param after a piece that stands somewhere before it
     */
    record Edit(String file, String after, String piece, String by) {

        String in(String text) {
            int from = text.indexOf(after);
            assertTrue(from >= 0, () -> file + " does not hold '" + after + "'");
            int at = text.indexOf(piece, from);
            assertTrue(at >= 0, () -> file + " does not hold '" + piece + "' after '" + after + "'");
            return text.substring(0, at) + by + text.substring(at + piece.length());
        }
    }
}
