package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change to one component of the launch day leaves the luck of every other as it was, to the bit. */
class IndependentDrawsTest {

    private static final String LIST_CPU = "cpu: lognormal(mean 8ms, cv 0.6)";

    /** A quarter of an hour without a fault, in which the autoscaler has nothing to do. */
    private static final List<String> QUIET = List.of(
            "start=2026-11-27T04:00",
            "traffic.replay.from=1995-07-13T04:00:00-04:00",
            "duration=15m",
            "timeline.0.at=04:14",
            "timeline.0.for=1s");

    @TempDir
    private Path folder = Path.of("");

    private LoadedScenario shipped() {
        return ShippedRun.load("innovate-inc/launch-day.yaml", QUIET);
    }

    /** The launch day with a piece of its architecture replaced. */
    private LoadedScenario changed(String... piecesAndReplacements) throws IOException {
        Path scenarios = ShippedRun.scenarios().toAbsolutePath();
        String architecture = Files.readString(scenarios.resolve("innovate-inc/architecture.yaml"));
        for (int i = 0; i < piecesAndReplacements.length; i += 2) {
            String before = architecture;
            int at = architecture.lastIndexOf(piecesAndReplacements[i]);
            architecture = architecture.substring(0, at)
                    + piecesAndReplacements[i + 1]
                    + architecture.substring(at + piecesAndReplacements[i].length());
            assertNotEquals(before, architecture);
        }
        Files.writeString(folder.resolve("architecture.yaml"), architecture);
        Files.writeString(
                folder.resolve("launch-day.yaml"),
                Files.readString(scenarios.resolve("innovate-inc/launch-day.yaml"))
                        .replace("../traces/", scenarios.resolve("traces") + "/"));
        return ShippedRun.load(folder.resolve("launch-day.yaml").toString(), QUIET);
    }

    private static CompiledScenario compile(LoadedScenario loaded) {
        return ScenarioCompiler.compile(loaded, Catalog.embedded());
    }

    /** What an endpoint's requests would need, for the given keys. */
    private static List<Double> work(CompiledScenario scenario, String endpoint) {
        CompiledEndpoint found = scenario.endpoints().stream()
                .filter(candidate -> candidate.name().equals(endpoint))
                .findFirst()
                .orElseThrow();
        List<Double> work = new ArrayList<>();
        for (int key = 0; key < 10_000; key++) {
            work.add(found.cpuNanos().sampleUpper(Keys.mix(scenario.seed(), key)));
            work.add(found.queryNanos().sampleUpper(Keys.mix(scenario.seed(), key)));
        }
        return work;
    }

    private static List<Integer> arrivals(CompiledScenario scenario) {
        Arrivals.Counted counted = (Arrivals.Counted) scenario.arrivals();
        List<Integer> counts = new ArrayList<>();
        for (int second = 0; second < scenario.horizonSeconds(); second++) {
            counts.add(counted.counts().count(second));
        }
        return counts;
    }

    private static EndpointOutcome outcome(RunResult run, String endpoint) {
        return run.endpoints().stream()
                .filter(candidate -> candidate.endpoint().equals(endpoint))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherCpuTimeOfOneEndpointLeavesTheDrawsOfAllOthers() throws IOException {
        CompiledScenario before = compile(shipped());

        CompiledScenario after = compile(changed(LIST_CPU, "cpu: gamma(mean 8ms, cv 0.6)"));

        assertNotEquals(work(before, "list"), work(after, "list"));
        for (String other : List.of("detail", "profile", "cart", "checkout", "login", "static")) {
            assertEquals(work(before, other), work(after, other), other);
        }
        assertEquals(arrivals(before), arrivals(after));
        assertEquals(before.roundTripNanos(), after.roundTripNanos());
    }

    @Test
    void anotherCpuTimeOfTheBackendLeavesEveryRequestOfTheFrontendAsItWas() throws IOException {
        RunResult before = ShippedRun.run("innovate-inc/launch-day.yaml", QUIET);

        changed(LIST_CPU, "cpu: erlang(k 4, mean 8ms)");
        RunResult after = ShippedRun.run(folder.resolve("launch-day.yaml").toString(), QUIET);

        assertNotEquals(outcome(before, "list"), outcome(after, "list"));
        assertEquals(outcome(before, "static"), outcome(after, "static"));
    }

    @Test
    void anEndpointWithoutRequestsChangesNoRequest() throws IOException {
        String before = ShippedRun.finish(shipped()).requestDigest();

        LoadedScenario after = changed(
                "  list:\n    workload: backend",
                "  aaa: { workload: backend, path: /aaa, share: 0%, cpu: 1s, queries: 9, queryTime: 1s }\n"
                        + "  list:\n    workload: backend");

        assertEquals(before, ShippedRun.finish(after).requestDigest());
    }

    @Test
    void anEndpointWithHardlyAnyRequestsLeavesTheArrivalsOfAllOthers() throws IOException {
        RunResult before = ShippedRun.run("innovate-inc/launch-day.yaml", QUIET);

        changed(
                "  list:\n    workload: backend\n    path: /api/items\n    share: 35%",
                "  zzz: { workload: frontend, path: /zzz, share: 0.000001%, cpu: 1ms }\n"
                        + "  list:\n    workload: backend\n    path: /api/items\n    share: 34.999999%");
        RunResult after = ShippedRun.run(folder.resolve("launch-day.yaml").toString(), QUIET);

        for (EndpointOutcome outcome : before.endpoints()) {
            assertEquals(outcome, outcome(after, outcome.endpoint()), outcome.endpoint());
        }
    }

    /** Its pods take room on nodes, so latency may differ; who arrives when, asks for what, and needs how much work may not. */
    @Test
    void aWorkloadWithoutRequestsLeavesArrivalsAndWorkOfAllOthers() throws IOException {
        RunResult before = ShippedRun.run("innovate-inc/launch-day.yaml", QUIET);
        String frontend = "      frontend:\n        namespace: frontend\n        replicas: { min: 3, max: 9 }";
        LoadedScenario changed = changed(frontend, """
                      aaa:
                        replicas: { min: 3, max: 3 }
                        requests: { cpu: 10m, memory: 16Mi }
                        limits: { cpu: 20m, memory: 32Mi }
                        server: { nginx: { workers: 1 } }
                        nodePools: [on-demand-arm64]
                """ + frontend);

        RunResult after = ShippedRun.run(folder.resolve("launch-day.yaml").toString(), QUIET);

        assertEquals(3, compile(changed).workloads().size());
        for (EndpointOutcome outcome : before.endpoints()) {
            String endpoint = outcome.endpoint();
            assertEquals(outcome.arrived(), outcome(after, endpoint).arrived(), endpoint);
            assertEquals(work(compile(shipped()), endpoint), work(compile(changed), endpoint), endpoint);
        }
        assertEquals(
                before.minutes().stream().map(MinuteOutcome::arrived).toList(),
                after.minutes().stream().map(MinuteOutcome::arrived).toList());
        assertEquals(compile(shipped()).roundTripNanos(), compile(changed).roundTripNanos());
    }
}
