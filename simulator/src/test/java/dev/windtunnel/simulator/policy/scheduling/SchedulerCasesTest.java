package dev.windtunnel.simulator.policy.scheduling;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.simulator.policy.ConformanceCases;
import dev.windtunnel.simulator.policy.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchedulerCasesTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_000_000 * SECOND;
    private static final long MEBIBYTE = 1L << 20;

    /** The others are about init containers, taints and quotas, which a pod's need and a node's view do not hold. */
    @Test
    void fitsPodsAsTheSchedulerDoes() {
        List<ConformanceCases.Case> all = ConformanceCases.of("scheduler-fit");
        List<ConformanceCases.Case> run = all.stream()
                .filter(example -> example.given().has("pod_request"))
                .toList();
        assertEquals(9, all.size());
        assertEquals(2, run.size());

        assertAll(run.stream().map(example -> () -> {
            JsonNode allocatable = example.given().get("allocatable");
            JsonNode used = example.given().get("requested_by_pods_on_node");
            JsonNode request = example.given().get("pod_request");
            NodeView node = new NodeView(
                    0,
                    "node-0",
                    "a",
                    "any",
                    free(allocatable, used, "cpu_milli"),
                    free(allocatable, used, "memory_mib") * MEBIBYTE,
                    (int) free(allocatable, used, "pods"),
                    allocatable.get("cpu_milli").asLong(),
                    allocatable.get("memory_mib").asLong() * MEBIBYTE,
                    true);
            PodNeed pod = new PodNeed(
                    0,
                    "web",
                    request.get("cpu_milli").asLong(),
                    request.get("memory_mib").asLong() * MEBIBYTE,
                    List.of(),
                    ZoneSpread.NONE);

            List<String> refusals = SchedulingPolicy.refusals(pod, node, new TreeSet<>(), new TreeMap<>());

            assertEquals(example.expect().get("fits").asBoolean(), refusals.isEmpty(), example.id());
            NavigableSet<String> expected = new TreeSet<>();
            for (JsonNode resource : example.expect().get("insufficient")) {
                expected.add(
                        switch (resource.asText()) {
                            case "cpu_milli" -> "Insufficient cpu";
                            case "memory_mib" -> "Insufficient memory";
                            case "pods" -> "Too many pods";
                            default -> throw new IllegalArgumentException(resource.asText());
                        });
            }
            assertEquals(expected, new TreeSet<>(refusals), example.id());
        }));
    }

    /** The others have pods that do not match their own selector, hosts as domains, or nodes without a zone. */
    @Test
    void spreadsPodsOverZonesAsTheSchedulerDoes() {
        List<ConformanceCases.Case> all = ConformanceCases.of("scheduler-topology-spread");
        List<ConformanceCases.Case> run =
                all.stream().filter(example -> isZonal(example.given())).toList();
        assertEquals(5, all.size());
        assertEquals(2, run.size());

        assertAll(run.stream().map(example -> () -> {
            List<NodeView> nodes = new ArrayList<>();
            SortedMap<String, String> zoneOf = new TreeMap<>();
            for (JsonNode node : example.given().get("nodes")) {
                String name = node.get("name").asText();
                String zone = node.get("labels").get("zone").asText();
                zoneOf.put(name, zone);
                nodes.add(new NodeView(nodes.size(), name, zone, "any", 1_000, MEBIBYTE, 10, 1_000, MEBIBYTE, true));
            }
            SortedMap<String, Integer> pods = new TreeMap<>();
            for (JsonNode existing : example.given().get("existing_pods")) {
                if (existing.get("namespace").asText().equals("default")
                        && existing.get("labels").has("foo")
                        && !existing.get("terminating").asBoolean()) {
                    pods.merge(zoneOf.get(existing.get("node").asText()), 1, Integer::sum);
                }
            }
            PodNeed pod = new PodNeed(0, "foo", 100, 0, List.of(), ZoneSpread.DO_NOT_SCHEDULE);

            for (NodeView node : nodes) {
                assertEquals(
                        example.expect().get("fits").get(node.name()).asBoolean(),
                        SchedulingPolicy.refusals(pod, node, new TreeSet<>(zoneOf.values()), pods)
                                .isEmpty(),
                        example.id() + " " + node.name());
            }
        }));
    }

    @Test
    void deletesReplicasInTheControllersOrder() {
        List<ConformanceCases.Case> all = ConformanceCases.of("replicaset-scale-down-order");
        assertEquals(4, all.size());

        assertAll(all.stream().map(example -> () -> {
            List<ReplicaView> replicas = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (JsonNode pod : example.given().get("pods")) {
                names.add(pod.get("name").asText());
                replicas.add(new ReplicaView(
                        replicas.size(),
                        pod.get("scheduled").asBoolean(),
                        Phase.valueOf(pod.get("phase").asText().toUpperCase(Locale.ROOT)),
                        pod.get("ready").asBoolean(),
                        pod.get("same_set_pods_on_node").asInt(),
                        NOW - pod.get("ready_for_s").asLong() * SECOND,
                        NOW - pod.get("age_s").asLong() * SECOND,
                        pod.get("deletion_cost").asInt(),
                        pod.get("restarts").asInt()));
            }
            List<String> expected = new ArrayList<>();
            example.expect().get("deletion_order").forEach(name -> expected.add(name.asText()));

            assertEquals(
                    expected,
                    ReplicaDeletionPolicy.order(replicas, NOW).stream()
                            .map(names::get)
                            .toList(),
                    example.id());
        }));
    }

    private static long free(JsonNode allocatable, JsonNode used, String resource) {
        return allocatable.get(resource).asLong() - used.get(resource).asLong();
    }

    private static boolean isZonal(JsonNode given) {
        JsonNode constraint = given.get("constraints").get(0);
        boolean allZoned = true;
        for (JsonNode node : given.get("nodes")) {
            allZoned &= node.get("labels").has("zone");
        }
        return given.get("constraints").size() == 1
                && allZoned
                && constraint.get("topology_key").asText().equals("zone")
                && given.get("pod_labels")
                        .has(constraint.get("selector").get(0).get("key").asText());
    }
}
