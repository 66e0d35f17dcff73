package dev.windtunnel.simulator.policy.provisioning;

import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.GIBIBYTE;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.NO_PODS;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.available;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.node;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.offerings;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.onDemand;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.plan;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.pods;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.running;
import static dev.windtunnel.simulator.policy.provisioning.ProvisioningSituation.zoneLost;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.simulator.policy.scheduling.NodeView;
import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProvisioningPolicyTest {

    @Nested
    class WhenItChoosesAType {

        @Test
        void takesTheCheapestThatHoldsAllPodsAndSaysWhy() {
            ProvisioningPlan plan = plan(pods(3, 1_000, ZoneSpread.NONE), List.of(), List.of(onDemand("base", 0, "a")));

            assertEquals(1, plan.claims().size());
            NodeClaim claim = plan.claims().getFirst();
            assertEquals("t4g.xlarge", claim.offering().instanceType());
            assertEquals(List.of(0, 1, 2), claim.pods());
            assertEquals(
                    "3 pods fit nowhere (3 of web): t4g.xlarge on-demand in zone a at 0.1344 USD/h is the cheapest of 2"
                            + " offerings of pool base",
                    claim.reason());
        }

        @Test
        void leavesRoomForTheDaemonSets() {
            List<PodNeed> pod = pods(1, 1_930, ZoneSpread.NONE);
            List<PoolView> pools = List.of(onDemand("base", 0, "a"));

            assertEquals(
                    "t4g.large",
                    ProvisioningPolicy.plan(pod, List.of(), pools, NO_PODS, 0, 0)
                            .claims()
                            .getFirst()
                            .offering()
                            .instanceType());
            assertEquals(
                    "t4g.xlarge",
                    ProvisioningPolicy.plan(pod, List.of(), pools, NO_PODS, 1, 0)
                            .claims()
                            .getFirst()
                            .offering()
                            .instanceType());
        }

        @Test
        void growsAClaimUntilNoTypeHoldsMore() {
            // 7,910m of the largest type hold 7 pods; Karpenter fills the claim with the fewest pods first.
            ProvisioningPlan plan = plan(pods(9, 1_000, ZoneSpread.NONE), List.of(), List.of(onDemand("base", 0, "a")));

            assertEquals(
                    List.of(7, 2),
                    plan.claims().stream().map(claim -> claim.pods().size()).toList());
            assertEquals("t4g.xlarge", plan.claims().getLast().offering().instanceType());
        }

        @Test
        void addsToTheClaimWithTheFewestPodsFirst() {
            List<PodNeed> pending = new ArrayList<>(pods(2, 1_000, ZoneSpread.DO_NOT_SCHEDULE));
            pending.add(new PodNeed(2, "api", 500, GIBIBYTE, List.of(), ZoneSpread.NONE));
            pending.add(new PodNeed(3, "api", 500, GIBIBYTE, List.of(), ZoneSpread.NONE));

            ProvisioningPlan plan = plan(pending, List.of(), List.of(onDemand("base", 0, "a", "b")));

            assertEquals(
                    List.of(List.of(0, 2), List.of(1, 3)),
                    plan.claims().stream().map(NodeClaim::pods).toList());
        }

        @Test
        void skipsWhatEc2CannotGive() {
            List<Offering> offerings = new ArrayList<>();
            for (Offering offering : offerings(CapacityType.ON_DEMAND, 1.0, "a")) {
                offerings.add(available(offering, !offering.instanceType().equals("t4g.large")));
            }

            ProvisioningPlan plan = plan(
                    pods(1, 1_000, ZoneSpread.NONE),
                    List.of(),
                    List.of(new PoolView("base", 0, PoolView.UNLIMITED, offerings)));

            assertEquals("t4g.xlarge", plan.claims().getFirst().offering().instanceType());
        }

        @Test
        void takesSpotWhereItIsNotDearer() {
            List<Offering> both = new ArrayList<>(offerings(CapacityType.ON_DEMAND, 1.0, "a"));
            both.addAll(offerings(CapacityType.SPOT, 0.4, "a"));
            List<Offering> dear = new ArrayList<>(offerings(CapacityType.ON_DEMAND, 1.0, "a"));
            dear.addAll(offerings(CapacityType.SPOT, 1.1, "a"));

            assertEquals(
                    CapacityType.SPOT,
                    plan(
                                    pods(1, 1_000, ZoneSpread.NONE),
                                    List.of(),
                                    List.of(new PoolView("p", 0, PoolView.UNLIMITED, both)))
                            .claims()
                            .getFirst()
                            .offering()
                            .capacity());
            assertEquals(
                    CapacityType.ON_DEMAND,
                    plan(
                                    pods(1, 1_000, ZoneSpread.NONE),
                                    List.of(),
                                    List.of(new PoolView("p", 0, PoolView.UNLIMITED, dear)))
                            .claims()
                            .getFirst()
                            .offering()
                            .capacity());
        }

        @Test
        void takesTheZoneWithFewestNodesAtEqualPrices() {
            List<NodeView> full = List.of(node(0, "a", 0), node(1, "b", 0), node(2, "c", 0), node(3, "c", 0));

            List<String> zones = plan(
                            pods(21, 1_000, ZoneSpread.NONE), full, List.of(onDemand("base", 0, "a", "b", "c")))
                    .claims()
                    .stream()
                    .map(claim -> claim.offering().zone())
                    .toList();

            assertEquals(List.of("a", "b", "a"), zones);
        }
    }

    @Nested
    class WhenItChoosesAPool {

        @Test
        void triesTheHeavierFirst() {
            List<PoolView> pools = List.of(onDemand("light", 1, "a"), onDemand("heavy", 50, "a"));

            assertEquals(
                    "heavy",
                    plan(pods(1, 500, ZoneSpread.NONE), List.of(), pools)
                            .claims()
                            .getFirst()
                            .pool());
        }

        @Test
        void keepsToThePodsPools() {
            PodNeed pod = new PodNeed(0, "web", 500, GIBIBYTE, List.of("light"), ZoneSpread.NONE);
            List<PoolView> pools = List.of(onDemand("light", 1, "a"), onDemand("heavy", 50, "a"));

            assertEquals(
                    "light",
                    plan(List.of(pod), List.of(), pools).claims().getFirst().pool());
        }

        @Test
        void fallsBackToTheNextPoolAtTheLimit() {
            PoolView limited = new PoolView("heavy", 50, 10_000, offerings(CapacityType.ON_DEMAND, 1.0, "a", "b"));

            // The claim in zone a could still grow into 8 vCPU, so 2 of the 10 are left for zone b: too few.
            ProvisioningPlan plan = plan(
                    pods(2, 3_900, ZoneSpread.DO_NOT_SCHEDULE),
                    List.of(),
                    List.of(limited, onDemand("light", 1, "a", "b")));

            assertEquals(
                    List.of("heavy", "light"),
                    plan.claims().stream().map(NodeClaim::pool).toList());
        }
    }

    @Nested
    class WhenNodesExistOrAreOnTheirWay {

        @Test
        void launchesNothingForPodsThatTheyCanTake() {
            ProvisioningPlan plan = plan(
                    pods(3, 1_000, ZoneSpread.NONE), List.of(node(7, "a", 2_500)), List.of(onDemand("base", 0, "a")));

            assertEquals(List.of(new Nomination(0, 7), new Nomination(1, 7)), plan.nominations());
            assertEquals(List.of(2), plan.claims().getFirst().pods());
        }

        @Test
        void placesTheLargestPodsFirst() {
            List<PodNeed> pending = List.of(
                    new PodNeed(0, "web", 500, GIBIBYTE, List.of(), ZoneSpread.NONE),
                    new PodNeed(1, "web", 500, 2 * GIBIBYTE, List.of(), ZoneSpread.NONE),
                    new PodNeed(2, "web", 1_500, GIBIBYTE, List.of(), ZoneSpread.NONE));

            ProvisioningPlan plan = plan(pending, List.of(node(7, "a", 2_000)), List.of());

            assertEquals(List.of(new Nomination(2, 7), new Nomination(1, 7)), plan.nominations());
            assertEquals(List.of(0), plan.unplaced());
            assertEquals(List.of("no pool takes it"), plan.reasons());
        }

        @Test
        void doesNotCountOnNodesThatTakeNoPods() {
            NodeView lost = new NodeView(7, "node-7", "a", "base", 4_000, GIBIBYTE, 9, 4_000, GIBIBYTE, false);

            assertEquals(
                    1,
                    plan(pods(1, 500, ZoneSpread.NONE), List.of(lost), List.of(onDemand("base", 0, "a")))
                            .claims()
                            .size());
        }
    }

    @Nested
    class WhenPodsSpreadOverZones {

        private final List<PoolView> pools = List.of(onDemand("base", 0, "a", "b", "c"));

        @Test
        void opensAClaimInEachZone() {
            ProvisioningPlan plan = plan(pods(6, 500, ZoneSpread.DO_NOT_SCHEDULE), List.of(), pools);

            assertEquals(
                    List.of("a:2", "b:2", "c:2"),
                    plan.claims().stream()
                            .map(claim ->
                                    claim.offering().zone() + ":" + claim.pods().size())
                            .toList());
        }

        @Test
        void goesToTheZoneWithFewestPodsFirst() {
            ProvisioningPlan plan = ProvisioningPolicy.plan(
                    pods(1, 500, ZoneSpread.DO_NOT_SCHEDULE), List.of(), pools, running(2, 2, 1), 0, 0);

            assertEquals("c", plan.claims().getFirst().offering().zone());
        }

        @Test
        void leavesPodsOfAHardSpreadUnplacedWhenTheEmptiestZoneHasNoCapacity() {
            ProvisioningPlan plan = ProvisioningPolicy.plan(
                    pods(1, 500, ZoneSpread.DO_NOT_SCHEDULE), List.of(), zoneLost("c"), running(2, 2, 1), 0, 0);

            assertEquals(List.of(0), plan.unplaced());
            assertEquals(List.of("pool base: nothing available in a zone that the spread allows [c]"), plan.reasons());
        }

        @Test
        void dropsASoftSpreadRatherThanLeaveAPod() {
            ProvisioningPlan plan = ProvisioningPolicy.plan(
                    pods(1, 500, ZoneSpread.SCHEDULE_ANYWAY), List.of(), zoneLost("c"), running(2, 2, 1), 0, 0);

            assertEquals("a", plan.claims().getFirst().offering().zone());
        }

        @Test
        void countsPodsThatCameToAZoneWithoutAskingForIt() {
            // The pod without a spread joins the claim in zone a; the next one with a spread must see it there.
            List<PodNeed> pending = new ArrayList<>(pods(1, 1_000, ZoneSpread.DO_NOT_SCHEDULE));
            pending.add(new PodNeed(1, "web", 600, GIBIBYTE, List.of(), ZoneSpread.NONE));
            pending.add(new PodNeed(2, "web", 500, GIBIBYTE, List.of(), ZoneSpread.DO_NOT_SCHEDULE));
            pending.add(new PodNeed(3, "web", 400, GIBIBYTE, List.of(), ZoneSpread.DO_NOT_SCHEDULE));

            ProvisioningPlan plan = plan(pending, List.of(), List.of(onDemand("base", 0, "a", "b")));

            assertEquals(
                    List.of(List.of(0, 1), List.of(2, 3)),
                    plan.claims().stream().map(NodeClaim::pods).toList());
        }

        @Test
        void prefersANewNodeInTheEmptiestZoneToASkewOnAnOldOne() {
            ProvisioningPlan plan = ProvisioningPolicy.plan(
                    pods(1, 500, ZoneSpread.SCHEDULE_ANYWAY),
                    List.of(node(0, "a", 4_000)),
                    pools,
                    running(2, 2, 1),
                    0,
                    0);

            assertEquals("c", plan.claims().getFirst().offering().zone());
        }
    }

    @Nested
    class WhenNothingHelps {

        @Test
        void saysForEachPoolWhatIsInTheWay() {
            List<Offering> unavailable = offerings(CapacityType.SPOT, 0.4, "a").stream()
                    .map(offering -> available(offering, false))
                    .toList();
            List<PoolView> pools = List.of(
                    new PoolView("full", 3, 1_000, offerings(CapacityType.ON_DEMAND, 1.0, "a")),
                    new PoolView(
                            "small",
                            2,
                            PoolView.UNLIMITED,
                            offerings(CapacityType.ON_DEMAND, 1.0, "a").subList(0, 1)),
                    new PoolView("spot", 1, PoolView.UNLIMITED, unavailable));

            ProvisioningPlan plan = plan(pods(1, 3_000, ZoneSpread.NONE), List.of(), pools);

            assertEquals(
                    List.of("pool full: its CPU limit leaves 1000m, too little for a node that would do;"
                            + " pool small: none of its 1 offerings holds the pod and the DaemonSets;"
                            + " pool spot: none of the 2 offerings that would do is available"),
                    plan.reasons());
        }
    }

    @Test
    void doesNotDependOnTheOrderOfPodsPoolsAndOfferings() {
        List<ZoneSpread> spreads = List.of(ZoneSpread.values());
        List<PodNeed> pods = new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(pod -> new PodNeed(
                        pod,
                        pod % 3 == 0 ? "api" : "web",
                        250 + pod % 5 * 300,
                        GIBIBYTE,
                        List.of(),
                        spreads.get(pod % 3)))
                .toList());
        List<Offering> offerings = new ArrayList<>(offerings(CapacityType.ON_DEMAND, 1.0, "a", "b", "c"));
        ProvisioningPlan forwards = plan(
                pods, List.of(), List.of(new PoolView("x", 1, 60_000, offerings), onDemand("y", 1, "a", "b", "c")));
        Collections.reverse(pods);
        Collections.reverse(offerings);

        ProvisioningPlan backwards = plan(
                pods, List.of(), List.of(onDemand("y", 1, "a", "b", "c"), new PoolView("x", 1, 60_000, offerings)));

        assertEquals(forwards, backwards);
        assertTrue(forwards.claims().size() > 3);
    }
}
