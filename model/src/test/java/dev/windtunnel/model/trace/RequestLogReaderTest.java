package dev.windtunnel.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.trace.RequestLogReader.NamedFile;
import dev.windtunnel.model.unit.Share;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestLogReaderTest {

    private static final Instant NINE = Instant.parse("2026-11-27T09:00:00Z");
    private static final PathPatterns ENDPOINTS = new PathPatterns(List.of(
            new PathPatterns.Route("item", "GET", "/items/{id}"),
            new PathPatterns.Route("order", "POST", "/orders"),
            new PathPatterns.Route("static", "GET", "/static/*")));
    private static final String GET_ITEM = "GET https://shop.example:443/items/7 HTTP/2.0";

    @TempDir
    private Path folder = Path.of("");

    private TraceFormat format = TraceFormat.ALB;
    private Share malformed = Share.parse("50%");
    private boolean refusesUnmatched;

    private RequestLog read(String... lines) throws IOException {
        return read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private RequestLog read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("access.log"), bytes);
        return RequestLogReader.read(
                List.of(new NamedFile(file, "access.log")),
                new RequestLogReader.Question(
                        "access.log", format, NINE, Duration.ofHours(1), malformed, refusesUnmatched, ENDPOINTS));
    }

    private List<String> problems(String... lines) {
        return assertThrows(InputRejected.class, () -> read(lines)).problems().stream()
                .map(problem -> problem.print().lines().findFirst().orElse(""))
                .toList();
    }

    @Nested
    final class OfALoadBalancer {

        @Test
        void keepsInstantEndpointAndBytesOfEachRequestInOrderOfTime() throws IOException {
            RequestLog log = read(
                    LogLines.alb(
                            "2026-11-27T09:00:02.500000Z", "POST https://shop.example:443/orders?a=b HTTP/1.1", 900, 0),
                    LogLines.alb("2026-11-27T09:00:01.000250Z", GET_ITEM, 300, 5_000_000_000L));

            assertEquals(2, log.size());
            assertEquals(1_000_250_000L, log.offsetNanos(0));
            assertEquals(2_500_000_000L, log.offsetNanos(1));
            assertEquals("item", log.endpoints().get(log.endpoint(0)));
            assertEquals("order", log.endpoints().get(log.endpoint(1)));
            assertEquals(300, log.requestBytes(0));
            assertEquals((1L << 32) - 2, log.responseBytes(0), "sizes end at 4 GiB - 2");
            assertEquals(0, log.responseBytes(1));
            assertEquals(List.of(), log.linesRead().firstBackward(), "lines stand in the order of answers");
        }

        @Test
        void takesLinesOfEveryAge() throws IOException {
            String at = "2026-11-27T09:30:00.000000Z";
            RequestLog log = read(
                    LogLines.alb(at, GET_ITEM, 1, 1),
                    LogLines.alb29(at, GET_ITEM),
                    LogLines.alb30(at, GET_ITEM),
                    LogLines.alb33(at, GET_ITEM),
                    LogLines.alb34(at, GET_ITEM),
                    LogLines.alb34(at, GET_ITEM) + " \"a field of 2030\" x");

            assertEquals(6, log.linesRead().used());
            assertEquals(0, log.linesRead().malformed());
        }

        @Test
        void reckonsTheArrivalFromTheAnswerWhereItsOwnTimeIsMissing() throws IOException {
            RequestLog log = read(LogLines.alb("-", GET_ITEM, 1, 1));

            // Answered at 09:59:59.999999, after 1, 24 and 0 ms.
            assertEquals(3_599_974_999_000L, log.offsetNanos(0));
        }

        @Test
        void takesRequestsWithSpacesAndQuotesAndWithoutPath() throws IOException {
            String at = "2026-11-27T09:30:00.000000Z";
            RequestLog log = read(
                    LogLines.alb(at, "GET https://shop.example:443/items/a b?q=\\\"x\\\" HTTP/1.1", 1, 1),
                    LogLines.alb(at, "GET https://shop.example:443?u=http://a/items/1 HTTP/1.1", 1, 1),
                    LogLines.alb(at, "GET /static/app/main.js HTTP/1.1", 1, 1));

            assertEquals(3, log.size());
            assertEquals(List.of("GET / at access.log:2"), log.linesRead().firstUnmatched());
        }

        @Test
        void isTheSameInWhateverOrderTheLinesCome() throws IOException {
            String[] lines = new String[500];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = LogLines.alb(
                        "2026-11-27T09:00:%02d.000000Z".formatted(i * 7 % 60), GET_ITEM, i % 3, i * 31 % 11);
            }
            RequestLog one = read(lines);
            java.util.Collections.reverse(java.util.Arrays.asList(lines));

            RequestLog other = read(lines);

            for (int i = 0; i < one.size(); i++) {
                assertEquals(one.offsetNanos(i), other.offsetNanos(i));
                assertEquals(one.packedSizes(i), other.packedSizes(i));
                assertTrue(i == 0 || one.offsetNanos(i - 1) <= one.offsetNanos(i));
            }
        }

        @Test
        void unpacksGzipAndReadsAFolderInOrderOfNames() throws IOException {
            for (String name : List.of("b.log.gz", "a.log.gz")) {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
                    out.write((LogLines.get("10:00.000", "/items/1") + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }

            List<NamedFile> files = TraceFiles.of(folder, "logs", dev.windtunnel.model.problem.Position.of("day.yaml"));
            RequestLog log = RequestLogReader.read(
                    files,
                    new RequestLogReader.Question(
                            "logs", format, NINE, Duration.ofHours(1), malformed, false, ENDPOINTS));

            assertEquals(
                    List.of("logs/a.log.gz", "logs/b.log.gz"),
                    files.stream().map(NamedFile::name).toList());
            assertEquals(TraceFormat.ALB, TraceFiles.formatOf(files.getFirst()));
            assertEquals(2, log.size());
        }
    }

    @Nested
    final class OfAWebServer {

        OfAWebServer() {
            format = TraceFormat.COMBINED;
        }

        private static String line(String time, String request, String more) {
            return "203.0.113.9 - mary [" + time + "] \"" + request + "\" 200 2326" + more;
        }

        @Test
        void mindsTheOffset() throws IOException {
            RequestLog log = read(
                    line("27/Nov/2026:04:05:06 -0500", "GET /items/1 HTTP/1.0", ""),
                    line("27/Nov/2026:14:36:06 +0530", "GET /items/1 HTTP/1.0", " \"-\" \"curl \\\"8\\\"\" 0.013"));

            assertEquals(5 * 60 + 6, log.offsetNanos(0) / 1_000_000_000L);
            assertEquals(6 * 60 + 6, log.offsetNanos(1) / 1_000_000_000L);
            assertEquals(2326, log.responseBytes(0));
            assertEquals(RequestLog.UNKNOWN, log.requestBytes(0));
        }

        @Test
        void spreadsTheRequestsOfASecondOverIt() throws IOException {
            String[] lines = new String[4000];
            java.util.Arrays.fill(lines, line("27/Nov/2026:09:00:10 +0000", "GET /items/1 HTTP/1.0", ""));

            RequestLog log = read(lines);

            assertEquals(0, log.firstAt(10_000_000_000L));
            for (int tenth = 1; tenth <= 10; tenth++) {
                assertEquals(400 * tenth, log.firstAt(10_000_000_000L + tenth * 100_000_000L), 120, "tenth " + tenth);
            }
        }

        @Test
        void takesADashForNoBytesAndRefusesOtherWords() throws IOException {
            malformed = Share.ALL;

            RequestLog log = read(
                    "::1 - - [27/Nov/2026:09:00:10 +0000] \"GET /items/1 HTTP/1.1\" 304 -",
                    "::1 - - [27/Nov/2026:09:00:10 +0000] \"GET /items/1 HTTP/1.1\" 304 many",
                    "::1 - - [31/Feb/2026:09:00:10 +0000] \"GET /items/1 HTTP/1.1\" 304 1",
                    "::1 - - [27/Nov/2026:09:00:10 +0000] \"GET /items/1 HTTP/1.1\" ok 1");

            assertEquals(1, log.size());
            assertEquals(0, log.responseBytes(0));
            assertEquals(
                    Map.of("no valid sizes", 1L, "no valid time", 1L, "no valid status", 1L),
                    log.linesRead().reasons());
        }
    }

    @Nested
    final class WithBadLines {

        private static final String AT = "2026-11-27T09:30:00.000000Z";

        @Test
        void countsEveryLineOnceAndSaysWhy() throws IOException {
            malformed = Share.ALL;

            RequestLog log = read(
                    LogLines.alb(AT, GET_ITEM, 1, 1),
                    "",
                    "# a comment",
                    LogLines.alb("2026-11-27T10:00:00.000000Z", GET_ITEM, 1, 1),
                    LogLines.alb("2026-11-27T08:59:59.999999Z", GET_ITEM, 1, 1),
                    "h2 2026-11-27T09:30:00Z app/x",
                    LogLines.alb(AT, "- http://shop.example:80- -", 0, 0),
                    LogLines.alb(AT, "- - - ", 0, 0),
                    LogLines.alb(AT, "GET \0 HTTP/1.1", 0, 0),
                    LogLines.alb("2026-11-27 09:30", GET_ITEM, 1, 1),
                    LogLines.alb("2026-11-28T09:30:00Z", GET_ITEM, 1, 1),
                    LogLines.alb(AT, GET_ITEM, 1, -1),
                    LogLines.alb(AT, GET_ITEM, 1, 1) + " \"not closed");

            LinesRead lines = log.linesRead();
            assertEquals(13, lines.lines());
            assertEquals(1, lines.used());
            assertEquals(2, lines.blank());
            assertEquals(2, lines.outsideWindow());
            assertEquals(8, lines.malformed());
            assertEquals(
                    Map.of(
                            "too few fields", 1L,
                            "no valid request", 2L,
                            "zero bytes", 1L,
                            "no valid time", 1L,
                            "answered before it was created", 1L,
                            "no valid sizes", 1L,
                            "a quote that is not closed", 1L),
                    lines.reasons());
            assertEquals(
                    List.of("access.log:6", "access.log:7", "access.log:8", "access.log:9", "access.log:10"),
                    lines.firstMalformed());
            assertEquals(
                    "access.log: 13 lines read, 1 replayed, 2 outside the window, 8 malformed, 2 blank or comments",
                    lines.sentences().getFirst());
        }

        @Test
        void passesOverALineOfTenMegabytes() throws IOException {
            byte[] huge = new byte[10_000_000];
            java.util.Arrays.fill(huge, (byte) 'x');
            byte[] fine = (LogLines.alb(AT, GET_ITEM, 1, 1) + "\r\n").getBytes(StandardCharsets.UTF_8);
            var bytes = new java.io.ByteArrayOutputStream();
            bytes.write(fine);
            bytes.write(huge);
            bytes.write('\n');
            bytes.write(fine);

            RequestLog log = read(bytes.toByteArray());

            assertEquals(2, log.size());
            assertEquals(Map.of("too long", 1L), log.linesRead().reasons());
            assertEquals(List.of("access.log:2"), log.linesRead().firstMalformed());
        }

        @Test
        void refusesALogOfWhichTooMuchIsMalformed() {
            malformed = Share.parse("1%");
            String[] lines = new String[100];
            java.util.Arrays.fill(lines, LogLines.alb(AT, GET_ITEM, 1, 1));
            lines[10] = "nonsense";
            lines[97] = LogLines.alb(AT, "- - - ", 0, 0);

            assertEquals(
                    List.of(
                            "access.log:11:1: error: expected 25 fields or more, found 1",
                            "access.log:98:1: error: expected a request such as GET /items HTTP/1.1, found '- - - '",
                            "access.log: error: 2 of 100 lines are malformed, found no valid request 1, too few fields 1;"
                                    + " expected at most 1% of them, or more if 'malformed' says so"),
                    problems(lines));
        }

        @Test
        void takesALogOfWhichJustSoMuchIs() throws IOException {
            malformed = Share.parse("1%");
            String[] lines = new String[100];
            java.util.Arrays.fill(lines, LogLines.alb(AT, GET_ITEM, 1, 1));
            lines[10] = "nonsense";

            assertEquals(99, read(lines).size());
        }

        @Test
        void countsAClockThatRunsBackwardAndSortsItsRequests() throws IOException {
            RequestLog log = read(
                    LogLines.get("10:00.000", "/items/1"),
                    LogLines.get("05:00.000", "/items/2"),
                    LogLines.get("20:00.000", "/items/3"),
                    LogLines.get("15:00.000", "/items/4"));

            assertEquals(2, log.linesRead().backward());
            assertEquals(
                    List.of("access.log:2", "access.log:4"), log.linesRead().firstBackward());
            assertEquals(300, log.offsetNanos(0) / 1_000_000_000L);
            assertTrue(
                    log.linesRead().sentences().toString().contains("2 lines whose clock ran backward"),
                    () -> log.linesRead().sentences().toString());
            assertTrue(log.linesRead().brief().toString().contains("clock ran backward"), log.linesRead()::toString);
        }

        /** As lines are written in the order of answers: within the load balancer's idle timeout all is well. */
        @Test
        void saysNothingOfRequestsThatEndInAnotherOrderThanTheyCame() throws IOException {
            RequestLog log = read(
                    LogLines.get("10:59.000", "/items/1"),
                    LogLines.get("10:00.000", "/items/2"),
                    LogLines.get("10:58.000", "/items/3"),
                    LogLines.get("09:58.000", "/items/4"));

            assertEquals(List.of("access.log:4"), log.linesRead().firstBackward());
            assertEquals(1, log.linesRead().backward());
        }

        @Test
        void saysWhichPartsOfTheWindowTheLogMayNotCover() throws IOException {
            RequestLog log = read(LogLines.get("20:00.000", "/items/1"), LogLines.get("50:00.000", "/items/2"));

            assertEquals(
                    List.of(
                            "2026-11-27T09:00:00Z to 2026-11-27T09:20:00Z",
                            "2026-11-27T09:50:00Z to 2026-11-27T10:00:00Z"),
                    log.linesRead().uncovered());
            assertEquals(
                    "the log holds nothing of 2026-11-27T09:00:00Z to 2026-11-27T09:20:00Z, which is replayed as a time without"
                            + " requests",
                    log.linesRead().sentences().get(1));
        }

        @Test
        void takesALogThatBeginsBeforeAndGoesOnAfterTheWindowForWhole() throws IOException {
            RequestLog log = read(
                    LogLines.alb("2026-11-27T08:59:00.0Z", GET_ITEM, 1, 1).replace("09:59:59", "08:59:59"),
                    LogLines.get("30:00.000", "/items/1"),
                    LogLines.alb("2026-11-27T10:00:01.0Z", GET_ITEM, 1, 1).replace("09:59:59", "10:59:59"));

            assertEquals(List.of(), log.linesRead().uncovered());
            assertEquals(2, log.linesRead().outsideWindow());
        }

        @Test
        void refusesAWindowWithoutRequestsAndSaysWhatThereIs() {
            assertEquals(
                    List.of("access.log: error: no request arrived in the replayed window 2026-11-27T09:00:00Z to"
                            + " 2026-11-27T10:00:00Z; the log holds 2026-11-27T10:30:00Z to 2026-11-27T10:30:00Z"),
                    problems(LogLines.alb("2026-11-27T10:30:00.0Z", GET_ITEM, 1, 1)
                            .replace("09:59:59", "10:59:59")));
            assertEquals(List.of("access.log: error: the log holds no request"), problems("", "# nothing"));
        }

        @Test
        void refusesRequestsOfNoEndpointWhereItMust() {
            refusesUnmatched = true;

            assertEquals(
                    List.of(
                            "access.log:2:1: error: no endpoint has the method and path GET /admin",
                            "access.log: error: 1 of 2 requests match no endpoint; add endpoints to item, order, static,"
                                    + " or write 'unmatched: shares'"),
                    problems(LogLines.get("10:00.000", "/items/1"), LogLines.get("10:00.000", "/admin")));
        }

        @Test
        void refusesAnArchiveThatIsCutOff() throws IOException {
            var packed = new java.io.ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(packed)) {
                for (int i = 0; i < 2000; i++) {
                    out.write((LogLines.get("10:00.%03d".formatted(i % 1000), "/items/" + i * 31) + "\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

            InputRejected refused = assertThrows(InputRejected.class, () -> read(half));

            assertTrue(
                    refused.problems().getFirst().message().startsWith("the file cannot be read on"),
                    () -> refused.problems().toString());
        }
    }
}
