package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DotWriterTest {

    private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*\"";

    static List<Diagram> pictures() {
        return Pictures.all();
    }

    @Test
    void writesTheOverviewOfProdAsKept() throws IOException {
        Golden.matches("overview-prod.dot", DotWriter.write(Pictures.prod()));
    }

    @Test
    void writesALostZoneAsKept() throws IOException {
        Golden.matches("overview-prod-zone-lost.dot", DotWriter.write(Pictures.prodWithoutZoneA()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void declaresEveryIdOnceAndUsesNoOther(Diagram diagram) {
        String bare = DotWriter.write(diagram).replaceAll(STRING, "TEXT");

        Set<String> declared = new LinkedHashSet<>();
        Matcher declaration = Pattern.compile("(?m)^ *(?:subgraph (cluster_g_\\w+) \\{|(a?[ng]_\\w+) \\[)")
                .matcher(bare);
        while (declaration.find()) {
            String id = declaration.group(1) == null ? declaration.group(2) : declaration.group(1);
            assertTrue(declared.add(id), id);
        }
        Matcher use = Pattern.compile("(?m)^ *(a?[ng]_\\w+) -> (a?[ng]_\\w+)|(?:lhead|ltail)=(\\w+)")
                .matcher(bare);
        while (use.find()) {
            for (int group = 1; group <= 3; group++) {
                assertTrue(use.group(group) == null || declared.contains(use.group(group)), use.group());
            }
        }
        assertFalse(bare.contains("\""), "every quotation mark belongs to a string");
        assertEquals(
                bare.chars().filter(c -> c == '{').count(),
                bare.chars().filter(c -> c == '}').count());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void writesColorsWithSixDigits(Diagram diagram) {
        Matcher color = Pattern.compile("color=\"([^\"]*)\"").matcher(DotWriter.write(diagram));

        while (color.find()) {
            assertTrue(color.group(1).matches("#[0-9a-f]{6}"), color.group());
        }
    }

    @Test
    void escapesWhatDotWouldRead() {
        Node node = new Node("end", NodeKind.NODES, List.of("a\"b\\n&amp;<c>", "\u00fc\n\ud83d\ude80"));

        String text = DotWriter.write(new Diagram("T", "", List.of(node), List.of()));

        assertTrue(text.contains("n_end [label=\"a\\\"b\\\\n&amp;amp;<c>\\n\u00fc \ud83d\ude80\""), text);
    }

    @Test
    void takesArrowsAgainstTheFlowOutOfTheRanking() {
        String text = DotWriter.write(Pictures.prod());

        assertTrue(text.contains("n_workload_backend_c -> n_database_primary [constraint=false];"), text);
        assertTrue(text.contains("n_workload_backend_a -> n_database_primary [label=\"SQL\"];"), text);
    }

    @Test
    void saysAnOverlayInWordsAndColor() {
        String text = DotWriter.write(Pictures.prodWithoutZoneA());

        assertTrue(text.contains("label=\"Availability zone a\\lfailed: 20:15 to 20:55\\l\""), text);
        assertTrue(text.contains("penwidth=3, color=\"#b3122b\", fillcolor=\"#f9dade\""), text);
    }

    /** Only where Graphviz is installed; the other tests need nothing. */
    @ParameterizedTest
    @MethodSource("pictures")
    void isDrawnByGraphvizWithoutAWord(Diagram diagram, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(onPath("dot"), "dot is not installed");
        Path source = Files.writeString(folder.resolve("diagram.dot"), DotWriter.write(diagram));
        File said = folder.resolve("said.txt").toFile();

        int exit = new ProcessBuilder(
                        "dot", "-Tsvg", "-o", folder.resolve("out.svg").toString(), source.toString())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start()
                .waitFor();

        assertEquals(0, exit, Files.readString(said.toPath()));
        assertFalse(Files.readString(said.toPath()).contains("rror"), Files.readString(said.toPath()));
    }

    private static boolean onPath(String command) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (new File(folder, command).canExecute()) {
                return true;
            }
        }
        return false;
    }
}
