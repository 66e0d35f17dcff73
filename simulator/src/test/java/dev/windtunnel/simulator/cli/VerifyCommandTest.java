package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code windtunnel verify} from the outside: exit codes, streams, files. */
class VerifyCommandTest {

    private static final String COMPUTED = """
            {
             "id": "half", "family": "availability",
             "model": {"components": [{"count": 1, "need": 1, "mttf_h": 1, "mttr_h": 1}]},
             "expected": [{"metric": "availability", "value": 0.5, "tolerance_rel": 1e-9}]
            }
            """;

    private static final String SIMULATED = """
            {
             "id": "queue", "family": "M/M/1",
             "model": {
              "arrivals": {"process": "poisson", "rate_per_s": 50.0},
              "stations": [{"servers": 1, "discipline": "FCFS", "service": {"dist": "exponential", "mean_s": 0.01}}]
             },
             "expected": [
              {"metric": "mean_wait_s", "value": 0.01, "tolerance_rel": 0.1},
              {"metric": "sojourn_p95_s", "value": 0.0599, "tolerance_rel": 0.1}
             ],
             "run": {"warmup_requests": 1000, "measured_requests_per_replication": 2000, "replications": 10}
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path cases = Path.of("");
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private boolean isTerminal;

    @BeforeEach
    void writesTwoCasesThatPass() throws IOException {
        cases = Files.createDirectory(folder.resolve("cases"));
        Files.writeString(cases.resolve("a.json"), COMPUTED);
        Files.writeString(cases.resolve("b.json"), SIMULATED);
    }

    private int verify(String... more) {
        out = new StringWriter();
        err = new StringWriter();
        Console console =
                new Console(new PrintWriter(out, true), new PrintWriter(err, true), isTerminal, isTerminal, true);
        Stream<String> first = Stream.of("verify", "--cases", cases.toString());
        // A quarter of the run's length is enough to see what the command does, and four times as fast.
        Stream<String> effort = Arrays.asList(more).contains("--effort") ? Stream.of() : Stream.of("--effort", "0.25");
        String[] arguments =
                Stream.concat(Stream.concat(first, effort), Arrays.stream(more)).toArray(String[]::new);
        return Main.execute(arguments, new FakeDay(), console, new StopSwitch(), () -> 0);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void printsALineForEachCaseAndTheCountsAndReturnsZero() {
        int code = verify();

        assertEquals(0, code);
        assertEquals(3, lines().size());
        assertTrue(lines().get(0).startsWith("half ") && lines().get(0).contains("passed"), out.toString());
        assertTrue(lines().get(1).startsWith("queue ") && lines().get(1).contains("passed"), out.toString());
        assertEquals("2 passed, 0 failed, 0 skipped", lines().get(2));
        assertEquals("", err.toString());
    }

    @Test
    void returnsNinetyNineIfACaseFailsAndStillRunsTheOthers() throws IOException {
        Files.writeString(cases.resolve("a.json"), COMPUTED.replace("0.5", "0.6"));

        int code = verify();

        assertEquals(99, code);
        assertTrue(lines().get(0).contains("failed"), out.toString());
        assertEquals("1 passed, 1 failed, 0 skipped", lines().getLast());
    }

    @Test
    void runsTheOthersIfOneIsNotJson() throws IOException {
        Files.writeString(cases.resolve("aa.json"), COMPUTED.replace("\"family\"", "family"));

        int code = verify();

        assertEquals(99, code);
        assertTrue(lines().get(1).startsWith("aa.json "), out.toString());
        assertTrue(lines().get(1).contains("failed: ") && lines().get(1).contains("aa.json:2:16"), out.toString());
        assertEquals("2 passed, 1 failed, 0 skipped", lines().getLast());
    }

    @Test
    void saysBeforeTheCountsWhichMetricsNothingMeasured() throws IOException {
        Files.writeString(cases.resolve("b.json"), SIMULATED.replace("sojourn_p95_s", "mean_wit_s"));

        int code = verify();

        assertEquals(0, code);
        assertEquals("1 metric of 1 case was not judged, as no metric has that name here: mean_wit_s", lines().get(2));
        assertEquals("2 passed, 0 failed, 0 skipped", lines().getLast());
    }

    @Test
    void knowsARateWithoutItsUnitAndWhomAMeanIsOver() throws IOException {
        Files.writeString(
                cases.resolve("b.json"),
                SIMULATED
                        .replace("\"mean_wait_s\", \"value\": 0.01", "\"throughput\", \"value\": 50")
                        .replace("\"sojourn_p95_s\", \"value\": 0.0599", "\"served_mean_wait_s\", \"value\": 0.01"));

        assertEquals(0, verify(), out.toString());
        assertTrue(lines().get(1).contains("(2 of 2 metrics)"), out.toString());
    }

    @Test
    void skipsAFamilyThatItDoesNotKnowByName() throws IOException {
        Files.writeString(
                cases.resolve("c.json"),
                COMPUTED.replace("\"availability\"", "\"alchemy\"").replace("half", "gold"));

        int code = verify();

        assertEquals(0, code);
        assertTrue(
                lines().stream().anyMatch(line -> line.startsWith("gold ") && line.contains("family alchemy")),
                out.toString());
        assertEquals("2 passed, 0 failed, 1 skipped", lines().getLast());
    }

    @Test
    void givesTheSameBytesOnOneThreadAndOnFour() throws IOException {
        for (int copy = 0; copy < 6; copy++) {
            Files.writeString(
                    cases.resolve("m" + copy + ".json"),
                    SIMULATED.replace("\"queue\"", "\"queue" + copy + "\"").replace("2000", "" + (1000 + 700 * copy)));
        }
        verify(
                "--threads",
                "1",
                "--metrics",
                "--markdown",
                folder.resolve("one.md").toString());
        String one = out.toString();

        verify(
                "--threads",
                "4",
                "--metrics",
                "--markdown",
                folder.resolve("four.md").toString());

        assertEquals(one, out.toString());
        assertEquals(Files.readString(folder.resolve("one.md")), Files.readString(folder.resolve("four.md")));
        assertTrue(one.contains("mean_wait_s"), one);
    }

    @Test
    void givesOtherNumbersWithAnotherSeed() {
        verify("--seed", "1");
        String first = out.toString();

        verify("--seed", "2");

        assertFalse(first.equals(out.toString()), first);
    }

    @Nested
    class OnATerminal {

        OnATerminal() {
            isTerminal = true;
        }

        @Test
        void showsProgressOnTheErrorStreamOnly() {
            verify();

            assertTrue(err.toString().contains("2 of 2 cases"), err.toString());
            assertFalse(out.toString().contains("\r"), out.toString());
            assertEquals(3, lines().size());
        }

        @Test
        void isQuietIfTold() {
            verify("--quiet");

            assertEquals("", err.toString());
        }
    }

    @Nested
    class WhenTheInputIsWrong {

        private void assertRefused(String sentence, String... more) {
            assertEquals(2, verify(more), err.toString());
            assertTrue(err.toString().contains(sentence), err.toString());
            assertEquals("", out.toString());
        }

        @Test
        void saysThatThereIsNoFolder() {
            cases = folder.resolve("nowhere");

            assertRefused("there is no folder " + cases);
        }

        @Test
        void saysThatAFolderHoldsNoCases() throws IOException {
            cases = Files.createDirectory(folder.resolve("empty"));

            assertRefused("found no file below it that ends in .json");
        }

        @Test
        void saysWhereTheOnlyCaseStopsBeingJson() throws IOException {
            cases = Files.createDirectory(folder.resolve("broken"));
            Files.writeString(cases.resolve("z.json"), COMPUTED.replace("\"family\"", "family"));

            assertRefused("z.json:2:16: error: not valid JSON");
        }

        @Test
        void refusesShareOfNothingAndNoThreads() {
            assertRefused("expected --effort above 0", "--effort", "0");
            assertRefused("expected --threads of at least 1", "--threads", "0");
            assertRefused("Invalid value", "--seed", "seven");
        }

        @Test
        void refusesAPageThatCannotBeWrittenBeforeAnyCaseRuns() throws IOException {
            assertRefused(
                    "expected --markdown to name a file that can be written",
                    "--markdown",
                    folder.resolve("nowhere/page.md").toString());
            assertRefused("expected --markdown to name a file", "--markdown", folder.toString());
        }
    }

    /** The classes as the launcher has them: in a jar, with the cases beside them. */
    @Test
    void findsTheShippedCasesInTheJar() throws IOException, InterruptedException {
        Path jar = folder.resolve("windtunnel.jar");
        List<String> path =
                new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)));
        Path classes = path.stream()
                .map(Path::of)
                .filter(entry -> Files.isDirectory(entry.resolve("dev/windtunnel/simulator/verification/cases")))
                .findFirst()
                .orElseThrow();
        pack(classes, jar);
        path.set(path.indexOf(classes.toString()), jar.toString());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, path),
                        Main.class.getName(),
                        "verify",
                        "--effort",
                        "0.000001")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertTrue(printed.lines().count() > 100, printed);
        assertTrue(printed.contains("mm1-rho30 ") && printed.contains("jackson-app-db-cache "), printed);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path entry : all.sorted().toList()) {
                String name = classes.relativize(entry).toString().replace('\\', '/');
                if (!name.isEmpty()) {
                    packed.putNextEntry(new ZipEntry(Files.isDirectory(entry) ? name + "/" : name));
                    if (Files.isRegularFile(entry)) {
                        Files.copy(entry, packed);
                    }
                    packed.closeEntry();
                }
            }
        }
    }
}
