package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.trace.CountTrace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the AWS CLI prints for a metric, replayed. */
final class CloudWatchJsonTest {

    private static final String STATISTICS = """
            {
              "Label": "RequestCount",
              "Datapoints": [
                { "Timestamp": "2026-12-01T09:02:00+00:00", "Sum": 7.0, "Unit": "Count" },
                { "Timestamp": "2026-12-01T09:00:00+00:00", "Sum": 5.0, "Unit": "Count" },
                { "Timestamp": "2026-12-01T09:01:00Z", "Sum": 6.0, "Unit": "Count" },
                { "Timestamp": "2026-12-01T10:04:00+01:00", "Sum": 1.2E3, "Unit": "Count" }
              ]
            }
            """;

    /** Two pages of an answer, as the AWS CLI puts them together, newest first. */
    private static final String DATA = """
            {
              "MetricDataResults": [
                {
                  "Id": "m1", "Label": "RequestCount",
                  "Timestamps": ["2026-12-01T09:04:00+00:00", "2026-12-01T09:02:00+00:00"],
                  "Values": [1200.0, 7.0],
                  "StatusCode": "PartialData"
                },
                {
                  "Id": "m1", "Label": "RequestCount",
                  "Timestamps": ["2026-12-01T09:01:00+00:00", "2026-12-01T09:00:00+00:00"],
                  "Values": [6.0, 5.0],
                  "StatusCode": "Complete"
                }
              ],
              "Messages": []
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    private Draft replay(String json, String more) throws IOException {
        Files.writeString(folder.resolve("metric.json"), json);
        return Draft.in(folder)
                .scenario(
                        "  users: { daily: 5000, think: lognormal(median 33s, cv 1.2) }",
                        "  replay: { trace: metric.json, from: 2026-12-01T09:00:00Z, gaps: zero" + more + " }")
                .scenario("duration: 24h", "duration: 5m")
                .scenario("at: 20:15", "at: +1m");
    }

    private static void assertFiveMinutes(CountTrace trace) {
        assertEquals(Instant.parse("2026-12-01T09:00:00Z"), trace.start());
        assertEquals(Duration.ofMinutes(1), trace.step());
        assertEquals(
                List.of(5L, 6L, 7L, CountTrace.MISSING, 1200L),
                IntStream.range(0, trace.size()).mapToObj(trace::count).toList());
    }

    @Test
    void readsStatisticsInWhateverOrderTheyCome() throws IOException {
        assertFiveMinutes(replay(STATISTICS, "").read().trace().orElseThrow());
    }

    @Test
    void readsDataNewestFirstAndPagesPutTogether() throws IOException {
        assertFiveMinutes(replay(DATA, "").read().trace().orElseThrow());
    }

    @Test
    void takesTheFormatByItsNameTooAndWithAByteOrderMark() throws IOException {
        assertFiveMinutes(replay("\uFEFF\n" + STATISTICS, ", format: cloudwatch")
                .read()
                .trace()
                .orElseThrow());
    }

    @Test
    void unpacksGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(DATA.getBytes(StandardCharsets.UTF_8));
        }
        Draft draft = replay("", "");
        Files.write(folder.resolve("metric.json"), packed.toByteArray());

        assertFiveMinutes(draft.read().trace().orElseThrow());
    }

    /** Twenty weeks of minutes on one line are twelve megabytes; an error in them shows a piece. */
    @Test
    void readsMoreThanAYamlFileMayHoldAndShowsAPieceOfItsOnlyLine() throws IOException {
        StringBuilder times = new StringBuilder();
        StringBuilder values = new StringBuilder();
        Instant first = Instant.parse("2026-12-01T09:00:00Z");
        for (int minute = 200_000; minute >= 0; minute--) {
            times.append('"').append(first.plusSeconds(minute * 60L)).append(minute == 0 ? "\"" : "\", ");
            values.append(minute).append(minute == 0 ? ".0" : ".0, ");
        }
        String json = "{\"MetricDataResults\": [{\"Id\": \"m\", \"Timestamps\": [" + times + "], \"Values\": [" + values
                + "]}]}";

        CountTrace trace = replay(json, "").read().trace().orElseThrow();
        String refused = replay(json.replace(" 777.0,", " 777.5,"), "")
                .problems()
                .getFirst()
                .print();

        assertEquals(200_001, trace.size());
        assertEquals(4, trace.count(4));
        assertTrue(refused.contains("expected a whole number of requests, found '777.5'"), refused);
        assertTrue(refused.length() < 1000, "an error of " + refused.length() + " characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Sum": 5.0            | "Average": 5.0      | metric.json:5:5: error: a count is the 'Sum' of an interval, found Timestamp, Average, Unit
            "Sum": 5.0            | "Sum": 5.5          | metric.json:5:56: error: expected a whole number of requests
            "Sum": 5.0            | "Sum": -5           | metric.json:5:56: error: expected a whole number of requests
            "Sum": 5.0            | "Sum": "5"          | metric.json:5:56: error: expected a number
            T09:00:00+00:00       | T09:00:00           | metric.json:5:20: error: expected a time such as
            T09:00:00+00:00       | T09:00:00.5Z        | metric.json:5:20: error: expected a whole second such as
            T09:00:00+00:00       | T09:02:00+00:00     | metric.json:5:1: error: a second count for 2026-12-01T09:02:00Z, the first one is in line 4
            T10:04:00+01:00       | T10:04:30+01:00     | metric.json:7:1: error: the step of the trace is 60 s
            "Count" }             | "Seconds" }         | metric.json:4:69: error: expected a metric that counts, of the unit Count
            "Datapoints"          | "Points"            | metric.json:1:1: error: expected 'Datapoints' of get-metric-statistics or 'MetricDataResults' of get-metric-data
            "RequestCount",       | "RequestCount"      | metric.json:3:3: error: not valid JSON
            """)
    void saysWhereStatisticsAreNoCounts(String piece, String by, String problem) throws IOException {
        String spoiled = replaced(STATISTICS, piece, by);

        List<String> printed = replay(spoiled, "").printed();

        assertTrue(printed.getFirst().startsWith(problem), () -> printed.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "StatusCode": "Complete"  | "StatusCode": "PartialData"   | metric.json:13:21: error: expected the status Complete, found PartialData
            "StatusCode": "Complete"  | "StatusCode": "Forbidden"     | metric.json:13:21: error: expected the status Complete, found Forbidden
            "PartialData"             | "InternalError"               | metric.json:7:21: error: expected the status Complete, found InternalError
            "Messages": []            | "NextToken": "abc"            | metric.json:16:16: error: the answer goes on behind this token
            [6.0, 5.0]                | [6.0]                         | metric.json:9:5: error: expected a value for each timestamp, found 2 timestamps and 1 values
            "m1", "Label"             | "m2", "Label"                 | metric.json:2:24: error: expected one metric, found m2, m1
            """)
    void saysWhereDataAreUnfinishedOrOfSeveralMetrics(String piece, String by, String problem) throws IOException {
        List<String> printed = replay(replaced(DATA, piece, by), "").printed();

        assertTrue(printed.getFirst().startsWith(problem), () -> printed.toString());
    }

    @Test
    void refusesAnAnswerWithoutPoints() throws IOException {
        assertEquals(
                "metric.json: error: the metric has no points",
                replay("{\"Label\": \"RequestCount\", \"Datapoints\": []}", "").onlyProblem());
    }

    private static String replaced(String text, String piece, String by) {
        int at = text.indexOf(piece);
        assertTrue(at >= 0, piece);
        return text.substring(0, at) + by + text.substring(at + piece.length());
    }
}
