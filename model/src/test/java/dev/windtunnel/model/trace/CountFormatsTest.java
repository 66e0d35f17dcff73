package dev.windtunnel.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.trace.RequestLogReader.NamedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts as other tools write them. */
final class CountFormatsTest {

    @TempDir
    private Path folder = Path.of("");

    private CountTrace read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        TraceFormat format = TraceFiles.formatOf(new NamedFile(file, "t.csv"));
        return CountTraceReader.read(file, "t.csv", Position.of("day.yaml"), format);
    }

    @ParameterizedTest
    @CsvSource({
        "'epoch,count', 1796115600, 1796115660",
        "'timestamp,requests,bytes', 1796115600000, 1796115660000",
        "'timestamp,requests', 2026-12-01T04:00:00-05:00, 2026-12-01T04:01:00-05:00",
        "'timestamp_utc,requests', 2026-12-01 09:00, 2026-12-01 09:01",
        "'time,count', 2026-12-01T09:00Z, 2026-12-01T10:01+01:00",
    })
    void takesTimestampsThatLeaveNoDoubt(String header, String first, String second) throws IOException {
        CountTrace trace = read(header + "\n" + first + ",5\n" + second + ",6\n");

        assertEquals(Instant.parse("2026-12-01T09:00:00Z"), trace.start());
        assertEquals(Duration.ofMinutes(1), trace.step());
        assertEquals(6, trace.count(1));
    }

    @Test
    void refusesATimestampWithoutZone() {
        InputRejected refused = assertThrows(
                InputRejected.class, () -> read("timestamp,requests\n2026-12-01 09:00,5\n2026-12-01 09:01,5\n"));

        assertEquals(
                "t.csv:2:1: error: expected a timestamp with its zone such as 2026-11-27T09:25-05:00, or seconds or"
                        + " milliseconds since 1970, found '2026-12-01 09:00'",
                refused.problems().getFirst().print().lines().findFirst().orElse(""));
    }

    @Test
    void readsAnExportOfTheCloudWatchConsole() throws IOException {
        CountTrace trace = read("""
                Full label,"RequestCount"
                Label,"RequestCount"
                Id,"m1"
                Statistic,"Sum"

                2026/12/01 09:00:00,"120.0"
                2026/12/01 09:05:00,"60"
                2026/12/01 09:15:00,"0.0"
                """);

        assertEquals(Instant.parse("2026-12-01T09:00:00Z"), trace.start());
        assertEquals(Duration.ofMinutes(5), trace.step());
        assertEquals(
                List.of(120L, 60L, CountTrace.MISSING, 0L),
                List.of(trace.count(0), trace.count(1), trace.count(2), trace.count(3)));
    }

    @Test
    void refusesAnExportOfAverages() {
        InputRejected refused = assertThrows(
                InputRejected.class,
                () -> read("Label,\"RequestCount\"\n2026/12/01 09:00:00,\"1.5\"\n2026/12/01 09:05:00,\"2\"\n"));

        assertEquals(
                "t.csv:2:21: error: expected a whole number of requests, found '1.5'",
                refused.problems().getFirst().print().lines().findFirst().orElse(""));
    }

    @Test
    void tellsTheFormatsApart() {
        assertEquals(TraceFormat.COUNTS, TraceFormat.of("timestamp_utc,requests"));
        assertEquals(TraceFormat.ALB, TraceFormat.of(LogLines.get("10:00.000", "/")));
        assertEquals(
                TraceFormat.COMBINED, TraceFormat.of("h - - [27/Nov/2026:09:00:10 +0000] \"GET / HTTP/1.1\" 200 1"));
        assertEquals(TraceFormat.CLOUDWATCH, TraceFormat.of("2026/12/01 09:00:00,\"1\""));
    }
}
