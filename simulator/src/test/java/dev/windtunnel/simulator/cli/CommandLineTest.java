package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final StopSwitch stop = new StopSwitch();
    private boolean isTerminal;
    private long now;
    private boolean isColorWelcome = true;

    private int windtunnel(Simulation simulation, String... arguments) {
        Console console = new Console(
                new PrintWriter(out, true), new PrintWriter(err, true), isTerminal, isTerminal, isColorWelcome);
        return Main.execute(arguments, simulation, console, stop, () -> now += 1_000_000_000L);
    }

    private int run(FakeDay day, String... more) {
        String[] first = {"run", "day.yaml", "--out", folder.resolve("report").toString()};
        return windtunnel(
                day, Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new));
    }

    private List<String> written() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Nested
    class WhenTheRunIsComplete {

        @Test
        void returnsZeroIfEverythingIsAsExpected() {
            assertEquals(0, run(new FakeDay()));
        }

        @Test
        void returnsNinetyNineIfAnObjectiveIsMissedAndStillWritesTheReport() {
            assertEquals(99, run(new FakeDay().missing()));

            assertEquals(List.of("report/report.html", "report/results.json"), written());
        }

        @Test
        void endsTheScreenWithThePlaceOfTheReport() {
            run(new FakeDay());

            assertEquals(FakeDay.SCREEN + "Report " + folder.resolve("report/report.html") + "\n", out.toString());
        }

        @Test
        void printsNothingButTheDocumentForMachines() {
            run(new FakeDay(), "--format", "json");

            assertEquals(FakeDay.JSON, out.toString());
        }

        @Test
        void tellsWhatTheRunCostOnTheErrorStreamUnlessQuiet() {
            run(new FakeDay());
            assertTrue(err.toString().contains("5.50 events per request"), err.toString());
            err.getBuffer().setLength(0);

            run(new FakeDay(), "--quiet");

            assertEquals("", err.toString());
        }

        @Test
        void handsOverWhatWasAskedInTheOrderGiven() {
            FakeDay day = new FakeDay();

            run(day, "--set", "workloads.backend.replicas.min=6", "--set", "title=a=b", "--seed", "42");

            assertEquals(
                    List.of(new Simulation.Request(
                            Path.of("day.yaml"), List.of("workloads.backend.replicas.min=6", "title=a=b"), 42L)),
                    day.requests);
        }
    }

    @Nested
    class WhenTheInputIsWrong {

        private final InputRejected twoProblems = new InputRejected(List.of(
                Problem.at(new Position("day.yaml", 3, 5), "workloads.backend", "unknown key 'replcas'"),
                Problem.at(new Position("day.yaml", 9, 1), "", "missing key 'duration'")));

        @Test
        void returnsTwoAndPrintsEveryProblemWithoutAStackTrace() {
            int code = run(new FakeDay().failingWith(twoProblems), "--debug");

            assertEquals(2, code);
            assertEquals(
                    List.of(
                            "day.yaml:3:5: error: unknown key 'replcas' (at workloads.backend)",
                            "day.yaml:9:1: error: missing key 'duration'",
                            "2 problems. Nothing was written."),
                    err.toString().lines().toList());
        }

        @Test
        void writesNothing() {
            run(new FakeDay().failingWith(twoProblems));

            assertAll(() -> assertEquals(List.of(), written()), () -> assertEquals("", out.toString()));
        }

        @Test
        void doesNotStartARunWhoseReportCouldNotBeWritten() throws IOException {
            Files.writeString(folder.resolve("report"), "a file of the user's");
            FakeDay day = new FakeDay();

            int code = run(day);

            assertEquals(2, code);
            assertEquals(List.of(), day.requests);
            assertEquals("a file of the user's", Files.readString(folder.resolve("report")));
        }

        @Test
        void returnsTwoIfTheReportIsRefusedAfterTheRun() {
            InputRejected full = new InputRejected(Problem.at(Position.of("report"), "", "No space left on device"));

            int code = run(new FakeDay().failingToWriteWith(full));

            assertEquals(2, code);
            assertTrue(err.toString().contains("No space left on device"), err.toString());
            assertEquals("", out.toString());
        }
    }

    @Nested
    class WhenTheCommandLineIsWrong {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "fly",
                    "run",
                    "run a.yaml b.yaml",
                    "run a.yaml --sed 3",
                    "run a.yaml --seed many",
                    "run a.yaml --format xml",
                    "run a.yaml --set replicas",
                    "run a.yaml --set =6"
                })
        void returnsTwoAndPointsToTheHelp(String arguments) {
            FakeDay day = new FakeDay();

            int code = windtunnel(day, arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

            assertEquals(2, code);
            assertTrue(err.toString().contains("--help'"), err.toString());
            assertEquals(List.of(), day.requests);
        }

        @Test
        void offersTheNearestOption() {
            windtunnel(new FakeDay(), "run", "a.yaml", "--sed", "3");

            assertTrue(err.toString().contains("--seed"), err.toString());
        }
    }

    @Nested
    class WhenWindtunnelItselfFails {

        private final IllegalStateException fault = new IllegalStateException("pod 7 is on node -1");

        @Test
        void returnsOneWithMessageAndAdviceButNoStackTrace() {
            int code = run(new FakeDay().failingWith(fault));

            assertEquals(1, code);
            assertTrue(err.toString().contains("pod 7 is on node -1"), err.toString());
            assertTrue(err.toString().contains("Maybe"), err.toString());
            assertFalse(err.toString().contains("\tat "), err.toString());
        }

        @Test
        void printsTheStackTraceWithDebug() {
            run(new FakeDay().failingWith(fault), "--debug");

            assertTrue(err.toString().contains("\tat " + CommandLineTest.class.getName()), err.toString());
        }

        @Test
        void saysHowToGiveItMoreMemory() {
            int code = run(new FakeDay().failingWith(new OutOfMemoryError("Java heap space")));

            assertEquals(1, code);
            assertTrue(err.toString().contains("WINDTUNNEL_JAVA_OPTS=-Xmx"), err.toString());
        }

        @Test
        void treatsAFailedAssertionAsAFaultOfItsOwn() {
            assertEquals(1, run(new FakeDay().failingWith(new AssertionError("queue length is -1"))));
        }
    }

    @Nested
    class WhenItIsStopped {

        @Test
        void returnsOneHundredThirtyAndWritesNothing() {
            FakeDay day = new FakeDay().doingMidway(() -> stop.stop(Duration.ZERO));

            int code = run(day);

            assertEquals(130, code);
            assertAll(
                    () -> assertEquals(List.of(), written()),
                    () -> assertEquals("", out.toString()),
                    () -> assertTrue(err.toString().contains("Nothing was written"), err.toString()));
        }

        @Test
        void keepsTheStopperWaitingUntilTheRunHasEnded() {
            boolean[] hadEnded = new boolean[2];
            FakeDay day = new FakeDay().doingMidway(() -> hadEnded[0] = stop.stop(Duration.ofNanos(1)));

            run(day);
            hadEnded[1] = stop.stop(Duration.ofNanos(1));

            assertFalse(hadEnded[0]);
            assertTrue(hadEnded[1]);
        }
    }

    @Nested
    class OnATerminal {

        @Test
        void colorsTheScreenUnlessToldNotTo() {
            isTerminal = true;

            run(new FakeDay());
            assertTrue(out.toString().startsWith(FakeDay.COLORED_SCREEN), out.toString());
            out.getBuffer().setLength(0);
            run(new FakeDay(), "--no-color");

            assertTrue(out.toString().startsWith(FakeDay.SCREEN), out.toString());
        }

        @Test
        void showsTheProgressAndTakesItAway() {
            isTerminal = true;

            run(new FakeDay());

            String[] drawings = err.toString().split("\r", -1);
            assertTrue(drawings[1].contains(" 50%"), err.toString());
            assertTrue(drawings[2].isBlank(), err.toString());
        }

        @Test
        void showsNoProgressElsewhereOrIfQuiet() {
            run(new FakeDay());
            assertFalse(err.toString().contains("%"), err.toString());
            isTerminal = true;

            run(new FakeDay(), "--quiet");

            assertFalse(err.toString().contains("%"), err.toString());
        }

        @Test
        void heedsNoColor() {
            isTerminal = true;
            isColorWelcome = false;

            run(new FakeDay());

            assertTrue(out.toString().startsWith(FakeDay.SCREEN), out.toString());
        }

        @Test
        void colorsNothingElsewhere() {
            run(new FakeDay());

            assertTrue(out.toString().startsWith(FakeDay.SCREEN), out.toString());
        }
    }

    @Nested
    class WhenAskedForHelp {

        @Test
        void showsExamplesAndExitCodes() {
            assertEquals(0, windtunnel(new FakeDay(), "run", "--help"));

            assertTrue(out.toString().contains("scenarios/innovate-inc/launch-day.yaml"), out.toString());
            assertTrue(out.toString().contains("99 an objective was missed"), out.toString());
        }

        @Test
        void showsTheVersionOfTheJavaThatRunsIt() {
            assertEquals(0, windtunnel(new FakeDay(), "--version"));

            assertTrue(out.toString().contains("Java " + Runtime.version()), out.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenarios/launch-day.yaml", "launch-day.yml", "./launch-day", "/x/launch-day.yaml"})
    void namesTheReportAfterTheScenario(String scenario) {
        assertEquals("launch-day", RunCommand.stem(Path.of(scenario)));
    }
}
