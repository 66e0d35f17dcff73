package dev.windtunnel.simulator.policy.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EmptinessPolicyTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_000 * SECOND;
    private static final EmptinessSettings ALL_AT_ONCE = new EmptinessSettings(30 * SECOND, 0, 100);

    @Test
    void removesNodesThatHaveBeenEmptyForLongEnough() {
        EmptinessDecision decision = EmptinessPolicy.decide(
                ALL_AT_ONCE, List.of(empty(0, "a", 30), empty(1, "a", 29), busy(2, "a"), empty(3, "b", 300)), NOW);

        assertEquals(List.of(3, 0), nodes(decision));
        assertEquals(
                "node-3 has been empty for consolidateAfter 30s",
                decision.removals().getFirst().reason());
        assertEquals(NOW + SECOND, decision.nextNanos());
    }

    @Test
    void keepsThePoolsMinimumInEachZone() {
        EmptinessDecision decision = EmptinessPolicy.decide(
                new EmptinessSettings(30 * SECOND, 1, 100),
                List.of(empty(0, "a", 60), empty(1, "a", 60), empty(2, "b", 60), busy(3, "c"), empty(4, "c", 60)),
                NOW);

        assertEquals(List.of(4, 1), nodes(decision));
    }

    @Test
    void doesNotCountLostNodesForTheMinimum() {
        NodeOccupancy lost = new NodeOccupancy(0, "node-0", "a", false, 0, 0);

        assertEquals(
                List.of(),
                nodes(EmptinessPolicy.decide(
                        new EmptinessSettings(30 * SECOND, 1, 100), List.of(lost, empty(1, "a", 60)), NOW)));
    }

    @Test
    void staysWithinTheBudgetRoundedUp() {
        List<NodeOccupancy> eleven = IntStream.range(0, 11)
                .mapToObj(node -> empty(node, "a", 60 + node))
                .toList();

        // 10 % of 11, rounded up, are 2: the longest empty.
        assertEquals(
                List.of(10, 9),
                nodes(EmptinessPolicy.decide(EmptinessSettings.withDefaults(30 * SECOND, 0), eleven, NOW)));
    }

    @Test
    void countsNodesThatAreGoneAgainstTheBudget() {
        NodeOccupancy leaving = new NodeOccupancy(9, "node-9", "a", false, 0, 0);

        assertEquals(
                List.of(),
                nodes(EmptinessPolicy.decide(
                        EmptinessSettings.withDefaults(30 * SECOND, 0), List.of(leaving, empty(1, "a", 60)), NOW)));
    }

    @Nested
    class WhenANodeIsNamedForPendingPods {

        @Test
        void waitsForTheEndOfTheProtection() {
            NodeOccupancy named = new NodeOccupancy(0, "node-0", "a", true, 0, NOW + 7 * SECOND);

            EmptinessDecision decision = EmptinessPolicy.decide(ALL_AT_ONCE, List.of(named), NOW);

            assertEquals(List.of(), nodes(decision));
            assertEquals(NOW + 7 * SECOND, decision.nextNanos());
            assertEquals(List.of(0), nodes(EmptinessPolicy.decide(ALL_AT_ONCE, List.of(named), NOW + 7 * SECOND)));
        }
    }

    @Test
    void keepsAllNodesWhenToldNever() {
        EmptinessDecision decision = EmptinessPolicy.decide(
                EmptinessSettings.withDefaults(EmptinessSettings.NEVER, 0), List.of(empty(0, "a", 900)), NOW);

        assertEquals(new EmptinessDecision(List.of(), EmptinessDecision.NOTHING_DUE), decision);
    }

    @Test
    void refusesNonsense() {
        assertThrows(IllegalArgumentException.class, () -> new EmptinessSettings(-1, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> new EmptinessSettings(0, 0, 101));
        assertThrows(IllegalArgumentException.class, () -> new BatchWindow.Settings(2, 1));
    }

    @Test
    void closesADefaultBatchAfterAQuietSecondAndAtTheLatestAfterTen() {
        assertEquals(4 * SECOND, BatchWindow.closesAt(0, 3 * SECOND));
        assertEquals(10 * SECOND, BatchWindow.closesAt(0, 9_500_000_000L));
    }

    private static List<Integer> nodes(EmptinessDecision decision) {
        return decision.removals().stream().map(EmptinessDecision.Removal::node).toList();
    }

    private static NodeOccupancy empty(int node, String zone, long seconds) {
        return new NodeOccupancy(node, "node-" + node, zone, true, NOW - seconds * SECOND, 0);
    }

    private static NodeOccupancy busy(int node, String zone) {
        return new NodeOccupancy(node, "node-" + node, zone, true, NodeOccupancy.NOT_EMPTY, 0);
    }
}
