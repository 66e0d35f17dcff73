package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.trace.CountTrace;
import dev.windtunnel.model.trace.CountTraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ShippedScenariosTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    private static final KnownNames KNOWN = KnownNames.of(Catalog.embedded());

    private static LoadedScenario read(String file, String... overrides) {
        return ScenarioReader.read(SCENARIOS.resolve(file), List.of(overrides), KNOWN);
    }

    private static long total(CountTrace trace) {
        return LongStream.range(0, trace.size()).map(i -> trace.count((int) i)).sum();
    }

    @Test
    void replaysTheLaunchDayToTheRequest() {
        LoadedScenario day = read("innovate-inc/launch-day.yaml");

        CountTrace trace = day.trace().orElseThrow();
        assertEquals(86_400, trace.size());
        assertEquals(134_203, total(trace));
        assertEquals(Instant.parse("2026-11-27T05:00:00Z"), day.start());
        assertEquals(
                day.environment().database().primaryZone(),
                ((dev.windtunnel.model.fault.Fault.AzLoss)
                                day.scenario().timeline().getFirst().fault())
                        .zone());
    }

    @Test
    void losesTheZoneInTheBusiestFortyMinutesOfTheLaunchDay() {
        LoadedScenario day = read("innovate-inc/launch-day.yaml");
        CountTrace trace = day.trace().orElseThrow();

        long lost = day.time().nanosAt(day.scenario().timeline().getFirst().at()) / 1_000_000_000L;

        int busiest = 0;
        long most = 0;
        for (int minute = 0; minute <= 1400; minute++) {
            long sum = LongStream.range(minute * 60L, (minute + 40) * 60L)
                    .map(i -> trace.count((int) i))
                    .sum();
            busiest = sum > most ? minute : busiest;
            most = Math.max(most, sum);
        }
        assertEquals(busiest * 60L, lost);
        assertEquals(9_996, most);
    }

    @Test
    void replaysTheWorldCupDayToTheRequest() {
        LoadedScenario day = read("innovate-inc/world-cup.yaml");

        CountTrace trace = day.trace().orElseThrow();
        assertEquals(1_440, trace.size());
        assertEquals(48_989_590, total(trace));
        assertEquals(Instant.parse("2026-06-23T00:00:00Z"), day.start());
    }

    @Test
    void losesTheZoneAQuarterOfAnHourBeforeThePeakMinute() {
        LoadedScenario day = read("innovate-inc/world-cup.yaml");
        CountTrace trace = day.trace().orElseThrow();

        long lostMinute =
                day.time().nanosAt(day.scenario().timeline().getFirst().at()) / 60_000_000_000L;

        long peak = LongStream.range(0, trace.size())
                .map(i -> trace.count((int) i))
                .max()
                .orElseThrow();
        assertEquals(169_010, peak);
        assertEquals(peak, trace.count((int) lostMinute + 15));
    }

    @Test
    void shipsTheOpeningDayOfTheWorldCup() {
        Path file = SCENARIOS.resolve("traces/worldcup98-1998-06-10-1min.csv.gz");

        CountTrace trace = CountTraceReader.read(file, "trace", Position.of("test"));

        assertEquals(1_440, trace.size());
        assertEquals(52_291_414, total(trace));
    }

    @Test
    void readsTheSmallestScenario() {
        LoadedScenario hour = read("minimal/scenario.yaml");

        assertTrue(hour.trace().isEmpty());
        assertEquals(1, hour.environment().workloads().size());
    }

    @Test
    void holdsAllFiveAccountsAndTheThreeEnvironmentsApart() {
        Architecture design = ArchitectureReader.read(SCENARIOS.resolve("innovate-inc/architecture.yaml"), KNOWN);

        assertEquals(
                List.of("shared-services", "security", "dev", "stage", "prod"),
                design.organization().accounts().stream()
                        .map(account -> account.name())
                        .toList());
        assertEquals(
                List.of("dev 10.10.0.0/16 1", "stage 10.20.0.0/16 1", "prod 10.30.0.0/16 3"),
                design.environments().stream()
                        .map(e ->
                                e.name() + " " + e.vpc().cidr() + " " + e.vpc().natGateways())
                        .toList());
    }

    @Test
    void asksEveryEnvironmentTheSameQuestion() {
        for (String environment : List.of("dev", "stage", "prod")) {
            assertEquals(
                    environment,
                    read("innovate-inc/launch-day.yaml", "environment=" + environment, "timeline=[]")
                            .environment()
                            .name());
        }
    }

    @Test
    void saysInItsFirstLinesWhichSchemaAndWhatEachFileIs() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                List<String> lines = Files.readAllLines(file);
                String schema = lines.get(0).replace("# yaml-language-server: $schema=", "");
                assertTrue(schema.matches("(\\.\\./)+docs/schema/[a-z-]+\\.schema\\.json"), file + ": " + lines.get(0));
                assertTrue(Files.isRegularFile(file.resolveSibling(schema)), file + " names " + schema);
                assertTrue(lines.get(1).matches("# [A-Z].{20,}\\."), file + ": " + lines.get(1));
            }
        }
    }

    @Test
    void refusesAReplayOutsideItsTraceOrOffItsStep() {
        assertEquals(
                "../scenarios/innovate-inc/world-cup.yaml:22:11: error: the replayed window 1998-06-23T00:00:00Z to"
                        + " 1998-06-24T01:00:00Z lies outside ../scenarios/traces/worldcup98-1998-06-23-1min.csv.gz, which holds"
                        + " 1998-06-23T00:00:00Z to 1998-06-24T00:00:00Z (at traffic.replay.from); move 'from' or shorten 'duration'",
                firstLine("innovate-inc/world-cup.yaml", "duration=25h"));
        assertEquals(
                "--set traffic.replay.from: error: 'from' is the start of an interval of the trace, whose step is 1m, found"
                        + " 1998-06-23T00:00:30Z (at traffic.replay.from)",
                firstLine("innovate-inc/world-cup.yaml", "traffic.replay.from=1998-06-23T00:00:30Z", "duration=23h"));
    }

    private static String firstLine(String file, String... overrides) {
        try {
            read(file, overrides);
            return "";
        } catch (dev.windtunnel.model.problem.InputRejected rejected) {
            return rejected.problems().getFirst().print().lines().findFirst().orElse("");
        }
    }
}
