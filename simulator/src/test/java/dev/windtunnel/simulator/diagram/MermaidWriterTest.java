package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MermaidWriterTest {

    private static final String TEXT = "\"(?:[^\"#;`\\\\<>&|\\[\\]{}]|#\\w+;|<br/>)*\"";
    private static final Pattern NODE =
            Pattern.compile(" *(n_\\w+)(?:\\[TEXT\\]|\\(\\[TEXT\\]\\)|\\[\\(TEXT\\)\\])".replace("TEXT", TEXT));
    private static final Pattern SUBGRAPH = Pattern.compile(" *subgraph (g_\\w+)\\[TEXT\\]".replace("TEXT", TEXT));
    private static final Pattern ARROW =
            Pattern.compile(" *([ng]_\\w+) (?:-->|-\\.->)(?:\\|TEXT\\|)? ([ng]_\\w+)".replace("TEXT", TEXT));
    private static final Pattern CLASSES =
            Pattern.compile(" *(?:classDef \\w+ fill:#[0-9a-f]{6},[-\\w:#, ]+|class (?:[ng]_\\w+,)*[ng]_\\w+ \\w+)");

    static List<Diagram> pictures() {
        return Pictures.all();
    }

    @Test
    void writesTheOverviewOfProdAsKept() throws IOException {
        Golden.matches("overview-prod.mmd", MermaidWriter.write(Pictures.prod()));
    }

    @Test
    void writesALostZoneAsKept() throws IOException {
        Golden.matches("overview-prod-zone-lost.mmd", MermaidWriter.write(Pictures.prodWithoutZoneA()));
    }

    /** A grammar narrower than Mermaid's own; that one is asked by {@code docs/check-diagrams.sh}. */
    @ParameterizedTest
    @MethodSource("pictures")
    void writesOnlyLinesThatMermaidUnderstands(Diagram diagram) {
        List<String> lines = MermaidWriter.write(diagram).lines().toList();
        int body = lines.indexOf("flowchart TB") + 1;
        Set<String> declared = new LinkedHashSet<>();
        List<String> used = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();

        for (String line : lines.subList(body, lines.size())) {
            Matcher node = NODE.matcher(line);
            Matcher subgraph = SUBGRAPH.matcher(line);
            Matcher arrow = ARROW.matcher(line);
            if (node.matches()) {
                assertTrue(declared.add(node.group(1)), line);
            } else if (subgraph.matches()) {
                assertTrue(declared.add(subgraph.group(1)), line);
                open.push(line);
            } else if (line.strip().equals("end")) {
                open.pop();
            } else if (arrow.matches()) {
                used.addAll(List.of(arrow.group(1), arrow.group(2)));
            } else {
                assertTrue(CLASSES.matcher(line).matches(), line);
            }
        }

        assertTrue(body > 0 && open.isEmpty());
        assertTrue(declared.containsAll(used), used.toString());
        assertEquals(seen(diagram), declared.size());
    }

    private static long seen(Diagram diagram) {
        return diagram.byId().values().stream()
                .filter(element -> !(element instanceof Group group && group.kind() == GroupKind.LANE))
                .count();
    }

    @Test
    void keepsEveryCharacterOfALabelAsItselfOrAsAnEntity() {
        Diagram diagram = new Diagram(
                "T",
                "",
                List.of(new Node("a", NodeKind.NODES, List.of("1. \"x\" [end] <b> #; `\u00fc` \ud83d\ude80"))),
                List.of());

        String text = MermaidWriter.write(diagram);

        assertTrue(
                text.contains(
                        "n_a[\"1#46; #quot;x#quot; #91;end#93; #60;b#62; #35;#59; #96;\u00fc#96; \ud83d\ude80\"]"),
                text);
    }

    @Test
    void keepsABackslashFromBreakingTheLine() {
        Diagram diagram = new Diagram("T", "", List.of(new Node("a", NodeKind.NODES, List.of("C:\\new"))), List.of());

        assertTrue(MermaidWriter.write(diagram).contains("n_a[\"C:#92;#8203;new\"]"));
    }

    @Test
    void saysAnOverlayInWordsAndByClass() {
        String text = MermaidWriter.write(Pictures.prodWithoutZoneA());

        assertTrue(text.contains("subgraph g_zone_a[\"Availability zone a<br/>failed: 20:15 to 20:55\"]"), text);
        assertTrue(text.contains("class g_zone_a k_ZONE_FAILED"), text);
        assertTrue(text.contains("classDef k_ZONE_FAILED fill:#f9dade,stroke:#b3122b"), text);
    }

    @Nested
    class BeyondMermaidsLimits {

        /** So many groups of ten nodes, each node with an arrow to every node of the next group. */
        private static Diagram tangle(int groups) {
            List<Element> elements = new ArrayList<>();
            List<Edge> edges = new ArrayList<>();
            for (int group = 0; group < groups; group++) {
                List<Element> nodes = new ArrayList<>();
                for (int node = 0; node < 10; node++) {
                    nodes.add(new Node(group + "." + node, NodeKind.NODES, List.of("node " + node)));
                    for (int next = 0; group > 0 && next < 10; next++) {
                        edges.add(new Edge((group - 1) + "." + next, group + "." + node, EdgeKind.SOLID, "", true));
                    }
                }
                elements.add(new Group("g" + group, GroupKind.VPC, "group " + group, "", Arrangement.ROW, nodes));
            }
            return new Diagram("Tangle", "", elements, edges);
        }

        private static long arrows(String text) {
            return text.lines().filter(line -> line.contains("-->")).count();
        }

        @Test
        void drawsEverythingUpToTheLimit() {
            assertEquals(500, arrows(MermaidWriter.write(tangle(6))));
        }

        @Test
        void closesGroupsAndDrawsArrowsBetweenThemOnce() {
            String text = MermaidWriter.write(tangle(7));

            assertEquals(6, arrows(text));
            assertFalse(text.contains("subgraph"), text);
            assertTrue(text.length() < 50_000);
        }

        @Test
        void refusesWhatIsTooMuchEvenThen() {
            assertThrows(IllegalArgumentException.class, () -> MermaidWriter.write(tangle(502)));
        }
    }
}
