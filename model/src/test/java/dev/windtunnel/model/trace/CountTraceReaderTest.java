package dev.windtunnel.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CountTraceReaderTest {

    private static final Position NAMED = new Position("day.yaml", 9, 12);

    @TempDir
    private Path folder = Path.of("");

    private CountTrace read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        return CountTraceReader.read(file, "t.csv", NAMED);
    }

    private List<String> problems(String text) {
        return assertThrows(InputRejected.class, () -> read(text)).problems().stream()
                .map(problem -> problem.print().lines().findFirst().orElse(""))
                .toList();
    }

    @Nested
    final class WhenTheFileIsFine {

        @Test
        void readsMinutesAndIgnoresFurtherColumns() throws IOException {
            CountTrace trace = read("""
                    timestamp_utc,requests,bytes
                    1998-06-23T00:00Z,5,700
                    1998-06-23T00:01Z,7,900
                    1998-06-23T00:02Z,0,0
                    """);

            assertEquals(Instant.parse("1998-06-23T00:00:00Z"), trace.start());
            assertEquals(Instant.parse("1998-06-23T00:03:00Z"), trace.end());
            assertEquals(Duration.ofMinutes(1), trace.step());
            assertEquals(List.of(5L, 7L, 0L), List.of(trace.count(0), trace.count(1), trace.count(2)));
        }

        @Test
        void unpacksGzipWhateverItIsCalled() throws IOException {
            Path file = folder.resolve("packed.csv");
            try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
                packed.write("timestamp_utc,requests\n1998-06-23T00:00:00Z,5\n1998-06-23T00:00:01Z,6\n"
                        .getBytes(StandardCharsets.UTF_8));
            }

            CountTrace trace = CountTraceReader.read(file, "packed.csv", NAMED);

            assertEquals(Duration.ofSeconds(1), trace.step());
            assertEquals(6, trace.count(1));
        }

        @Test
        void takesTheMostFrequentDifferenceForTheStepAndTheRestForGaps() throws IOException {
            CountTrace trace = read("""
                    timestamp_utc,requests
                    2026-01-01T00:00:00Z,1
                    2026-01-01T00:03:00Z,2
                    2026-01-01T00:04:00Z,3

                    2026-01-01T00:05:00Z,4
                    """);

            assertEquals(6, trace.size());
            assertEquals(Duration.ofMinutes(1), trace.step());
            assertEquals(CountTrace.MISSING, trace.count(1));
            assertEquals(CountTrace.MISSING, trace.count(2));
            assertEquals(2, trace.count(3));
        }
    }

    @Nested
    final class WhenItIsNot {

        @Test
        void refusesARowWithMoreColumnsThanItsHeader() {
            assertEquals(List.of("t.csv:3:1: error: expected 2 columns as in the header, found 4"), problems("""
                            timestamp_utc,requests
                            1998-06-23T00:00Z,5
                            1998-06-23T00:01Z,7,1,2
                            1998-06-23T00:02Z,0
                            """));
        }

        @Test
        void saysAtTheKeyThatItIsMissingAndWhichWasMeant() throws IOException {
            Files.writeString(folder.resolve("nasa-1s.csv"), "x");

            InputRejected rejected = assertThrows(
                    InputRejected.class,
                    () -> CountTraceReader.read(folder.resolve("nassa-1s.csv"), "nassa-1s.csv", NAMED));

            assertEquals(
                    "day.yaml:9:12: error: there is no file nassa-1s.csv (at traffic.replay.trace); did you mean 'nasa-1s.csv'?",
                    rejected.problems().getFirst().print());
        }

        @Test
        void refusesAnEmptyFile() {
            assertEquals(
                    List.of("t.csv: error: the trace is empty; expected the header timestamp_utc,requests"),
                    problems(""));
        }

        @Test
        void refusesAHeaderWithoutRowsOrWithOne() {
            assertEquals(
                    List.of("t.csv: error: the trace has a header and no rows"), problems("timestamp_utc,requests\n"));
            assertEquals(
                    List.of("t.csv: error: the trace has a single row; two are needed to tell its step"),
                    problems("timestamp_utc,requests\n2026-01-01T00:00Z,1\n"));
        }

        @Test
        void refusesAnotherHeader() {
            assertEquals(
                    List.of(
                            "t.csv:1:1: error: expected the header timestamp_utc,requests[,...], found 'timestamp,value'"),
                    problems("timestamp,value\n2026-01-01T00:00Z,1\n"));
        }

        @Test
        void namesTheLineThatIsNotSorted() {
            assertEquals(
                    List.of("t.csv:4:1: error: timestamps rise from row to row, found 2026-01-01T00:01:00Z after"
                            + " 2026-01-01T00:02:00Z of line 3"),
                    problems(
                            "timestamp_utc,requests\n2026-01-01T00:00Z,1\n2026-01-01T00:02Z,1\n2026-01-01T00:01Z,1\n"));
        }

        @Test
        void namesTheLineAndColumnWhereTextStandsForANumber() throws IOException {
            Problem problem = assertThrows(
                            InputRejected.class,
                            () -> read("timestamp_utc,requests\n2026-01-01T00:00Z,1\n2026-01-01T00:01Z,many\n"))
                    .problems()
                    .getFirst();

            assertEquals("""
                    t.csv:3:19: error: expected a whole number of requests, found 'many'
                        2026-01-01T00:01Z,many
                                          ^""", problem.print());
        }

        @Test
        void refusesNegativeCountsAndTimesOutsideUtc() {
            assertEquals(
                    List.of(
                            "t.csv:2:19: error: a count is not negative, found -1",
                            "t.csv:3:1: error: expected a UTC timestamp such as 1998-06-23T15:57Z, found '2026-01-01T00:01+02:00'",
                            "t.csv:4:1: error: expected a timestamp and a count, found 'end'"),
                    problems("timestamp_utc,requests\n2026-01-01T00:00Z,-1\n2026-01-01T00:01+02:00,1\nend\n"));
        }

        @Test
        void refusesRowsOffTheStep() {
            String text = """
                    timestamp_utc,requests
                    2026-01-01T00:00Z,1
                    2026-01-01T00:01Z,1
                    2026-01-01T00:01:30Z,1
                    2026-01-01T00:03:00Z,1
                    2026-01-01T00:04:00Z,1
                    2026-01-01T00:05:00Z,1
                    """;

            assertEquals(
                    List.of(
                            "t.csv:4:1: error: the step of the trace is 60 s; 2026-01-01T00:01:30Z is no whole number of steps"
                                    + " after the first row"),
                    problems(text));
        }

        @Test
        void countsAllMalformedLinesAndNamesTen() {
            List<String> problems = problems("timestamp_utc,requests\n" + "2026-01-01T00:00Z,x\n".repeat(25));

            assertEquals(11, problems.size());
            assertEquals("t.csv: error: 25 lines are malformed, the first 10 are shown", problems.getLast());
        }

        @Test
        void refusesATraceOfMoreThanTenMillionIntervals() {
            assertEquals(
                    List.of("t.csv:4:1: error: a trace has at most 10000000 intervals"),
                    problems(
                            "timestamp_utc,requests\n1995-01-01T00:00:00Z,1\n1995-01-01T00:00:01Z,1\n2026-01-01T00:00:00Z,1\n"));
        }

        @Test
        void refusesALineOfTenMegabytesWithoutKeepingIt() throws IOException {
            Path file = folder.resolve("long.csv.gz");
            try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
                packed.write("timestamp_utc,requests\n".getBytes(StandardCharsets.UTF_8));
                byte[] digits = new byte[1 << 20];
                java.util.Arrays.fill(digits, (byte) '7');
                for (int megabyte = 0; megabyte < 10; megabyte++) {
                    packed.write(digits);
                }
            }
            com.sun.management.ThreadMXBean threads =
                    (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
            assertThrows(InputRejected.class, () -> CountTraceReader.read(file, "long.csv", NAMED));
            long before = threads.getCurrentThreadAllocatedBytes();

            InputRejected rejected =
                    assertThrows(InputRejected.class, () -> CountTraceReader.read(file, "long.csv", NAMED));

            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < 1 << 20, "allocated " + allocated);
            assertEquals(
                    "long.csv:2:1: error: expected a line of a CSV file of at most 4096 bytes, found 10485760",
                    rejected.problems().getFirst().print());
        }

        @Test
        void namesLinesWithZeroBytes() {
            assertEquals(
                    List.of("t.csv:3:1: error: expected text, found zero bytes"),
                    problems("timestamp_utc,requests\n2026-01-01T00:00Z,1\n2026-01-01T00:01Z,\0\n"));
        }

        @Test
        void refusesATruncatedArchiveAtTheLineWhereItBreaks() throws IOException {
            Path whole = folder.resolve("whole.csv.gz");
            try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(whole))) {
                packed.write("timestamp_utc,requests\n2026-01-01T00:00Z,1\n".getBytes(StandardCharsets.UTF_8));
            }
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 10));

            InputRejected rejected =
                    assertThrows(InputRejected.class, () -> CountTraceReader.read(cut, "cut.csv.gz", NAMED));

            assertTrue(rejected.problems().getFirst().message().startsWith("the file cannot be read on: "));
        }
    }
}
