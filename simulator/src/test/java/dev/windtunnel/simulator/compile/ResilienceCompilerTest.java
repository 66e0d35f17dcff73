package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.compute.StatementCancel;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.ScenarioReader;
import dev.windtunnel.simulator.compile.CompiledResilience.Gateway;
import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the minimal scenario's YAML, with a few keys more, to numbers. */
class ResilienceCompilerTest {

    @TempDir
    private Path folder = Path.of("");

    private CompiledScenario compile(String balancer, String client, String shedding, String endpoint)
            throws IOException {
        Path minimal = Path.of("../scenarios/minimal");
        String architecture = Files.readString(minimal.resolve("architecture.yaml"))
                .replace(
                        "dns: { name: minimal.example }",
                        "dns: { name: minimal.example }\n    loadBalancer: " + balancer)
                .replace("databaseClient: {}", "databaseClient: " + client + shedding)
                .replace("queryTime: 500us }", "queryTime: 500us" + endpoint + " }");
        Files.writeString(folder.resolve("architecture.yaml"), architecture);
        Files.copy(minimal.resolve("scenario.yaml"), folder.resolve("scenario.yaml"));
        Catalog catalog = Catalog.embedded();
        LoadedScenario loaded = ScenarioReader.read(folder.resolve("scenario.yaml"), List.of(), KnownNames.of(catalog));
        return ScenarioCompiler.compile(loaded, catalog);
    }

    @Test
    void triesNothingAgainUnlessToldTo() throws IOException {
        CompiledScenario scenario = compile("{}", "{}", "", "");

        assertNull(scenario.resilience().gateway());
        assertEquals(List.of(Statements.PLAIN), scenario.resilience().statements());
        assertEquals(List.of(0.0), scenario.resilience().errorShares());
        assertEquals(
                CompiledWorkload.Line.PLAIN, scenario.workloads().getFirst().line());
        assertEquals(2048, scenario.workloads().getFirst().backlog());
    }

    @Test
    void readsWhatIsWritten() throws IOException {
        CompiledScenario scenario = compile(
                "{ retries: { max: 3, perTryTimeout: 2s, on: [reset, 503], budget: 20%, budgetFloor: 5, cancel: true,"
                        + " jitter: none, backoff: { base: 10ms, factor: 3, cap: 50ms } } }",
                "{ retries: { max: 1, on: [refused, pool-timeout], budget: 5% }, onCancel: wait, checkInterval: 10s }",
                "\n        loadShedding: { maxQueue: 32, maxQueueWait: 500ms }",
                ", errorShare: 1%");

        Gateway gateway = Objects.requireNonNull(scenario.resilience().gateway());
        assertEquals(Gateway.RESET + Gateway.UNAVAILABLE, gateway.retried());
        assertEquals(2_000_000_000L, gateway.perTryTimeoutNanos());
        assertEquals(
                List.of(10_000_000L, 30_000_000L, 50_000_000L),
                gateway.waits().stream().map(CompiledAttempts.Wait::fixedNanos).toList());
        assertEquals(0.2, gateway.budget(), 1e-12);
        assertEquals(5, gateway.floor());
        assertTrue(gateway.ofActive());
        assertTrue(gateway.cancels());
        Statements statements = scenario.resilience().statements().getFirst();
        assertEquals(Statements.REFUSED + Statements.POOL_TIMEOUT, statements.retried());
        assertEquals(1, statements.waits().size());
        assertEquals(0.05, statements.budget(), 1e-12);
        assertEquals(StatementCancel.WAIT, statements.onCancel());
        assertEquals(10_000_000_000L, statements.checkNanos());
        assertEquals(List.of(0.01), scenario.resilience().errorShares());
        CompiledWorkload workload = scenario.workloads().getFirst();
        assertEquals(32, workload.backlog());
        assertTrue(workload.line().refuses());
        assertEquals(
                5e8, Objects.requireNonNull(workload.line().patienceNanos()).sampleUpper(0), 1);
    }
}
