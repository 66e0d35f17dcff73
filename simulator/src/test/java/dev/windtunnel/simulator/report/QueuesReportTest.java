package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.QueueOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.SparseHistogram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is told of queues, and that nothing is told where there are none. */
class QueuesReportTest {

    private static final RunResult RESULT = withQueues(ExampleDay.result());
    private static final ReportInput INPUT = ExampleDay.input(RESULT, ExampleDay.scenario());

    private static RunResult withQueues(RunResult day) {
        LatencyHistogram latency = new LatencyHistogram();
        for (int i = 0; i < 900; i++) {
            // Microseconds: half a minute.
            latency.record(30_000_000);
        }
        List<Series> series = new ArrayList<>(day.series());
        List<Double> ages = new ArrayList<>(Collections.nCopies(ExampleDay.MINUTES, 5.0));
        ages.set(61, 600.0);
        series.add(new Series("queue.age", "s", new TreeMap<>(Map.of("queue", "orders")), ages));
        return new RunResult(
                day.provenance(),
                day.axis(),
                day.endpoints(),
                day.minutes(),
                series,
                day.faults(),
                day.journal(),
                day.ledger(),
                day.engine(),
                List.of(),
                List.of(
                        new QueueOutcome(
                                "orders",
                                "orders-dead",
                                1_000,
                                0,
                                900,
                                10,
                                20,
                                60,
                                7,
                                3,
                                new QueueOutcome.Work(1_100, 100, 5, 90, 4, 1_500, 400, 3_405),
                                SparseHistogram.of(latency)),
                        new QueueOutcome(
                                "orders-dead",
                                "",
                                0,
                                20,
                                0,
                                0,
                                0,
                                20,
                                0,
                                0,
                                new QueueOutcome.Work(0, 0, 0, 0, 0, 0, 0, 0),
                                SparseHistogram.EMPTY)),
                day.sessions());
    }

    @Test
    void survivesBeingWrittenAndRead() throws IOException {
        byte[] json = ResultsJsonTest.write(RESULT);

        assertEquals(RESULT, ResultsJson.read(new ByteArrayInputStream(json), "results.json"));
        String without = new String(ResultsJsonTest.write(ExampleDay.result()), StandardCharsets.UTF_8);
        assertFalse(without.contains("\"queues\""));
    }

    @Test
    void keepsTheSchema() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        var schema = mapper.readTree(Files.readString(Path.of("..", "docs", "results.schema.json")));

        assertEquals(List.of(), SchemaCheck.violations(schema, mapper.readTree(ResultsJsonTest.write(RESULT))));
    }

    @Test
    void tellsTheScreenInOneLine() {
        String screen = TerminalSummary.print(INPUT, "r", false);

        assertTrue(
                screen.contains(
                        "Queue  orders: 900 of 1,000 messages done, oldest 600 s at 01:01, dead letters 20, expired 10"),
                screen);
        assertFalse(screen.contains("orders-dead"), screen);
    }

    @Test
    void tellsAllOfItInMarkdownAndOnThePage() {
        String markdown = MarkdownSummary.write(INPUT);
        String page = HtmlReport.write(INPUT);

        assertTrue(markdown.contains("### Queues") && markdown.contains("orders-dead"), markdown);
        assertTrue(markdown.contains("1,000") && markdown.contains("3,405"), markdown);
        assertTrue(page.contains("id=\"queues\"") && page.contains("href=\"#queues\""));
        assertTrue(page.contains("Age of the oldest message in orders"));
        assertFalse(page.contains("Age of the oldest message in orders-dead"));
    }

    @Test
    void saysNothingWhereThereAreNone() {
        String page = HtmlReport.write(ExampleDay.input());

        assertFalse(page.contains("#queues"));
        assertFalse(MarkdownSummary.write(ExampleDay.input()).contains("### Queues"));
    }
}
