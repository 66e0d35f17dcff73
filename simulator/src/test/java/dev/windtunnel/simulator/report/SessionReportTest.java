package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.SessionOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions in what is written of a run. */
class SessionReportTest {

    private static final SessionOutcome SESSIONS =
            new SessionOutcome(1000, 800, 60, 90, 50, 5000, 250, 400, 120, 95_000, List.of(0L, 475L, 285L, 0L, 190L));

    private static RunResult day(SessionOutcome sessions) {
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
                List.of(),
                List.of(),
                sessions);
    }

    private static RunResult read(byte[] written) throws IOException {
        return ResultsJson.read(new ByteArrayInputStream(written), "results.json");
    }

    @Test
    void knowsMeansAndQuantiles() {
        assertEquals(950, SESSIONS.ended());
        assertEquals(100, SESSIONS.meanSeconds());
        assertEquals((475 + 2 * 285 + 4 * 190) / 950.0, SESSIONS.meanPages());
        assertEquals(1, SESSIONS.pagesAt(0.5));
        assertEquals(2, SESSIONS.pagesAt(0.51));
        assertEquals(4, SESSIONS.pagesAt(0.99));
        assertEquals(0, SessionOutcome.NONE.meanPages());
    }

    @Test
    void standsInResultsJsonAsTheSchemaSays() throws IOException {
        byte[] written = ResultsJsonTest.write(day(SESSIONS));

        JsonNode schema = new ObjectMapper().readTree(Files.readString(Path.of("..", "docs", "results.schema.json")));
        assertEquals(List.of(), SchemaCheck.violations(schema, new ObjectMapper().readTree(written)));
        assertEquals(day(SESSIONS), read(written));
    }

    @Test
    void isLeftOutWhereTrafficHasNone() throws IOException {
        JsonNode written = new ObjectMapper().readTree(ResultsJsonTest.write(day(SessionOutcome.NONE)));

        assertFalse(written.has("sessions"));
        assertFalse(MarkdownSummary.write(ExampleDay.input()).contains("Sessions"));
        assertFalse(HtmlReport.write(ExampleDay.input()).contains("id=\"sessions\""));
    }

    @Test
    void isToldOnThePageAndInTheSummary() {
        ReportInput input = ExampleDay.input(day(SESSIONS), ExampleDay.scenario());

        String summary = MarkdownSummary.write(input);
        String page = HtmlReport.write(input);

        assertTrue(summary.contains("| Users who left after a failed page | 90 | 9.0% |"), summary);
        assertTrue(summary.contains("| **All sessions that began** | **1,000** | **100.0%** |"), summary);
        assertTrue(summary.contains("| Pages in time | 4,350 | 87.0% |"), summary);
        assertTrue(page.contains("id=\"sessions\""));
        assertTrue(page.contains("Users who left after a slow page"));
    }

    @Test
    void addsUp() {
        String sentence = new SessionReport(SESSIONS).sentence();

        assertEquals("1,000 began; 150 users left early (15.0%)", sentence);
    }
}
