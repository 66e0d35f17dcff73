package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.windtunnel.model.rule.book.DesignRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code windtunnel check} and {@code windtunnel rules} from the outside: exit codes, streams, files. */
class CheckCommandTest {

    private static final Path MINIMAL = Path.of("..", "scenarios", "minimal", "architecture.yaml");
    private static final String DATABASE =
            "    database: { class: db.t4g.small, deployment: single-az, primaryZone: a, storage: 20Gi }\n";

    @TempDir
    private Path folder = Path.of("");

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int windtunnel(boolean isTerminal, Object... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Console console =
                new Console(new PrintWriter(out, true), new PrintWriter(err, true), isTerminal, isTerminal, true);
        String[] all = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return Main.execute(all, new FakeDay(), console, new StopSwitch(), () -> 0);
    }

    private int check(Object... arguments) {
        return windtunnel(
                false, Stream.concat(Stream.of("check"), Stream.of(arguments)).toArray());
    }

    /** The smallest design with its errors accepted, so that only less is open. */
    private Path withoutErrors() throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(MINIMAL)).append("suppress:\n");
        assertEquals(ExitCode.MISSED, check(MINIMAL, "--format", "json"));
        for (JsonNode finding : new ObjectMapper().readTree(out.toString()).get("findings")) {
            if (finding.get("severity").textValue().equals("error")) {
                text.append("  - { rule: ")
                        .append(finding.get("rule").textValue())
                        .append(", because: it is a sketch }\n");
            }
        }
        return Files.writeString(folder.resolve("design.yaml"), text.toString());
    }

    @Nested
    final class ExitsWith {

        @Test
        void failureOfErrorsByDefault() {
            assertEquals(ExitCode.MISSED, check(MINIMAL));
        }

        @Test
        void successWhereErrorsAreAcceptedUnlessWarningsCount() throws IOException {
            Path design = withoutErrors();

            assertEquals(ExitCode.FINE, check(design));
            assertTrue(out.toString().contains("because it is a sketch"), out.toString());
            assertEquals(ExitCode.FINE, check(design, "--fail-on", "error"));
            assertEquals(ExitCode.MISSED, check(design, "--fail-on", "warning"));
        }

        @Test
        void successWhereFindingsAreOnlyToBeSeen() {
            assertEquals(ExitCode.FINE, check(MINIMAL, "--fail-on", "never"));
        }

        @Test
        void badInputForAFileThatIsNoDesign() throws IOException {
            Path broken = Files.writeString(folder.resolve("broken.yaml"), "architecture: [");

            assertEquals(ExitCode.BAD_INPUT, check(broken));
            assertEquals("", out.toString());
            assertEquals(ExitCode.BAD_INPUT, check(MINIMAL, "--fail-on", "sometimes"));
            assertEquals(ExitCode.BAD_INPUT, check(folder.resolve("none.yaml")));
        }
    }

    @Nested
    final class Prints {

        @Test
        void eachFindingAtItsLine() throws IOException {
            int line = Files.readString(MINIMAL)
                    .substring(0, Files.readString(MINIMAL).indexOf(DATABASE))
                    .split("\n", -1)
                    .length;
            check(MINIMAL);

            assertTrue(out.toString().startsWith(MINIMAL + "\n"), out.toString());
            assertTrue(
                    out.toString().contains("  " + line + ":50  error    R-DB-01   expected multi-az, found single-az"),
                    out.toString());
            assertTrue(out.toString().contains(DesignRules.all().size() + " rules asked.\n"), out.toString());
        }

        @Test
        void colorsOnATerminalAndNotIntoAFile() throws IOException {
            Path file = folder.resolve("findings.txt");

            windtunnel(true, "check", MINIMAL);
            assertTrue(out.toString().contains("\u001b[1;31merror"), out.toString());
            windtunnel(true, "check", MINIMAL, "--out", file);

            assertEquals("", out.toString());
            assertFalse(Files.readString(file).contains("\u001b"));
        }

        @Test
        void jsonAndSarifForPrograms() throws IOException {
            ObjectMapper json = new ObjectMapper();

            check(MINIMAL, "--format", "json");
            JsonNode findings = json.readTree(out.toString()).get("findings");
            check(MINIMAL, "--format", "sarif");
            JsonNode run = json.readTree(out.toString()).at("/runs/0");

            assertEquals(findings.size(), run.get("results").size());
            assertEquals(DesignRules.all().size(), run.at("/tool/driver/rules").size());
        }
    }

    @Nested
    final class TellsOfRules {

        @Test
        void allOfThem() {
            assertEquals(ExitCode.FINE, windtunnel(false, "rules"));

            assertTrue(out.toString().endsWith("\n" + DesignRules.all().size() + " rules.\n"), out.toString());
        }

        @Test
        void oneThatIsNamed() throws IOException {
            assertEquals(ExitCode.FINE, windtunnel(false, "rules", "R-DB-02", "--format", "json"));

            JsonNode rules = new ObjectMapper().readTree(out.toString()).get("rules");
            assertEquals(1, rules.size());
            assertEquals("error", rules.get(0).get("severity").textValue());
            assertEquals("S44", rules.get(0).get("rows").get(0).textValue());
        }

        @Test
        void whichOnesAreNearOneThatIsNot() {
            assertEquals(ExitCode.BAD_INPUT, windtunnel(false, "rules", "R-DB-99"));

            assertTrue(err.toString().contains("there is no rule R-DB-99; did you mean R-DB-09"), err.toString());
        }
    }
}
