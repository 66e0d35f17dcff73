package dev.windtunnel.simulator.policy.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.windtunnel.model.compute.ZoneSpread;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchedulingPolicyTest {

    private static final long GIBIBYTE = 1L << 30;

    @Nested
    class WhenSeveralNodesFit {

        @Test
        void takesTheLeastAllocatedOne() {
            List<NodeView> nodes = List.of(node(0, "a", 1_000, 4), node(1, "b", 3_500, 14), node(2, "c", 2_000, 8));

            Placement placement = SchedulingPolicy.place(pod(ZoneSpread.NONE), nodes, new TreeMap<>());

            assertEquals(1, placement.node());
            // 75 free of 100 after the pod, and 100 for equal shares of CPU and memory.
            assertEquals("node-1 in zone b scores highest (175) of 3 nodes that fit", placement.reason());
        }

        @Test
        void takesTheLowestNumberOfEquals() {
            List<NodeView> nodes = List.of(node(7, "a", 2_000, 8), node(3, "b", 2_000, 8), node(5, "c", 2_000, 8));

            assertEquals(3, place(ZoneSpread.NONE, nodes, new TreeMap<>()));
        }

        @Test
        void prefersTheEmptiestZoneForASoftSpread() {
            List<NodeView> nodes = List.of(node(0, "a", 3_000, 12), node(1, "b", 2_000, 8));

            assertEquals(0, place(ZoneSpread.NONE, nodes, counts("a", 2, "b", 1)));
            assertEquals(1, place(ZoneSpread.SCHEDULE_ANYWAY, nodes, counts("a", 2, "b", 1)));
        }

        @Test
        void fillsAFullerZoneWhenOnlyThatHasRoomForASoftSpread() {
            List<NodeView> nodes = List.of(node(0, "a", 3_000, 12), node(1, "b", 100, 1));

            assertEquals(0, place(ZoneSpread.SCHEDULE_ANYWAY, nodes, counts("a", 9, "b", 0)));
            assertEquals(Placement.NO_NODE, place(ZoneSpread.DO_NOT_SCHEDULE, nodes, counts("a", 9, "b", 0)));
        }

        @Test
        void prefersBalanceBetweenCpuAndMemory() {
            // Both have the same mean share free; the first is short of CPU and rich in memory.
            List<NodeView> nodes = List.of(node(0, "a", 1_500, 13), node(1, "b", 2_500, 9));

            assertEquals(1, place(ZoneSpread.NONE, nodes, new TreeMap<>()));
        }
    }

    @Nested
    class WhenNoNodeFits {

        @Test
        void countsTheReasonsAsTheSchedulersEventDoes() {
            List<NodeView> nodes = List.of(
                    node(0, "a", 400, 8),
                    node(1, "a", 400, 1),
                    lost(node(2, "b", 4_000, 16)),
                    lost(node(3, "b", 4_000, 16)),
                    new NodeView(4, "node-4", "c", "spot", 4_000, GIBIBYTE * 16, 0, 4_000, 16 * GIBIBYTE, true));

            Placement placement = SchedulingPolicy.place(pod(ZoneSpread.NONE), nodes, new TreeMap<>());

            assertFalse(placement.isPlaced());
            assertEquals(
                    "0/5 nodes are available: 1 Insufficient memory, 1 Too many pods, 2 Insufficient cpu,"
                            + " 2 node(s) were unreachable",
                    placement.reason());
        }

        @Test
        void keepsToThePodsPools() {
            PodNeed spotOnly = new PodNeed(0, "web", 500, 2 * GIBIBYTE, List.of("spot"), ZoneSpread.NONE);

            assertEquals(
                    "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector",
                    SchedulingPolicy.place(spotOnly, List.of(node(0, "a", 4_000, 16)), new TreeMap<>())
                            .reason());
        }

        @Test
        void hasNothingToSayWithoutNodes() {
            assertEquals(
                    "0/0 nodes are available",
                    SchedulingPolicy.place(pod(ZoneSpread.NONE), List.of(), new TreeMap<>())
                            .reason());
        }
    }

    @Nested
    class WhenAZoneIsLost {

        private final List<NodeView> nodes =
                List.of(node(0, "a", 3_000, 12), node(1, "b", 3_000, 12), lost(node(2, "c", 3_000, 12)));

        @Test
        void keepsAHardSpreadPendingAsLongAsTheDeadNodesStand() {
            Placement placement =
                    SchedulingPolicy.place(pod(ZoneSpread.DO_NOT_SCHEDULE), nodes, counts("a", 1, "b", 1));

            assertEquals(
                    "0/3 nodes are available: 1 node(s) were unreachable,"
                            + " 2 node(s) didn't match pod topology spread constraints",
                    placement.reason());
        }

        @Test
        void countsTheZoneNoMoreWhenItsNodesAreDeleted() {
            assertEquals(0, place(ZoneSpread.DO_NOT_SCHEDULE, nodes.subList(0, 2), counts("a", 1, "b", 1)));
        }

        @Test
        void countsOnlyZonesWhereThePodCouldBe() {
            PodNeed pod = new PodNeed(0, "web", 500, 2 * GIBIBYTE, List.of("base"), ZoneSpread.DO_NOT_SCHEDULE);
            NodeView otherPool = new NodeView(2, "node-2", "c", "spot", 3_000, GIBIBYTE, 9, 4_000, GIBIBYTE, true);

            assertEquals(
                    0,
                    SchedulingPolicy.place(pod, List.of(nodes.get(0), nodes.get(1), otherPool), counts("a", 1, "b", 1))
                            .node());
        }
    }

    @Test
    void needsOnlyASlotForAPodWithoutRequests() {
        PodNeed nothing = new PodNeed(0, "web", 0, 0, List.of(), ZoneSpread.NONE);

        assertEquals(
                0,
                SchedulingPolicy.place(nothing, List.of(node(0, "a", -50, 0)), new TreeMap<>())
                        .node());
    }

    private static int place(ZoneSpread spread, List<NodeView> nodes, SortedMap<String, Integer> counts) {
        return SchedulingPolicy.place(pod(spread), nodes, counts).node();
    }

    private static PodNeed pod(ZoneSpread spread) {
        return new PodNeed(0, "web", 500, 2 * GIBIBYTE, List.of(), spread);
    }

    private static NodeView node(int node, String zone, long freeCpuMillis, long freeGibibytes) {
        return new NodeView(
                node,
                "node-" + node,
                zone,
                "base",
                freeCpuMillis,
                freeGibibytes * GIBIBYTE,
                20,
                4_000,
                16 * GIBIBYTE,
                true);
    }

    private static NodeView lost(NodeView node) {
        return new NodeView(
                node.node(),
                node.name(),
                node.zone(),
                node.pool(),
                node.freeCpuMillis(),
                node.freeMemoryBytes(),
                node.freePods(),
                node.allocatableCpuMillis(),
                node.allocatableMemoryBytes(),
                false);
    }

    private static SortedMap<String, Integer> counts(String zone, int pods, String other, int otherPods) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        counts.put(zone, pods);
        counts.put(other, otherPods);
        return counts;
    }
}
