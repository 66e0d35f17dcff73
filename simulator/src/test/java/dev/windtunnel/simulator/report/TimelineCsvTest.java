package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineCsvTest {

    private static final RunResult DAY = ExampleDay.result();

    @Test
    void beginsEachRowWithTheLocalMinuteAndItsOffset() throws IOException {
        List<String> rows = rows(DAY);

        assertEquals("minute_start,metric,labels,value,unit", rows.getFirst());
        assertEquals("2026-11-27T00:00:00+01:00,requests.arrived,,1703,1", rows.get(1));
        assertTrue(rows.contains("2026-11-27T20:14:00+01:00,pods.ready,workload=backend;zone=a,6,1"));
    }

    @Test
    void keepsTheTotalToTheRequest() throws IOException {
        long failed = sum(rows(DAY), ",requests.failed,view=client,");
        long byCause = sum(rows(DAY), ",requests.failed.by_cause,view=client;");

        assertEquals(DAY.arrived(), sum(rows(DAY), ",requests.arrived,"));
        assertEquals(
                DAY.minutes().stream()
                        .map(MinuteOutcome::client)
                        .mapToLong(client -> client.failedTotal())
                        .sum(),
                failed);
        assertEquals(failed, byCause);
    }

    @Test
    void quotesWhatWouldBreakARow() throws IOException {
        List<String> rows = rows(Nasty.input("a,\"b\"").result());

        assertTrue(rows.stream().anyMatch(row -> row.contains("cpu.utilization,\"workload=a,\"\"b\"\"\",")));
    }

    private static long sum(List<String> rows, String part) {
        return rows.stream()
                .filter(row -> row.contains(part))
                .mapToLong(row -> Long.parseLong(row.split(",", -1)[3]))
                .sum();
    }

    private static List<String> rows(RunResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TimelineCsv.write(result, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
