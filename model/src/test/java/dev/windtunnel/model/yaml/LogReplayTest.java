package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.workload.TrafficSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay of a log, and the other words of traffic that are new with it. */
final class LogReplayTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writesALogOfTwoRequestsAndABadLine() throws IOException {
        Files.writeString(folder.resolve("access.log"), """
                h - - [27/Nov/2026:09:10:00 +0000] "GET /items HTTP/1.1" 200 10
                h - - [27/Nov/2026:09:20:00 +0000] "GET /favicon.ico HTTP/1.1" 200 10
                nonsense
                """);
    }

    private Draft traffic(String words) {
        return Draft.in(folder)
                .scenario("  users: { daily: 5000, think: lognormal(median 33s, cv 1.2) }", "  " + words)
                .scenario("duration: 24h", "duration: 1h")
                .scenario("at: 20:15", "at: +1m");
    }

    private Draft replay(String more) {
        return traffic("replay: { trace: access.log, from: 2026-11-27T09:00:00Z" + more + " }");
    }

    @Test
    void tellsTheFormatByTheFileAndMatchesTheArchitecturesEndpoints() {
        LoadedScenario loaded = replay(", malformed: 50%").read();

        assertTrue(loaded.trace().isEmpty());
        var log = loaded.log().orElseThrow();
        assertEquals("list", log.endpoints().get(log.endpoint(0)));
        assertEquals(1, log.linesRead().unmatched());
        assertEquals(1, log.linesRead().malformed());
    }

    @Test
    void refusesMoreMalformedLinesThanAreAllowed() {
        assertEquals(2, replay("").problems().size());
        assertTrue(
                replay("").printed().toString().contains("access.log:3:1: error: expected 7 fields or more, found 1"));
    }

    @Test
    void refusesAFormatThatTheFileHasNot() {
        assertTrue(replay(", format: alb").printed().toString().contains("access.log:1:1: error: expected 25 fields"));
        assertTrue(
                replay(", format: counts").printed().toString().contains("access.log:1:1: error: expected the header"));
        assertTrue(replay(", format: csv").onlyProblem().contains("expected one of counts, alb, combined, cloudwatch"));
    }

    @Test
    void pointsAtTheKeyThatNamesAMissingLog() {
        assertEquals(
                "day.yaml:9:20: error: there is no file acces.log (at traffic.replay.trace); did you mean 'access.log'?",
                traffic("replay: { trace: acces.log, from: 2026-11-27T09:00:00Z }")
                        .onlyProblem());
    }

    @Test
    void changesItsHashWithTheLog() throws IOException {
        String before = replay(", malformed: 50%").read().inputHash();
        Path log = folder.resolve("access.log");
        Files.writeString(log, Files.readString(log).replace("200 10", "200 11"));

        assertNotEquals(before, replay(", malformed: 50%").read().inputHash());
    }

    @Test
    void refusesANoiseThatIsNone() {
        assertTrue(
                traffic("users: { daily: 5, noise: { cv: 2 } }").onlyProblem().contains("cv lies between 0 and 1"));
        assertTrue(traffic("users: { daily: 5, noise: { cv: 0.1, correlation: 9s } }")
                .onlyProblem()
                .contains("correlation lies between 10s and 24h, found 9s"));
    }

    @Test
    void readsStagesOfARate() {
        var rate = (TrafficSource.Stages) traffic("rate: { stages: [{ duration: 5m, target: 50/s }], spacing: even }")
                .read()
                .scenario()
                .traffic();

        assertEquals(50, rate.stages().getFirst().target().perSecond());
        assertEquals(TrafficSource.Stages.Spacing.EVEN, rate.spacing());
        assertTrue(traffic("rate: { stages: [] }").onlyProblem().contains("stages is not empty"));
    }
}
