package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.result.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example day with a station that was offered too much for a while. */
final class OverloadReportTest {

    private static final Overload WORKERS = new Overload("backend workers", 1220, 1240, 1.37);

    private static RunResult day(List<Overload> overloads) {
        RunResult day = ExampleDay.result();
        return new RunResult(
                day.provenance(),
                day.axis(),
                day.endpoints(),
                day.minutes(),
                day.series(),
                day.faults(),
                day.journal(),
                day.ledger(),
                day.engine(),
                overloads,
                List.of(),
                day.sessions());
    }

    private static ReportInput input(Overload... overloads) {
        return ExampleDay.input(day(List.of(overloads)), ExampleDay.scenario());
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void isSaidOnTheScreenInThePullRequestAndOnThePage() {
        ReportInput input = input(WORKERS);

        for (String text : List.of(
                TerminalSummary.print(input, "report", false), MarkdownSummary.write(input), HtmlReport.write(input))) {
            assertTrue(
                    flat(text)
                            .contains(
                                    "No steady state: backend workers were offered 137.0% of what can be done from 20:20 to"
                                            + " 20:40."),
                    text);
        }
    }

    @Test
    void saysThatTheLoopOfUsersWhoWaitIsUnstable() {
        Scenario open = ExampleDay.scenario();
        Scenario closed = new Scenario(
                open.title(),
                open.architecture(),
                open.environment(),
                open.start(),
                open.timezone(),
                open.duration(),
                new TrafficSource.Closed(50_000, Distribution.parse("1s")),
                open.clients(),
                open.messages(),
                open.timeline(),
                open.objectives(),
                open.budget(),
                open.seed());

        String text = flat(MarkdownSummary.write(ExampleDay.input(day(List.of(WORKERS)), closed)));

        assertTrue(text.contains("Unstable closed loop: 50,000 users keep about 49,"), text);
        assertTrue(text.contains("backend workers were offered 137.0% of what can be done from 20:20 to 20:40"), text);
    }

    @Test
    void isNotSaidWithoutOne() {
        assertFalse(TerminalSummary.print(input(), "report", false).contains("steady state"));
    }

    @Test
    void namesThreeAndCountsTheOthers() {
        Overload[] five = Stream.generate(() -> WORKERS).limit(5).toArray(Overload[]::new);

        String text = MarkdownSummary.write(input(five));

        assertEquals(3, text.split("No steady state", -1).length - 1);
        assertTrue(text.contains("2 more such times are in results.json."), text);
    }

    @Test
    void standsInBothDocumentsForPrograms() throws IOException {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ResultsJson.write(day(List.of(WORKERS)), results);

        JsonNode whole = new ObjectMapper().readTree(results.toByteArray()).get("overloads");
        JsonNode verdict =
                new ObjectMapper().readTree(VerdictJson.write(input(WORKERS))).get("overloads");

        assertEquals(whole, verdict);
        assertEquals("backend workers", whole.get(0).get("limit").asText());
        assertEquals(1220, whole.get(0).get("fromMinute").asInt());
        assertEquals(1.37, whole.get(0).get("offered").asDouble());
    }
}
