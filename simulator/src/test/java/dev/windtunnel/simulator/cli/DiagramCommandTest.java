package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code windtunnel diagram} from the outside: exit codes, streams, files. */
class DiagramCommandTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static final Path CUSTOMER = SCENARIOS.resolve("innovate-inc").resolve("architecture.yaml");

    @TempDir
    private Path folder = Path.of("");

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int diagram(Object... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, false, false);
        String[] all = Stream.concat(
                        Stream.of("diagram"), Arrays.stream(arguments).map(Object::toString))
                .toArray(String[]::new);
        return Main.execute(all, new FakeDay(), console, new StopSwitch(), () -> 0);
    }

    @Test
    void printsTheOverviewAsMermaidByDefault() {
        assertEquals(ExitCode.FINE, diagram(CUSTOMER));

        assertTrue(out.toString().startsWith("---\ntitle: \"Innovate Inc.: overview\""), out.toString());
        assertTrue(out.toString().contains("10.30.0.0/16"), "prod is looked at");
    }

    @Test
    void looksAtTheEnvironmentThatIsNamed() {
        assertEquals(ExitCode.FINE, diagram(CUSTOMER, "--view", "network", "--environment", "stage", "--format", "dot"));

        assertTrue(out.toString().contains("Environment stage: 3 zones, 1 NAT gateway"), out.toString());
    }

    @Test
    void writesAPictureAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("delivery.png");

        assertEquals(
                ExitCode.FINE, diagram(CUSTOMER, "--view", "delivery", "--format", "png", "--scale", 1, "--out", file));

        byte[] first = Files.readAllBytes(file);
        assertEquals(0x89, first[0] & 0xff);
        assertEquals("", out.toString());
        diagram(CUSTOMER, "--view", "delivery", "--format", "png", "--scale", 1, "--out", file);
        assertArrayEquals(first, Files.readAllBytes(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(file), all.sorted().toList());
        }
    }

    @Test
    void colorsTheChangeFromAnEarlierDesign() {
        Path before = SCENARIOS.resolve("innovate-inc").resolve("queue-workers-architecture.yaml");

        assertEquals(
                ExitCode.FINE,
                diagram(CUSTOMER, "--view", "request-path", "--compare", before, "--format", "svg"));

        assertTrue(out.toString().contains(">removed<"));
        assertTrue(out.toString().contains("id=\"n_queue_orders\""), "what went is drawn");
    }

    @Test
    void namesTheNearestView() {
        assertEquals(ExitCode.BAD_INPUT, diagram(CUSTOMER, "--view", "netwrok"));

        assertTrue(err.toString().contains("found 'netwrok'; did you mean 'network'?"), err.toString());
    }

    @Test
    void namesTheNearestEnvironment() {
        assertEquals(ExitCode.BAD_INPUT, diagram(CUSTOMER, "--environment", "pord"));

        assertTrue(err.toString().contains("did you mean 'prod'?"), err.toString());
    }

    @Test
    void refusesToPrintAPngOrToWriteIntoNoFolder() {
        assertEquals(ExitCode.BAD_INPUT, diagram(CUSTOMER, "--format", "png"));
        assertTrue(err.toString().contains("--out FILE"), err.toString());

        assertEquals(ExitCode.BAD_INPUT, diagram(CUSTOMER, "--out", folder.resolve("missing").resolve("a.mmd")));
        assertTrue(err.toString().contains("its folder does not exist"), err.toString());
    }

    @Test
    void saysHowToGetADotThatIsMissing() {
        InputRejected missing = assertThrows(
                InputRejected.class, () -> InstalledDot.draw("no-such-dot", "digraph { a }", "svg"));

        assertTrue(missing.problems().getFirst().print().contains("install Graphviz"));
    }
}
