package dev.windtunnel.simulator.policy.provisioning;

import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.simulator.policy.scheduling.NodeView;
import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Builders of what a provisioning round looks at, with defaults for what does not matter. */
final class ProvisioningSituation {

    static final long GIBIBYTE = 1L << 30;
    static final SortedMap<String, SortedMap<String, Integer>> NO_PODS = new TreeMap<>();

    private ProvisioningSituation() {}

    static ProvisioningPlan plan(List<PodNeed> pending, List<NodeView> nodes, List<PoolView> pools) {
        return ProvisioningPolicy.plan(pending, nodes, pools, NO_PODS, 0, 0);
    }

    static List<PodNeed> pods(int count, long cpuMillis, ZoneSpread spread) {
        return IntStream.range(0, count)
                .mapToObj(pod -> new PodNeed(pod, "web", cpuMillis, GIBIBYTE, List.of(), spread))
                .toList();
    }

    static NodeView node(int node, String zone, long freeCpuMillis) {
        return new NodeView(
                node, "node-" + node, zone, "base", freeCpuMillis, 14 * GIBIBYTE, 20, 3_920, 14 * GIBIBYTE, true);
    }

    static PoolView onDemand(String name, int weight, String... zones) {
        return new PoolView(name, weight, PoolView.UNLIMITED, offerings(CapacityType.ON_DEMAND, 1.0, zones));
    }

    static List<PoolView> zoneLost(String lost) {
        List<Offering> offerings = offerings(CapacityType.ON_DEMAND, 1.0, "a", "b", "c").stream()
                .map(offering -> available(offering, !offering.zone().equals(lost)))
                .toList();
        return List.of(new PoolView("base", 0, PoolView.UNLIMITED, offerings));
    }

    /** t4g.large, xlarge and 2xlarge in each zone, at a multiple of the on-demand price. */
    static List<Offering> offerings(CapacityType capacity, double priceFactor, String... zones) {
        List<Offering> offerings = new ArrayList<>();
        for (String zone : zones) {
            offerings.add(offering("t4g.large", zone, capacity, 2, 1_930, 7, 29, 67_200_000 * priceFactor));
            offerings.add(offering("t4g.xlarge", zone, capacity, 4, 3_920, 14, 58, 134_400_000 * priceFactor));
            offerings.add(offering("t4g.2xlarge", zone, capacity, 8, 7_910, 29, 58, 268_800_000 * priceFactor));
        }
        return offerings;
    }

    static Offering offering(
            String type,
            String zone,
            CapacityType capacity,
            int vcpus,
            long cpu,
            long gibibytes,
            int pods,
            double price) {
        return new Offering(type, zone, capacity, vcpus, cpu, gibibytes * GIBIBYTE, pods, Math.round(price), true);
    }

    static Offering available(Offering offering, boolean available) {
        return new Offering(
                offering.instanceType(),
                offering.zone(),
                offering.capacity(),
                offering.vcpus(),
                offering.allocatableCpuMillis(),
                offering.allocatableMemoryBytes(),
                offering.maxPods(),
                offering.priceNanoUsdPerHour(),
                available);
    }

    static SortedMap<String, SortedMap<String, Integer>> running(int a, int b, int c) {
        SortedMap<String, Integer> byZone = new TreeMap<>();
        byZone.put("a", a);
        byZone.put("b", b);
        byZone.put("c", c);
        SortedMap<String, SortedMap<String, Integer>> byWorkload = new TreeMap<>();
        byWorkload.put("web", byZone);
        return byWorkload;
    }
}
