package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.trace.CountPoints;
import dev.windtunnel.model.trace.CountTrace;
import dev.windtunnel.model.trace.TraceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts from the JSON that the AWS CLI prints (workload sheet, section 13): {@code get-metric-statistics --statistics Sum},
 * whose points come in no order, and {@code get-metric-data}, whose points come newest first and whose pages repeat the
 * metric's Id. CloudWatch has no point for an interval without requests: such an interval is missing, not zero.
 */
final class CloudWatchJson {

    /** A call gives at most 100,800 points of some sixty bytes; a few calls may be put together. */
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final String EXPECTED =
            "'Datapoints' of get-metric-statistics or 'MetricDataResults' of get-metric-data";

    private CloudWatchJson() {}

    /** Whether a file begins like JSON. */
    static boolean isJson(Path file) {
        try (InputStream in = TraceFiles.open(file)) {
            int first = in.read();
            while (first == ' ' || first == '\t' || first == '\n' || first == '\r' || first >= 0x80) {
                first = in.read(); // Above 0x80 stands nothing but the byte order mark, if it is JSON.
            }
            return first == '{';
        } catch (IOException unreadable) {
            return false; // Its reader says so.
        }
    }

    /**
     * Reads a file, plain or gzip.
     *
     * @throws InputRejected if it is not such JSON, holds several metrics, is cut off, or its values are no counts
     */
    static CountTrace read(Path file, String name) {
        JsonValue root = JsonValue.read(name, bytes(file, name), MAX_BYTES);
        if (root.has("NextToken")) {
            throw root.get("NextToken").rejected("the answer goes on behind this token", "fetch the other pages too");
        }
        CountPoints points = new CountPoints(name);
        if (root.has("Datapoints")) {
            root.get("Datapoints").elements().forEach(point -> add(point, points));
        } else if (root.has("MetricDataResults")) {
            results(root.get("MetricDataResults"), points);
        } else {
            throw root.expected(EXPECTED);
        }
        return points.toTrace();
    }

    private static byte[] bytes(Path file, String name) {
        try (InputStream in = TraceFiles.open(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException broken) {
            throw new InputRejected(
                    Problem.at(Position.of(name), "", "the file cannot be read to its end: " + broken.getMessage()));
        }
    }

    /** A point of get-metric-statistics. */
    private static void add(JsonValue point, CountPoints points) {
        String unit = point.find("Unit").map(JsonValue::text).orElse("None");
        if (!unit.equals("Count") && !unit.equals("None")) {
            throw point.get("Unit").expected("a metric that counts, of the unit Count");
        }
        if (!point.has("Sum")) {
            throw point.rejected(
                    "a count is the 'Sum' of an interval, found " + String.join(", ", point.keys()),
                    "ask for --statistics Sum");
        }
        points.add(
                second(point.get("Timestamp")),
                count(point.get("Sum")),
                point.position().line());
    }

    private static void results(JsonValue written, CountPoints points) {
        List<JsonValue> results = written.elements();
        List<String> metrics = results.stream()
                .map(result -> result.get("Id").text())
                .distinct()
                .toList();
        if (metrics.size() != 1) {
            throw written.rejected(
                    "expected one metric, found " + (metrics.isEmpty() ? "none" : String.join(", ", metrics)),
                    "keep the one that counts requests");
        }
        for (JsonValue result : results) {
            List<JsonValue> times = result.get("Timestamps").elements();
            List<JsonValue> values = result.get("Values").elements();
            if (times.size() != values.size()) {
                throw result.rejected(
                        "expected a value for each timestamp, found " + times.size() + " timestamps and "
                                + values.size() + " values",
                        null);
            }
            for (int i = 0; i < times.size(); i++) {
                JsonValue time = times.get(i);
                points.add(second(time), count(values.get(i)), time.position().line());
            }
        }
        // Pages of an answer are partial but for the last one.
        results.getLast().find("StatusCode").ifPresent(CloudWatchJson::refuseUnfinished);
        Stream<JsonValue> codes = results.stream().flatMap(result -> result.find("StatusCode").stream());
        codes.filter(code -> !code.text().equals("PartialData")).forEach(CloudWatchJson::refuseUnfinished);
    }

    private static void refuseUnfinished(JsonValue code) {
        if (!code.text().equals("Complete")) {
            throw code.rejected(
                    "expected the status Complete, found " + code.text(),
                    code.text().equals("PartialData") ? "fetch the other pages too" : null);
        }
    }

    private static long second(JsonValue time) {
        try {
            OffsetDateTime instant = OffsetDateTime.parse(time.text());
            if (instant.getNano() == 0) {
                return instant.toEpochSecond();
            }
        } catch (DateTimeException notATime) {
            throw time.expected("a time such as 2026-11-27T09:25:00+00:00");
        }
        throw time.expected("a whole second such as 2026-11-27T09:25:00+00:00");
    }

    private static long count(JsonValue value) {
        double count = value.number();
        if (count < 0 || count != Math.rint(count) || count > 1e15) {
            throw value.expected("a whole number of requests");
        }
        return (long) count;
    }
}
