package dev.windtunnel.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.trace.RequestLogReader.NamedFile;
import dev.windtunnel.model.unit.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log with columns that came after this reader was written is read, and the reader says so. */
class FurtherFieldsTest {

    private static final String AT = "2026-11-27T09:30:00.000000Z";
    private static final String GET_ITEM = "GET https://shop.example:443/items/7 HTTP/2.0";
    private static final String COMBINED =
            "203.0.113.9 - - [27/Nov/2026:09:30:00 +0000] \"GET /items/7 HTTP/1.1\" 200 512 \"-\" \"curl\"";

    @TempDir
    private Path folder = Path.of("");

    private LinesRead read(TraceFormat format, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("access.log"), String.join("\n", lines));
        PathPatterns endpoints = new PathPatterns(List.of(new PathPatterns.Route("item", "GET", "/items/{id}")));
        return RequestLogReader.read(
                        List.of(new NamedFile(file, "access.log")),
                        new RequestLogReader.Question(
                                "access.log",
                                format,
                                Instant.parse("2026-11-27T09:00:00Z"),
                                Duration.ofHours(1),
                                Share.parse("1%"),
                                false,
                                endpoints))
                .linesRead();
    }

    @Test
    void areCountedAndTheFirstIsNamed() throws IOException {
        LinesRead lines = read(
                TraceFormat.ALB,
                LogLines.alb34(AT, GET_ITEM),
                LogLines.alb34(AT, GET_ITEM) + " new",
                LogLines.alb34(AT, GET_ITEM) + " a b");

        assertEquals(3, lines.used());
        assertEquals(2, lines.further());
        assertEquals(
                "2 lines with more fields than are known, which were not read; the first has 35 at access.log:2",
                lines.brief().getLast());
    }

    @Test
    void areThoseBehindTheUserAgentOfACombinedLog() throws IOException {
        LinesRead lines = read(TraceFormat.COMBINED, COMBINED, COMBINED + " 0.012");

        assertEquals(2, lines.used());
        assertEquals(1, lines.further());
    }
}
