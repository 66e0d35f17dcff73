package dev.windtunnel.simulator.policy.health;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windtunnel.simulator.policy.ConformanceCases;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NodeLifecyclePolicyTest {

    private static final long SECOND = 1_000_000_000L;
    private static final NodeLifecycleSettings SETTINGS = NodeLifecycleSettings.withDefaults();

    @Test
    void ratesZonesAsTheControllerDoes() {
        List<ConformanceCases.Case> cases = ConformanceCases.of("node-lifecycle-zones");
        assertEquals(3, cases.size());

        assertAll(cases.stream().map(example -> () -> {
            List<ZoneNodes> zones = new ArrayList<>();
            for (var entry : example.given().get("zones").properties()) {
                zones.add(new ZoneNodes(
                        entry.getKey(),
                        entry.getValue().get("ready").asInt(),
                        entry.getValue().get("not_ready").asInt()));
            }
            SortedMap<String, Double> rates = NodeLifecyclePolicy.taintRates(SETTINGS, zones);
            for (ZoneNodes zone : zones) {
                JsonNode state = example.expect().get("zone_state").get(zone.zone());
                JsonNode rate = example.expect().get("taint_rate_nodes_per_s").get(zone.zone());
                assertEquals(
                        switch (state.asText()) {
                            case "Normal" -> ZoneState.NORMAL;
                            case "PartialDisruption" -> ZoneState.PARTIAL_DISRUPTION;
                            case "FullDisruption" -> ZoneState.FULL_DISRUPTION;
                            default -> throw new IllegalArgumentException(state.asText());
                        },
                        NodeLifecyclePolicy.zoneState(SETTINGS, zone),
                        example.id());
                assertEquals(rate.asDouble(), rates.getOrDefault(zone.zone(), -1.0), 1e-12, example.id());
            }
        }));
    }

    @Nested
    class WhenANodeFallsSilent {

        @Test
        void isNotReadyAtTheFirstLookAfterTheGracePeriod() {
            assertEquals(45 * SECOND, NodeLifecyclePolicy.notReadyAt(SETTINGS, 3 * SECOND, 0));
            assertEquals(43 * SECOND, NodeLifecyclePolicy.notReadyAt(SETTINGS, 3 * SECOND, 3 * SECOND));
            assertEquals(47 * SECOND, NodeLifecyclePolicy.notReadyAt(SETTINGS, 3 * SECOND, 1_002 * SECOND));
        }

        @Test
        void waitsTenSecondsLongerFromKubernetes132On() {
            assertEquals(40 * SECOND, NodeLifecycleSettings.forVersion("1.31").graceNanos());
            assertEquals(50 * SECOND, NodeLifecycleSettings.forVersion("1.32").graceNanos());
            assertThrows(IllegalArgumentException.class, () -> NodeLifecycleSettings.forVersion("v1.32"));
        }

        @Test
        void isTaintedAtOnceAndEmptiedATolerationLater() {
            List<NodeTaint> taints = NodeLifecyclePolicy.taints(
                    SETTINGS,
                    List.of(new ZoneNodes("a", 2, 1), new ZoneNodes("b", 3, 0)),
                    List.of(new UnreadyNode(4, "a", 45 * SECOND)),
                    new TreeMap<>(),
                    0);

            assertEquals(
                    List.of(new NodeTaint(
                            4,
                            45 * SECOND,
                            345 * SECOND,
                            "no lease renewal for 40s; 1 of 3 nodes of zone a are lost, one is tainted per 10s")),
                    taints);
        }
    }

    @Nested
    class WhenAZoneIsLost {

        private final List<UnreadyNode> lost = IntStream.range(0, 30)
                .mapToObj(node -> new UnreadyNode(node, "a", 40 * SECOND))
                .toList();

        @Test
        void taintsItsThirtyNodesOverThreeHundredSeconds() {
            List<NodeTaint> taints = NodeLifecyclePolicy.taints(
                    SETTINGS, List.of(new ZoneNodes("a", 0, 30), new ZoneNodes("b", 30, 0)), lost, new TreeMap<>(), 0);

            assertEquals(40 * SECOND, taints.getFirst().taintNanos());
            assertEquals((40 + 290) * SECOND, taints.getLast().taintNanos());
            assertEquals((40 + 290 + 300) * SECOND, taints.getLast().evictNanos());
            assertEquals(
                    IntStream.range(0, 30).boxed().toList(),
                    taints.stream().map(NodeTaint::node).toList());
        }

        @Test
        void goesOnFromTheLastTaintWhenAskedAgain() {
            SortedMap<String, Long> last = new TreeMap<>();
            last.put("a", 100 * SECOND);

            List<NodeTaint> taints = NodeLifecyclePolicy.taints(
                    SETTINGS,
                    List.of(new ZoneNodes("a", 0, 30), new ZoneNodes("b", 30, 0)),
                    lost.subList(7, 30),
                    last,
                    0);

            assertEquals(7, taints.getFirst().node());
            assertEquals(110 * SECOND, taints.getFirst().taintNanos());
        }

        @Test
        void catchesUpFromNowWhenEvictionsWereOff() {
            List<NodeTaint> taints = NodeLifecyclePolicy.taints(
                    SETTINGS,
                    List.of(new ZoneNodes("a", 0, 30), new ZoneNodes("b", 1, 29)),
                    lost.subList(0, 2),
                    new TreeMap<>(),
                    900 * SECOND);

            assertEquals(900 * SECOND, taints.getFirst().taintNanos());
            assertEquals(910 * SECOND, taints.getLast().taintNanos());
        }

        @Test
        void taintsEachZoneAtItsOwnPace() {
            List<NodeTaint> taints = NodeLifecyclePolicy.taints(
                    SETTINGS,
                    List.of(new ZoneNodes("a", 0, 2), new ZoneNodes("b", 0, 2), new ZoneNodes("c", 2, 0)),
                    List.of(
                            new UnreadyNode(0, "a", 40 * SECOND),
                            new UnreadyNode(1, "b", 40 * SECOND),
                            new UnreadyNode(2, "a", 40 * SECOND),
                            new UnreadyNode(3, "b", 40 * SECOND)),
                    new TreeMap<>(),
                    0);

            assertEquals(
                    List.of(40 * SECOND, 40 * SECOND, 50 * SECOND, 50 * SECOND),
                    taints.stream().map(NodeTaint::taintNanos).toList());
        }

        @Test
        void evictsNothingWhenEveryZoneIsLost() {
            List<NodeTaint> taints = NodeLifecyclePolicy.taints(
                    SETTINGS, List.of(new ZoneNodes("a", 0, 30), new ZoneNodes("b", 0, 0)), lost, new TreeMap<>(), 0);

            assertTrue(taints.stream().allMatch(taint -> taint.evictNanos() == NodeTaint.NEVER));
            assertTrue(
                    taints.getFirst().reason().endsWith("the control plane distrusts itself and evicts nothing"),
                    taints.getFirst().reason());
        }
    }

    @Nested
    class WhenPartOfAZoneIsLost {

        @Test
        void evictsNothingInASmallZone() {
            List<NodeTaint> taints = NodeLifecyclePolicy.taints(
                    SETTINGS,
                    List.of(new ZoneNodes("a", 2, 3), new ZoneNodes("b", 5, 0)),
                    List.of(new UnreadyNode(0, "a", 40 * SECOND)),
                    new TreeMap<>(),
                    0);

            assertEquals(NodeTaint.NEVER, taints.getFirst().taintNanos());
        }

        @Test
        void evictsATenthAsFastInALargeZone() {
            List<NodeTaint> taints = NodeLifecyclePolicy.taints(
                    SETTINGS,
                    List.of(new ZoneNodes("a", 20, 31), new ZoneNodes("b", 5, 0)),
                    List.of(new UnreadyNode(0, "a", 40 * SECOND), new UnreadyNode(1, "a", 45 * SECOND)),
                    new TreeMap<>(),
                    0);

            assertEquals(40 * SECOND, taints.getFirst().taintNanos());
            assertEquals(140 * SECOND, taints.getLast().taintNanos());
        }

        @Test
        void takesTwoLostNodesAsNormalWhateverTheirShare() {
            assertEquals(ZoneState.NORMAL, NodeLifecyclePolicy.zoneState(SETTINGS, new ZoneNodes("a", 1, 2)));
            assertEquals(
                    ZoneState.PARTIAL_DISRUPTION, NodeLifecyclePolicy.zoneState(SETTINGS, new ZoneNodes("a", 2, 3)));
            assertEquals(
                    ZoneState.PARTIAL_DISRUPTION, NodeLifecyclePolicy.zoneState(SETTINGS, new ZoneNodes("a", 9, 11)));
            assertEquals(ZoneState.NORMAL, NodeLifecyclePolicy.zoneState(SETTINGS, new ZoneNodes("a", 10, 10)));
        }
    }

    @Test
    void refusesANodeOfAZoneThatIsNotThere() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> NodeLifecyclePolicy.taints(
                        SETTINGS,
                        List.of(new ZoneNodes("a", 1, 0)),
                        List.of(new UnreadyNode(9, "z", 0)),
                        new TreeMap<>(),
                        0));

        assertEquals("node 9 stands in zone z, which is not among the zones [a]", refusal.getMessage());
    }
}
