package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.TimeAxis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launch day's application with a payment provider, a cache, a mesh and throttled backends, through reader and engine. */
class SurroundingsRunTest {

    private static final List<String> SHORT = List.of(
            "start=2026-11-27T12:00", "traffic.replay.from=1995-07-13T12:00:00-04:00", "duration=6m", "timeline=[]");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writes() throws IOException {
        Path scenarios = ShippedRun.scenarios().toAbsolutePath();
        String architecture = Files.readString(scenarios.resolve("innovate-inc/architecture.yaml"));
        String extended = architecture
                .replace(
                        "    queries: 4\n",
                        "    queries: 4\n    externalCalls: [{ service: payments, calls: 2, probability: 50% }]\n")
                .replace("    path: /api/items\n", "    path: /api/items\n    cache: items\n")
                .replace(
                        "        zoneSpread: schedule-anyway\n",
                        "        zoneSpread: schedule-anyway\n        sidecar: {}\n        cpuThrottling: periods\n")
                .replace("\nendpoints:\n", """

                        externalServices:
                          payments: { latency: "lognormal(median 120ms, sigma 0.4)", errors: 1%, responseSize: 9KB }
                        caches:
                          items: { hitRatio: 90%, warmUp: 2000, cold: true }
                        endpoints:
                        """);
        Files.writeString(folder.resolve("architecture.yaml"), extended);
        String scenario = Files.readString(scenarios.resolve("innovate-inc/launch-day.yaml"))
                .replace("../traces/", scenarios.resolve("traces") + "/");
        Files.writeString(folder.resolve("launch-day.yaml"), scenario);
    }

    private LoadedScenario load() {
        return ShippedRun.load(folder.resolve("launch-day.yaml").toString(), SHORT);
    }

    private static RunResult run(LoadedScenario loaded) {
        Provenance provenance =
                new Provenance(1, "test", "", "", "", "prod", "us-east-1", 1, "", "", List.of(), List.of());
        TimeAxis axis =
                new TimeAxis(loaded.start(), loaded.zone(), loaded.scenario().duration());
        return ShippedRun.finish(loaded).result(provenance, axis);
    }

    private static double sum(RunResult result, String metric) {
        return series(result, metric).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static Series series(RunResult result, String metric) {
        return result.series().stream()
                .filter(series -> series.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static long metered(RunResult result, Ledger.Item item) {
        return result.ledger().usages().stream()
                .filter(usage -> usage.item() == item)
                .mapToLong(Ledger.Usage::quantity)
                .sum();
    }

    @Test
    void metersTheCallsAtTheNatGatewayAndCountsThem() {
        RunResult result = run(load());

        double calls = sum(result, "external.calls");
        long checkouts = result.endpoints().stream()
                .filter(endpoint -> endpoint.endpoint().equals("checkout"))
                .findFirst()
                .orElseThrow()
                .arrived();
        assertEquals((double) checkouts, calls, 4 * Math.sqrt((double) checkouts) + 3);
        assertTrue(calls > 50, "calls " + calls);
        long bytes = metered(result, Ledger.Item.NAT_BYTES);
        assertTrue(bytes >= calls * 10_000 && bytes % 1000 == 0, "bytes " + bytes);
    }

    @Test
    void showsTheCacheWarming() {
        List<Double> hits = series(run(load()), "cache.hit.share").values();

        assertTrue(hits.getFirst() < 0.6, "hits " + hits);
        assertTrue(hits.getLast() > 0.75, "hits " + hits);
    }

    @Test
    void addsTheSidecarToWhatIsScheduled() {
        CompiledScenario compiled = ScenarioCompiler.compile(load(), Catalog.embedded());

        CompiledWorkload backend = compiled.workloads().getFirst();
        assertEquals("backend", backend.name());
        assertEquals(600, backend.requestCpuMillis());
        assertEquals((768L + 128) << 20, backend.requestMemoryBytes());
        assertEquals(1000, backend.cpuCapacityMillis());
    }

    @Test
    void neverKillsAThreadedWorkerForItsSilence() {
        CompiledScenario compiled = ScenarioCompiler.compile(load(), Catalog.embedded());

        CompiledWorkload backend = compiled.workloads().getFirst();
        assertEquals(8, backend.concurrency());
        assertEquals(2, backend.runtime().processes());
        assertEquals(0, backend.workerTimeoutNanos());
    }

    @Test
    void namesTheLimitsOfAllOfThem() {
        RunResult result = run(load());

        List<String> limits = result.series().stream()
                .filter(series -> series.metric().equals("utilization"))
                .map(series -> series.labels().get("limit"))
                .toList();
        assertTrue(limits.contains("NAT gateway ports to payments"), "limits " + limits);
        assertTrue(limits.contains("backend sidecars' CPU"), "limits " + limits);
        assertTrue(sum(result, "cpu.throttled.share") > 0);
    }

    @Test
    void tracksConnectionsWhereItIsAskedFor() throws IOException {
        RunResult counted = run(load());
        Path architecture = folder.resolve("architecture.yaml");
        String tracked = Files.readString(architecture)
                .replace(
                        "    loadBalancer:\n      healthCheck:",
                        "    loadBalancer:\n      targetGroup: { connections: tracked }\n      healthCheck:")
                .replace("keepalive: 75s", "keepalive: 2s");
        Files.writeString(architecture, tracked);

        CompiledScenario compiled = ScenarioCompiler.compile(load(), Catalog.embedded());

        assertTrue(compiled.surroundings().targets().tracked());
        assertEquals(2_000_000_000L, compiled.workloads().getFirst().runtime().keepaliveNanos());
        // Idle connections of seldom used pods are closed after 2 s, so some requests open another.
        assertFalse(counted.minutes().equals(run(load()).minutes()), "no answer took longer");
    }

    @Test
    void isTheSameRunEachTime() {
        LoadedScenario loaded = load();

        assertEquals(
                ShippedRun.finish(loaded).requestDigest(),
                ShippedRun.finish(loaded).requestDigest());
    }
}
