package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class DiagramTest {

    private static final Node A = node("a");
    private static final Node B = node("b");
    private static final Group BOX = new Group("box", GroupKind.VPC, "Box", "", Arrangement.ROW, List.of(A, B));

    private static Node node(String id) {
        return new Node(id, NodeKind.NODES, List.of(id));
    }

    private static Diagram diagram(List<Element> elements, Edge... edges) {
        return new Diagram("Title", "", elements, List.of(edges));
    }

    private static Edge edge(String from, String to) {
        return new Edge(from, to, EdgeKind.SOLID, "", true);
    }

    @Test
    void listsGroupsBeforeTheirContent() {
        Diagram diagram = diagram(List.of(BOX, node("c")));

        assertEquals(List.of("box", "a", "b", "c"), List.copyOf(diagram.byId().keySet()));
    }

    @Nested
    class WhenItMakesNoSense {

        @Test
        void refusesAnIdThatIsUsedTwice() {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> diagram(List.of(BOX, node("a"))));

            assertTrue(String.valueOf(refused.getMessage()).contains("'a'"), refused.getMessage());
        }

        @Test
        void refusesAnArrowToNothing() {
            assertThrows(IllegalArgumentException.class, () -> diagram(List.of(BOX), edge("a", "z")));
        }

        @Test
        void refusesAnArrowFromAnElementToItselfOrItsOwnGroup() {
            assertThrows(IllegalArgumentException.class, () -> diagram(List.of(BOX), edge("a", "a")));
            assertThrows(IllegalArgumentException.class, () -> diagram(List.of(BOX), edge("a", "box")));
            assertThrows(IllegalArgumentException.class, () -> diagram(List.of(BOX), edge("box", "a")));
        }

        @Test
        void refusesAnArrowToALane() {
            Group lane = new Group("lane", GroupKind.LANE, "", "", Arrangement.ROW, List.of(A));

            assertThrows(IllegalArgumentException.class, () -> diagram(List.of(lane, B), edge("b", "lane")));
        }

        @Test
        void refusesANodeWithoutLabel() {
            assertThrows(IllegalArgumentException.class, () -> new Node("a", NodeKind.NODES, List.of()));
        }
    }

    @Nested
    class WithOverlays {

        private static final Overlay FAILED = new Overlay(Overlay.Tone.FAILED, "zone lost");

        @Test
        void marksNodesAndGroupsAndNothingElse() {
            Diagram marked = diagram(List.of(BOX), edge("a", "b")).withOverlay(Map.of("box", FAILED, "b", FAILED));

            assertEquals(FAILED, overlayOf(marked, "box"));
            assertEquals(FAILED, overlayOf(marked, "b"));
            assertNull(overlayOf(marked, "a"));
            assertEquals(List.of(edge("a", "b")), marked.edges());
        }

        @Test
        void keepsWhatWasMarkedBefore() {
            Diagram marked =
                    diagram(List.of(BOX)).withOverlay(Map.of("a", FAILED)).withOverlay(Map.of("b", FAILED));

            assertEquals(FAILED, overlayOf(marked, "a"));
            assertEquals(FAILED, overlayOf(marked, "b"));
        }

        @Test
        void refusesAnIdThatIsNotInThePicture() {
            Diagram diagram = diagram(List.of(BOX));

            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> diagram.withOverlay(Map.of("zone.z", FAILED)));

            assertTrue(String.valueOf(refused.getMessage()).contains("zone.z"), refused.getMessage());
        }

        private static @Nullable Overlay overlayOf(Diagram diagram, String id) {
            return Objects.requireNonNull(diagram.byId().get(id)).overlay();
        }
    }
}
