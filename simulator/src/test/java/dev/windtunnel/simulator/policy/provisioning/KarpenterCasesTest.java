package dev.windtunnel.simulator.policy.provisioning;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.simulator.policy.ConformanceCases;
import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KarpenterCasesTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void packsPodsOntoTheTypesKarpenterChooses() {
        List<ConformanceCases.Case> cases = ConformanceCases.of("karpenter-bin-packing");
        assertEquals(2, cases.size());

        assertAll(cases.stream().map(example -> () -> {
            JsonNode given = example.given();
            List<PodNeed> pods = new ArrayList<>();
            String arch = "";
            for (JsonNode group : given.get("pods")) {
                arch = group.get("arch").isNull() ? "" : group.get("arch").asText();
                for (int pod = 0; pod < group.get("count").asInt(); pod++) {
                    pods.add(new PodNeed(
                            pods.size(),
                            "web",
                            millis(group.get("cpu")),
                            group.get("memory_bytes").asLong(),
                            List.of(),
                            ZoneSpread.NONE));
                }
            }

            ProvisioningPlan plan = ProvisioningPolicy.plan(
                    pods, List.of(), List.of(pool(offerings(given, arch))), new TreeMap<>(), 0, 0);

            SortedMap<String, Integer> launched = new TreeMap<>();
            plan.claims().forEach(claim -> launched.merge(claim.offering().instanceType(), 1, Integer::sum));
            SortedMap<String, Integer> expected = new TreeMap<>();
            example.expect()
                    .get("nodes_by_type")
                    .properties()
                    .forEach(type -> expected.put(type.getKey(), type.getValue().asInt()));
            assertEquals(expected, launched, example.id());
            assertEquals(List.of(), plan.unplaced(), example.id());
        }));
    }

    @Test
    void closesBatchesWhenKarpenterDoes() {
        List<ConformanceCases.Case> cases = ConformanceCases.of("karpenter-batching");
        assertEquals(2, cases.size());

        assertAll(cases.stream().map(example -> () -> {
            JsonNode arrivals = example.given().get("arrivals");
            BatchWindow.Settings settings = new BatchWindow.Settings(
                    example.given().get("idle_s").asLong() * SECOND,
                    example.given().get("max_s").asLong() * SECOND);
            long first = arrivals.get(0).get("t_s").asLong() * SECOND;
            long closes = BatchWindow.closesAt(settings, first, first);
            int batched = 1;
            while (batched < arrivals.size() && arrivals.get(batched).get("t_s").asLong() * SECOND < closes) {
                closes = BatchWindow.closesAt(
                        settings, first, arrivals.get(batched).get("t_s").asLong() * SECOND);
                batched++;
            }

            assertEquals(example.expect().get("first_batch_closes_at_s").asLong() * SECOND, closes, example.id());
            assertEquals(example.expect().get("pods_in_batch").size(), batched, example.id());
        }));
    }

    /** The others have another skew or topology key, minDomains, or pods with a zone selector of their own. */
    @Test
    void spreadsNewNodesOverZonesAsKarpenterDoes() {
        List<ConformanceCases.Case> all = ConformanceCases.of("karpenter-topology-spread");
        List<ConformanceCases.Case> run =
                all.stream().filter(example -> isPlainZonal(example.given())).toList();
        assertEquals(8, all.size());
        assertEquals(3, run.size());

        assertAll(run.stream().map(example -> () -> {
            SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
            SortedMap<String, Integer> byZone = new TreeMap<>();
            counts.put("web", byZone);
            List<Offering> offerings = new ArrayList<>();
            for (JsonNode zone : example.given().get("domains")) {
                offerings.add(new Offering("one-pod", zone.asText(), CapacityType.ON_DEMAND, 2, 2_000, 1, 1, 1, true));
            }
            int phase = 0;
            for (JsonNode step : example.given().get("phases")) {
                step.get("counts_reset_to")
                        .properties()
                        .forEach(zone ->
                                byZone.put(zone.getKey(), zone.getValue().asInt()));
                List<PodNeed> pods = IntStream.range(0, step.get("new_pods").asInt())
                        .mapToObj(pod -> new PodNeed(pod, "web", 1_000, 0, List.of(), ZoneSpread.DO_NOT_SCHEDULE))
                        .toList();

                ProvisioningPlan plan =
                        ProvisioningPolicy.plan(pods, List.of(), List.of(pool(offerings)), counts, 0, 0);

                plan.claims().forEach(claim -> byZone.merge(claim.offering().zone(), 1, Integer::sum));
                List<Integer> expected = new ArrayList<>();
                example.expect().get("counts_after_phase").get(phase).forEach(pods2 -> expected.add(pods2.asInt()));
                assertEquals(
                        expected,
                        byZone.values().stream().filter(n -> n > 0).sorted().toList(),
                        example.id() + " phase " + phase);
                assertEquals(
                        example.expect()
                                .get("unschedulable_per_phase")
                                .get(phase)
                                .asInt(),
                        plan.unplaced().size(),
                        example.id() + " phase " + phase);
                phase++;
            }
        }));
    }

    /** The other case limits the number of nodes, which the model's pools cannot. */
    @Test
    void keepsWithinThePoolsCpuLimit() {
        List<ConformanceCases.Case> all = ConformanceCases.of("karpenter-limits");
        List<ConformanceCases.Case> run =
                all.stream().filter(example -> example.given().has("limit_cpu")).toList();
        assertEquals(2, all.size());
        assertEquals(1, run.size());

        assertAll(run.stream().map(example -> () -> {
            JsonNode given = example.given();
            List<Offering> offerings = new ArrayList<>();
            for (JsonNode cpu : given.get("instance_cpu_sizes")) {
                offerings.add(new Offering(
                        "cpu-" + cpu.asInt(),
                        "a",
                        CapacityType.ON_DEMAND,
                        cpu.asInt(),
                        millis(cpu) - millis(given.get("overhead_cpu")),
                        1,
                        1,
                        cpu.asLong(),
                        true));
            }
            List<PodNeed> pods = new ArrayList<>();
            for (JsonNode cpu : given.get("pods_cpu")) {
                pods.add(new PodNeed(pods.size(), "web", millis(cpu), 0, List.of(), ZoneSpread.NONE));
            }
            PoolView pool = new PoolView(
                    "default", 0, millis(given.get("limit_cpu")) - millis(given.get("used_cpu")), offerings);

            ProvisioningPlan plan = ProvisioningPolicy.plan(pods, List.of(), List.of(pool), new TreeMap<>(), 0, 0);

            assertEquals(
                    example.expect().get("scheduled").asInt(), plan.claims().size(), example.id());
            assertEquals(
                    example.expect().get("unscheduled").asInt(), plan.unplaced().size(), example.id());
        }));
    }

    private static List<Offering> offerings(JsonNode given, String arch) {
        JsonNode overhead = given.get("overhead_per_node");
        List<Offering> offerings = new ArrayList<>();
        for (JsonNode type : given.get("instance_types")) {
            if (arch.isEmpty() || type.get("arch").asText().equals(arch)) {
                offerings.add(new Offering(
                        type.get("name").asText(),
                        "a",
                        CapacityType.ON_DEMAND,
                        type.get("cpu").asInt(),
                        millis(type.get("cpu")) - millis(overhead.get("cpu")),
                        type.get("memory_bytes").asLong()
                                - overhead.get("memory_bytes").asLong(),
                        type.get("max_pods").asInt(),
                        Math.round(type.get("price").asDouble() * 1e9),
                        true));
            }
        }
        return offerings;
    }

    private static PoolView pool(List<Offering> offerings) {
        return new PoolView("default", 0, PoolView.UNLIMITED, offerings);
    }

    private static long millis(JsonNode cores) {
        return Math.round(cores.asDouble() * 1_000);
    }

    private static boolean isPlainZonal(JsonNode given) {
        if (!given.get("topology_key").asText().equals("zone")
                || given.get("max_skew").asInt() != 1
                || given.hasNonNull("min_domains")) {
            return false;
        }
        boolean plain = true;
        for (JsonNode phase : given.get("phases")) {
            plain &= !phase.hasNonNull("pod_domain_filter")
                    && phase.get("pods_carry_the_constraint").asBoolean()
                    && phase.get("eligible_domains").equals(given.get("domains"));
        }
        return plain;
    }
}
