package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.trace.CountTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay and the trace it names. */
final class ReplayTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writesATraceOfAnHourThatLacksTwoMinutes() throws IOException {
        StringBuilder csv = new StringBuilder("timestamp_utc,requests\n");
        for (int minute = 0; minute < 60; minute++) {
            if (minute != 30 && minute != 31) {
                csv.append("1998-06-23T15:")
                        .append(minute < 10 ? "0" : "")
                        .append(minute)
                        .append("Z,100\n");
            }
        }
        Files.writeString(folder.resolve("trace.csv"), csv);
    }

    private Draft replay(String from, String duration, String more) {
        return Draft.in(folder)
                .scenario(
                        "  users: { daily: 5000, think: lognormal(median 33s, cv 1.2) }",
                        "  replay:\n    trace: trace.csv\n    from: " + from + more)
                .scenario("duration: 24h", "duration: " + duration)
                .scenario("at: 20:15", "at: +1m");
    }

    @Test
    void plays() {
        CountTrace trace =
                replay("1998-06-23T17:00:00+02:00", "30m", "").read().trace().orElseThrow();

        assertEquals(60, trace.size());
        assertEquals(100, trace.count(29));
    }

    @Test
    void refusesGapsInsideTheWindow() {
        assertEquals(
                "day.yaml:11:11: error: 2 intervals of the replayed window have no row in trace.csv, the first at"
                        + " 1998-06-23T15:30:00Z (at traffic.replay.from); unknown is not zero; write 'gaps: zero' if it is",
                replay("1998-06-23T15:00:00Z", "1h", "").onlyProblem());
        assertTrue(replay("1998-06-23T15:31:00Z", "5m", "").onlyProblem().contains("1 interval of"));
    }

    @Test
    void allowsGapsOutsideTheWindowAndThoseCalledZero() {
        assertEquals(0, replay("1998-06-23T15:32:00Z", "28m", "").problems().size());
        assertEquals(
                0,
                replay("1998-06-23T15:00:00Z", "1h", "\n    gaps: zero")
                        .problems()
                        .size());
    }

    @Test
    void refusesAWindowThatTheTraceDoesNotHold() {
        assertEquals(
                "day.yaml:11:11: error: the replayed window 1998-06-23T14:59:00Z to 1998-06-23T15:09:00Z lies outside trace.csv,"
                        + " which holds 1998-06-23T15:00:00Z to 1998-06-23T16:00:00Z (at traffic.replay.from); move 'from' or shorten"
                        + " 'duration'",
                replay("1998-06-23T14:59:00Z", "10m", "").onlyProblem());
    }

    @Test
    void namesTheLineOfTheTraceThatIsWrong() throws IOException {
        Files.writeString(
                folder.resolve("trace.csv"), "timestamp_utc,requests\n1998-06-23T15:00Z,1\n1998-06-23T15:01Z,one\n");

        assertEquals(
                "trace.csv:3:19: error: expected a whole number of requests, found 'one'",
                replay("1998-06-23T15:00:00Z", "2m", "").onlyProblem());
    }

    @Test
    void pointsAtTheKeyThatNamesAMissingTrace() throws IOException {
        Files.delete(folder.resolve("trace.csv"));
        Files.writeString(folder.resolve("traces.csv"), "");

        assertEquals(
                "day.yaml:10:12: error: there is no file trace.csv (at traffic.replay.trace); did you mean 'traces.csv'?",
                replay("1998-06-23T15:00:00Z", "2m", "").onlyProblem());
    }

    @Test
    void changesItsHashWithTheTrace() throws IOException {
        String before = replay("1998-06-23T15:00:00Z", "30m", "").read().inputHash();
        Path trace = folder.resolve("trace.csv");
        Files.writeString(trace, Files.readString(trace).replace("15:00Z,100", "15:00Z,101"));

        String after = replay("1998-06-23T15:00:00Z", "30m", "").read().inputHash();

        assertTrue(!before.equals(after));
    }
}
