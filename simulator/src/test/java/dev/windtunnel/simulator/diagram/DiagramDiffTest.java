package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Overlay.Tone;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DiagramDiffTest {

    private static Node node(String id, String... lines) {
        return new Node(id, NodeKind.WORKLOAD, lines.length == 0 ? List.of(id) : List.of(lines));
    }

    private static Edge edge(String from, String to, String label) {
        return new Edge(from, to, EdgeKind.SOLID, label, true);
    }

    private static Diagram diagram(List<Element> elements, Edge... edges) {
        Group vpc = new Group("vpc", GroupKind.VPC, "VPC", "", Arrangement.ROW, elements);
        return new Diagram("Design", "", List.of(vpc), List.of(edges));
    }

    private static final Diagram BEFORE = diagram(
            List.of(node("a"), node("gone"), node("b", "b", "db.t4g.small", "Single-AZ")),
            edge("a", "b", "SQL"),
            edge("a", "gone", ""));
    private static final Diagram AFTER = diagram(
            List.of(node("a"), node("b", "b", "db.m6g.large", "Single-AZ"), node("new")),
            edge("a", "b", "TLS"),
            edge("b", "new", ""));

    private static @Nullable Overlay overlay(Diagram diagram, String id) {
        return Objects.requireNonNull(diagram.byId().get(id), id).overlay();
    }

    private static @Nullable Tone tone(Diagram diagram, String to) {
        return diagram.edges().stream()
                .filter(edge -> edge.to().equals(to))
                .findFirst()
                .orElseThrow()
                .tone();
    }

    @Test
    void marksWhatWasAddedRemovedAndChanged() {
        Diagram diff = DiagramDiff.of(BEFORE, AFTER);

        assertEquals(new Overlay(Tone.ADDED, ""), overlay(diff, "new"));
        assertEquals(new Overlay(Tone.REMOVED, ""), overlay(diff, "gone"));
        assertEquals(new Overlay(Tone.CHANGED, "was db.t4g.small"), overlay(diff, "b"));
        assertNull(overlay(diff, "a"));
        assertEquals(Tone.ADDED, tone(diff, "new"));
        assertEquals(Tone.REMOVED, tone(diff, "gone"));
        assertEquals(Tone.CHANGED, tone(diff, "b"));
    }

    @Test
    void keepsWhatWentWhereItStood() {
        Group vpc = (Group) DiagramDiff.of(BEFORE, AFTER).elements().getFirst();

        assertEquals(
                List.of("a", "gone", "b", "new"),
                vpc.children().stream().map(Element::id).toList());
    }

    @Test
    void countsTheDifferences() {
        assertEquals(
                "Change: 1 added, 1 removed, 1 changed",
                DiagramDiff.of(BEFORE, AFTER).subtitle());
        assertEquals("Change: nothing differs", DiagramDiff.of(AFTER, AFTER).subtitle());
    }

    @Test
    void marksAnAddedGroupOnce() {
        Diagram grown = new Diagram(
                "Design",
                "",
                List.of(new Group("vpc", GroupKind.VPC, "VPC", "", Arrangement.ROW, List.of(node("a")))),
                List.of());
        Diagram empty = new Diagram("Design", "", List.of(node("z")), List.of());

        Diagram diff = DiagramDiff.of(empty, grown);

        assertEquals(new Overlay(Tone.ADDED, ""), overlay(diff, "vpc"));
        assertNull(overlay(diff, "a"));
    }

    @Test
    void isToldInEveryFormat() {
        Diagram diff = DiagramDiff.of(BEFORE, AFTER);
        String added = ToneStyle.of(Tone.ADDED).color();

        assertTrue(MermaidWriter.write(diff).contains("linkStyle 1 stroke:" + added), MermaidWriter.write(diff));
        assertTrue(DotWriter.write(diff).contains("penwidth=2, color=\"" + added), DotWriter.write(diff));
        String svg = SvgWriter.write(diff);
        assertTrue(svg.contains("stroke=\"" + added + "\" stroke-width=\"2.5\""));
        for (String word : List.of(">added<", ">removed<", ">changed<")) {
            assertTrue(svg.substring(svg.indexOf("id=\"legend\"")).contains(word), word);
        }
        assertTrue(PngWriter.write(diff, 1).length > 2_000);
    }
}
