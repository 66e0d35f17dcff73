package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command with the real reader, engine and reports behind it. */
class WholeCommandTest {

    private static final List<String> FILES = List.of(
            "bill.csv",
            "overview.dot",
            "overview.mmd",
            "overview.svg",
            "report.html",
            "results.json",
            "summary.md",
            "timeline.csv");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static String scenario(String name) {
        Path here = Path.of("scenarios");
        return (here.toFile().isDirectory() ? here : Path.of("../scenarios"))
                .resolve(name)
                .toString();
    }

    private int windtunnel(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, false, false);
        return Main.execute(arguments, new ScenarioSimulation(), console, new StopSwitch(), System::nanoTime);
    }

    private int morning(Path report, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                scenario("innovate-inc/launch-day.yaml"),
                "--quiet",
                "--out",
                report.toString(),
                "--set",
                "start=2026-11-27T09:25",
                "--set",
                "traffic.replay.from=1995-07-13T09:25:00-04:00",
                "--set",
                "duration=15m",
                "--set",
                "timeline.0.for=5m"));
        arguments.addAll(List.of(more));
        return windtunnel(arguments.toArray(String[]::new));
    }

    private static List<String> names(Path report) throws IOException {
        try (Stream<Path> files = Files.list(report)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        assertEquals(0, morning(first, "--set", "objectives=[]"), err::toString);
        assertEquals(0, morning(second, "--set", "objectives=[]"), err::toString);

        assertEquals(FILES, names(first));
        assertEquals(FILES, names(second));
        for (String file : FILES) {
            assertArrayEquals(Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file);
        }
    }

    @Test
    void saysNoWhenAnObjectiveIsMissedUnexpectedly() {
        assertEquals(99, morning(folder.resolve("report"), "--set", "objectives.0.expect=met"));
        assertTrue(out.toString().contains("availability"), out::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            traffic.replay.scale=1000000                     | up to 100,000 requests per second
            workloads.backend.requests={cpu: 64, memory: 1Gi}| limits are at least the requests
            workloads.backend.replicas.mim=6                 | did you mean 'min'
            cluster.nodePools.on-demand-arm64.instanceTypes=[m6g.lagre] | did you mean 'm6g.large'
            endpoints.list.cpu=lognormal(mean 7ms, cv -1)    | lies between 0.001 and 250000, found -1
            duration=0s                                      | nothing to simulate
            database.class=db.m6g.larg                       | db.m6g.large
            vpc.cidr=10.20.0.0/16                            | overlap
            """)
    void refusesWhatCannotBeRunAndWritesNothing(String setting, String expected) throws IOException {
        Path report = folder.resolve("report");

        int code = morning(report, "--set", setting);

        assertEquals(2, code);
        assertTrue(err.toString().contains(expected), err::toString);
        assertFalse(err.toString().contains("\tat "), "no stack trace");
        assertFalse(Files.exists(report));
        assertEquals(List.of(), names(folder));
    }

    @Test
    void refusesAPodThatFitsNoNode() {
        int code = morning(
                folder.resolve("report"),
                "--set",
                "workloads.backend.limits={cpu: 64, memory: 1Gi}",
                "--set",
                "workloads.backend.requests.cpu=64");

        assertEquals(2, code);
        assertTrue(err.toString().contains("no instance type of the node pools"), err::toString);
    }

    @Test
    void saysOnTheScreenWhatBecameOfALogsLines() throws IOException {
        Path report = folder.resolve("report");

        windtunnel("run", scenario("innovate-inc/alb-log.yaml"), "--quiet", "--out", report.toString());

        String screen = out.toString().replaceAll("\\s+", " ");
        assertTrue(
                screen.contains("2,338 lines read, 2,335 replayed, 0 outside the window, 3 malformed"),
                () -> out + "" + err);
        assertTrue(screen.contains("no valid request 3; first at "), screen);
        assertTrue(
                Files.readString(report.resolve("report.html")).contains("36 requests of no endpoint"),
                "the report says more");
    }
}
