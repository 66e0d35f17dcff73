package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.Limits;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.ViewOutcome;
import dev.windtunnel.simulator.verdict.FirstLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixed backend of the retry storm with one thing made scarce: that one is named, and by how much it falls short. */
class FirstLimitRunTest {

    private static final String SCENARIO = """
            scenario: One thing is scarce
            architecture: architecture.yaml
            environment: prod
            start: 2026-03-02T00:00
            timezone: UTC
            duration: 8m
            traffic: { rate: { stages: [ { duration: 0s, target: RATE/s } ] } }
            seed: 7
            """;

    private static final String REPLICAS = "replicas: { min: 3, max: 3 }";
    private static final String SERVER = "gunicorn: { workers: 2, threads: 4, keepalive: 75s }";
    private static final String WORK = "cpu: \"lognormal(mean 20ms, cv 0.6)\", queries: 1, queryTime: 500us";
    private static final String DATABASE = "deployment: multi-az, primaryZone: a, standbyZone: b, storage: 100Gi";
    private static final String ALONE = "deployment: single-az, primaryZone: a, storage: 100Gi, capacity: ";

    @TempDir
    private Path folder = Path.of("");

    /** Runs it with texts of the architecture replaced by the ones that follow them. */
    private RunResult run(int perSecond, String... replaced) throws IOException {
        String architecture =
                Files.readString(ShippedRun.scenarios().resolve("innovate-inc/retry-storm-architecture.yaml"));
        for (int i = 0; i < replaced.length; i += 2) {
            assertTrue(architecture.contains(replaced[i]), replaced[i]);
            architecture = architecture.replace(replaced[i], replaced[i + 1]);
        }
        Files.writeString(folder.resolve("architecture.yaml"), architecture);
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO.replace("RATE", String.valueOf(perSecond)));
        return ShippedRun.run(folder.resolve("scenario.yaml").toAbsolutePath().toString(), List.of());
    }

    private static FirstLimit first(RunResult result) {
        return Objects.requireNonNull(FirstLimit.of(result));
    }

    private static List<String> overloaded(RunResult result) {
        return result.overloads().stream().map(Overload::limit).toList();
    }

    private RunResult crowdedNodes(int perSecond) throws IOException {
        return run(
                perSecond,
                REPLICAS,
                "replicas: { min: 6, max: 6 }",
                SERVER,
                "gunicorn: { workers: 4, threads: 2 }",
                "requests: { cpu: 2,",
                "requests: { cpu: 1,",
                "limits: { cpu: 2,",
                "limits: { cpu: 4,");
    }

    @Test
    void isTheNodesCpuWherePodsShareIt() throws IOException {
        // Two pods of 4 CPUs each share a node of 4: three nodes carry 600 requests of 20 ms in a second.
        FirstLimit first = first(crowdedNodes(480));

        assertEquals(Limits.BUSIEST_NODE, first.limit());
        assertEquals(0.8, first.peak(), 0.05);
        assertEquals(120, first.headroom(), 40);
    }

    @Test
    void isOverloadedNodesAndNotTheirPods() throws IOException {
        RunResult result = crowdedNodes(700);

        assertEquals(List.of(Limits.BUSIEST_NODE), overloaded(result));
        assertEquals(700 / 600.0, result.overloads().getFirst().offered(), 0.03);
    }

    private RunResult onePool(int perSecond) throws IOException {
        return run(
                perSecond,
                REPLICAS,
                "replicas: { min: 1, max: 1 }",
                SERVER,
                "gunicorn: { workers: 1, threads: 8 }",
                "poolSize: 4",
                "poolSize: 1",
                WORK,
                "cpu: 1ms, queries: 1, queryTime: exponential(20ms)");
    }

    @Test
    void isThePoolWhereWorkersWaitForAConnection() throws IOException {
        FirstLimit first = first(onePool(35));

        assertEquals("backend database pool", first.limit());
        assertTrue(first.peak() > 0.7 && first.peak() < 0.97, first.toString());
    }

    @Test
    void isBlamedOnThePoolAndNotOnTheWorkersThatItHolds() throws IOException {
        RunResult result = onePool(60);

        assertEquals("backend database pool", first(result).limit());
        assertEquals(List.of("backend database pool"), overloaded(result));
        ViewOutcome client = result.endpoints().getFirst().client();
        long ofPool = client.failed().getOrDefault(Cause.CONNECTION_POOL, 0L);
        assertTrue(ofPool > 0.95 * client.failedTotal(), client.failed().toString());
    }

    @Test
    void isTheRowThatAllLock() throws IOException {
        RunResult result = run(100, DATABASE, ALONE + "{}", WORK, WORK + ", writes: true, hotRow: { hold: 10ms }");

        assertEquals("list's hot row", first(result).limit());
        assertEquals(List.of("list's hot row"), overloaded(result));
    }

    @Test
    void isTheRateLimit() throws IOException {
        RunResult result = run(
                100, "    database: {", "    loadBalancer: { rateLimit: { rate: 50/s, burst: 10 } }\n    database: {");

        assertEquals(Limits.RATE_LIMIT, first(result).limit());
        assertEquals(-50, first(result).headroom(), 4);
        assertEquals(List.of(), overloaded(result));
    }

    @Test
    void isWhatAServiceTakesAtOnce() throws IOException {
        RunResult result = run(
                40,
                WORK,
                WORK + ", externalCalls: [ { service: pay } ]",
                "endpoints:",
                "externalServices:\n  pay: { latency: exponential(200ms), timeout: 10s, concurrency: 10 }\nendpoints:");

        assertEquals("pay's concurrent calls", first(result).limit());
        assertTrue(first(result).headroom() < 0, first(result).toString());
    }

    @Test
    void isTheVolumesOperationsWithAllThatIsOffered() throws IOException {
        // 60 requests x 2 statements x 20 pages, half of them cached, are 1,200 operations a second.
        RunResult result = run(
                60,
                DATABASE,
                ALONE + "{ iops: 1000, cacheHits: 50% }",
                "queries: 1, queryTime: 500us",
                "queries: 2, queryTime: 500us, pagesPerQuery: 20");

        assertEquals("database IOPS", first(result).limit());
        assertEquals(-10, first(result).headroom(), 2.5);
        assertEquals(List.of("database IOPS"), overloaded(result));
        assertEquals(1.2, result.overloads().getFirst().offered(), 0.03);
    }
}
