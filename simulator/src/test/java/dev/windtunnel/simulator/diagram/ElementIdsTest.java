package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ElementIdsTest {

    private static String ofNode(String id) {
        return ElementIds.of(new Node(id, NodeKind.NODES, List.of("x")));
    }

    @Test
    void staysReadableForPlainIds() {
        assertEquals("n_workload_backend_a", ofNode("workload.backend.a"));
        assertEquals(
                "g_zone_a", ElementIds.of(new Group("zone.a", GroupKind.ZONE, "", "", Arrangement.ROW, List.of())));
    }

    @Test
    void writesOtherCharactersByTheirCodePoint() {
        assertEquals("n_a__5f__b__fc____1f680__", ofNode("a_b\u00fc\ud83d\ude80"));
    }

    /** Every id of up to five characters from an alphabet in which dots, underscores and hexadecimal digits can be mistaken. */
    @Test
    void givesNoTwoIdsTheSameIdentifier() {
        Map<String, String> seen = new LinkedHashMap<>();
        List<String> level = List.of("");
        for (int length = 1; length <= 5; length++) {
            level = level.stream()
                    .flatMap(start ->
                            List.of("5", "f", "2", "e", "_", ".", "-").stream().map(end -> start + end))
                    .toList();
            for (String id : level) {
                String identifier = ofNode(id);
                String other = seen.put(identifier, id);
                assertEquals(null, other, id + " and " + other + " are both " + identifier);
                assertTrue(identifier.matches("n_[A-Za-z0-9_]+"), identifier);
            }
        }
    }
}
