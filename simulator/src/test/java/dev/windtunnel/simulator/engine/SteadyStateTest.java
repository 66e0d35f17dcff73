package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixed backend of the retry storm, which carries 300 requests a second, under an open load that does not retry. */
class SteadyStateTest {

    private static final String SCENARIO = """
            scenario: A load that is set
            architecture: architecture.yaml
            environment: prod
            start: 2026-03-02T00:00
            timezone: UTC
            duration: 20m
            traffic: { rate: { stages: [ { duration: 0s, target: RATE } ] } }
            seed: 7
            """;

    @TempDir
    private Path folder = Path.of("");

    private RunResult run(String traffic) throws IOException {
        return run(traffic, "", "");
    }

    private RunResult run(String traffic, String work, String instead) throws IOException {
        return run(traffic, work, instead, "20m");
    }

    private RunResult run(String traffic, String work, String instead, String duration) throws IOException {
        String architecture =
                Files.readString(ShippedRun.scenarios().resolve("innovate-inc/retry-storm-architecture.yaml"));
        assertTrue(architecture.contains(work), work);
        Files.writeString(folder.resolve("architecture.yaml"), architecture.replace(work, instead));
        Files.writeString(
                folder.resolve("scenario.yaml"),
                SCENARIO.replace("{ rate: { stages: [ { duration: 0s, target: RATE } ] } }", traffic)
                        .replace("duration: 20m", "duration: " + duration));
        return ShippedRun.run(folder.resolve("scenario.yaml").toAbsolutePath().toString(), List.of());
    }

    private static String rate(int perSecond) {
        return "{ rate: { stages: [ { duration: 0s, target: " + perSecond + "/s } ] } }";
    }

    @Test
    void isThereAtRho95() throws IOException {
        RunResult result = run(rate(285));

        assertEquals(List.of(), result.overloads());
        assertEquals(0.95, offered(result, "backend pods' CPU"), 0.01);
        assertEquals(285 * 0.0005 / 2, offered(result, "database CPU"), 0.01);
    }

    @Test
    void isNotThereAtRho1() throws IOException {
        List<Overload> overloads = of(run(rate(300)), "backend pods' CPU");

        int minutes = overloads.stream()
                .mapToInt(overload -> overload.untilMinute() - overload.fromMinute())
                .sum();
        assertTrue(minutes >= 10, overloads.toString());
        assertEquals(1, overloads.getFirst().offered(), 0.02);
    }

    @Test
    void isNotThereAtRho120() throws IOException {
        RunResult result = run(rate(360));

        List<Overload> cpu = of(result, "backend pods' CPU");
        assertEquals(1, cpu.size());
        assertTrue(cpu.getFirst().fromMinute() <= 1, cpu.toString());
        assertEquals(20, cpu.getFirst().untilMinute());
        assertEquals(1.2, cpu.getFirst().offered(), 0.02);
        assertEquals(List.of(), of(result, "database CPU"));
    }

    @Test
    void isMissingOnlyWhileTheLoadIsTooHigh() throws IOException {
        RunResult result = run("{ rate: { stages: [ { duration: 0s, target: 150/s }, { duration: 6m, target: 150/s },"
                + " { duration: 0s, target: 360/s }, { duration: 8m, target: 360/s },"
                + " { duration: 0s, target: 60/s }, { duration: 6m, target: 60/s } ] } }");

        List<Overload> cpu = of(result, "backend pods' CPU");
        assertEquals(1, cpu.size());
        assertEquals(6, cpu.getFirst().fromMinute());
        assertEquals(14, cpu.getFirst().untilMinute());
    }

    @Test
    void isSaidOfTheDatabaseWhereThatIsTheLimit() throws IOException {
        // 2 vCPU of 0.95 of the reference / 10 ms are 190 statements a second.
        RunResult result = run(
                rate(240),
                "cpu: \"lognormal(mean 20ms, cv 0.6)\", queries: 1, queryTime: 500us",
                "cpu: 2ms, queries: 1, queryTime: 10ms");

        assertEquals(1, of(result, "database CPU").size(), result.overloads().toString());
        assertEquals(240 / 190.0, of(result, "database CPU").getFirst().offered(), 0.02);
        assertEquals(List.of(), of(result, "backend pods' CPU"));
    }

    @Test
    void isAlwaysThereWhereUsersWaitForTheirAnswers() throws IOException {
        RunResult result = run("{ closed: { users: 2000, think: exponential(1s) } }");

        assertEquals(List.of(), result.overloads());
        assertTrue(result.series().stream().noneMatch(series -> series.metric().equals("traffic.intensity")));
    }

    @Test
    void isNotThereWhereSoManyUsersWaitThatTheyGiveUp() throws IOException {
        RunResult result = run("{ closed: { users: 20000, think: exponential(1s) } }", "", "", "6m");

        assertEquals(
                1, of(result, "backend pods' CPU").size(), result.overloads().toString());
        assertTrue(
                result.overloads().getFirst().offered() > 2, result.overloads().toString());
    }

    private static List<Overload> of(RunResult result, String limit) {
        return result.overloads().stream()
                .filter(overload -> overload.limit().equals(limit))
                .toList();
    }

    private static double offered(RunResult result, String limit) {
        return result.series().stream()
                .filter(series -> series.metric().equals("traffic.intensity")
                        && series.labels().containsValue(limit))
                .flatMap(series -> series.values().stream())
                .mapToDouble(value -> value)
                .average()
                .orElseThrow();
    }
}
