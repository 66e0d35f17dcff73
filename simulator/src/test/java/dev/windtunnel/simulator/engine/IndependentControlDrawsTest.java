package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.Luck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change to one component leaves the control plane's luck with all others as it was, through a lost zone with its failover,
 * evictions, launches, boots and registrations.
 */
class IndependentControlDrawsTest {

    private static final List<String> LOSS = List.of(
            "start=2026-11-27T09:25",
            "traffic.replay.from=1995-07-13T09:25:00-04:00",
            "duration=30m",
            "timeline.0.at=09:32",
            "timeline.0.for=12m");

    private static final String FRONTEND =
            "      frontend:\n        namespace: frontend\n        replicas: { min: 3, max: 9 }";

    /** A workload that shares no node with others: nobody else tolerates its own pool. */
    private static final String APART = """
                  aaa:
                    replicas: { min: 2, max: 2 }
                    requests: { cpu: 10m, memory: 16Mi }
                    limits: { cpu: 20m, memory: 32Mi }
                    server: { nginx: { workers: 1 } }
                    nodePools: [%s]
            """;

    private static final String POOLS = "      nodePools:\n";

    private static final String POOL = """
                    aaa-pool:
                      capacity: on-demand
                      instanceTypes: [m6g.large]
            """;

    @TempDir
    private Path folder = Path.of("");

    private String architecture = "";
    private String scenario = "";

    @BeforeEach
    void readTheLaunchDay() throws IOException {
        Path scenarios = ShippedRun.scenarios().toAbsolutePath();
        architecture = Files.readString(scenarios.resolve("innovate-inc/architecture.yaml"));
        scenario = Files.readString(scenarios.resolve("innovate-inc/launch-day.yaml"))
                .replace("../traces/", scenarios.resolve("traces") + "/");
    }

    /** What a run drew for its control plane, by purpose and component, then by number; and what happened. */
    private record Played(
            SortedMap<String, SortedMap<Long, Long>> draws, List<JournalEntry> journal, String requestDigest) {

        static Played of(CompiledScenario scenario) {
            SortedMap<String, SortedMap<Long, Long>> draws = new TreeMap<>();
            Luck luck = Luck.of(scenario.seed());
            Luck noted = (purpose, component, ordinal) -> {
                long bits = luck.bits(purpose, component, ordinal);
                draws.computeIfAbsent(purpose + " of " + component, _ -> new TreeMap<>())
                        .put(ordinal, bits);
                return bits;
            };
            Finished finished =
                    ExactRun.run(scenario, noted, (_, _) -> {}, () -> false).orElseThrow();
            return new Played(draws, finished.journal(), finished.requestDigest());
        }

        /** How often something was drawn for a purpose. */
        long count(String purpose) {
            return draws.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(purpose))
                    .mapToLong(entry -> entry.getValue().size())
                    .sum();
        }

        String told() {
            return journal.stream()
                    .map(entry -> entry.atNanos() + " " + entry.actor() + ": " + entry.what())
                    .collect(Collectors.joining("\n"));
        }
    }

    private CompiledScenario compiled(List<String> more) throws IOException {
        Files.writeString(folder.resolve("architecture.yaml"), architecture);
        Files.writeString(folder.resolve("launch-day.yaml"), scenario);
        List<String> overrides = new ArrayList<>(LOSS);
        overrides.addAll(more);
        LoadedScenario loaded =
                ShippedRun.load(folder.resolve("launch-day.yaml").toString(), overrides);
        return ScenarioCompiler.compile(loaded, Catalog.embedded());
    }

    private Played play(String... more) throws IOException {
        return Played.of(compiled(List.of(more)));
    }

    /** Puts a piece before the last place that reads so: that of the environment that is run. */
    private void insertBefore(String place, String piece) {
        int at = architecture.lastIndexOf(place);
        architecture = architecture.substring(0, at) + piece + architecture.substring(at);
    }

    private void insertAfter(String place, String piece) {
        int at = architecture.lastIndexOf(place) + place.length();
        architecture = architecture.substring(0, at) + piece + architecture.substring(at);
    }

    /** Which pods were lost where may differ; most of them draw in both runs, and then the same bits. */
    private static void assertSameDrawsOfEachComponent(Played before, Played after) {
        int all = 0;
        int inBoth = 0;
        for (Map.Entry<String, SortedMap<Long, Long>> drawn : before.draws().entrySet()) {
            SortedMap<Long, Long> now = after.draws().getOrDefault(drawn.getKey(), new TreeMap<>());
            for (Map.Entry<Long, Long> draw : drawn.getValue().entrySet()) {
                all++;
                inBoth += now.containsKey(draw.getKey()) ? 1 : 0;
                Long bits = now.getOrDefault(draw.getKey(), draw.getValue());
                assertEquals(draw.getValue(), bits, drawn.getKey() + " " + draw.getKey());
            }
        }
        int most = all;
        int again = inBoth;
        assertTrue(again > 0.7 * most, () -> "of " + most + " draws only " + again + " are made again");
    }

    @Test
    void theLossDrawsForEveryPurpose() throws IOException {
        Played played = play("workloads.backend.requests.cpu=1", "workloads.backend.limits.cpu=2");

        for (String purpose : List.of(
                "pod/boot of backend",
                "pod/boot of frontend",
                "target/registration of backend",
                "target/deregistration of frontend",
                "target/check-phase/b of backend",
                "autoscaler/sync of backend",
                "metrics/sample of on-demand-arm64-0",
                "metrics/scrape of ",
                "node/to-ready of ",
                "nodes/lease of on-demand-arm64-0",
                "nodes/back of on-demand-arm64-0",
                "nodes/monitor of ",
                "dns/false of a",
                "dns/true of a",
                "database/slow of a",
                "database/ttl of ")) {
            assertTrue(played.count(purpose) > 0, () -> purpose + " is not among " + played.draws());
        }
    }

    @Test
    void twoPodsOfAWorkloadAndTwoStartsOfAPodHaveTheirOwnBoots() throws IOException {
        SortedMap<Long, Long> boots = play().draws().get("pod/boot of backend");

        assertTrue(boots != null && boots.size() >= 4, () -> "boots: " + boots);
        assertEquals(boots.size(), boots.values().stream().distinct().count());
    }

    @Nested
    class WhenNobodySharesWithTheNewcomer {

        /** Not one node of it is ever launched. */
        @Test
        void anUnusedNodePoolChangesNothing() throws IOException {
            Played before = play();

            insertAfter(POOLS, POOL);
            Played after = play();

            assertEquals(before, after);
        }

        /** Its node, in zone a, and its pod come first in every table; zone b is lost, with the primary of the database. */
        @Test
        void aWorkloadOnItsOwnNodeMovesNobodyElsesEvents() throws IOException {
            // Backend pods so small that no node is launched: in which zone depends, rightly, on the nodes of all.
            String[] elsewhere = {
                "timeline.0.zone=b",
                "database.primaryZone=b",
                "database.standbyZone=a",
                "workloads.backend.requests.cpu=200m",
                "workloads.backend.replicas.max=6"
            };
            Played before = play(elsewhere);

            insertAfter(POOLS, POOL);
            insertBefore(FRONTEND, APART.formatted("aaa-pool").replace("min: 2, max: 2", "min: 1, max: 1"));
            Played after = play(elsewhere);

            assertTrue(after.draws().containsKey("metrics/sample of aaa-pool-0"), () -> "drawn: " + after.draws());
            assertEquals(before.told(), after.told().replaceFirst("0 scheduler: 1 pod of aaa cannot be placed\n", ""));
            assertEquals(before.requestDigest(), after.requestDigest());
            before.draws()
                    .forEach((of, draws) -> assertEquals(draws, after.draws().get(of), of));
        }

        @Test
        void anEndpointWithoutRequestsChangesNothing() throws IOException {
            Played before = play();

            insertBefore(
                    "  list:\n    workload: backend",
                    "  aaa: { workload: backend, path: /aaa, share: 0%, cpu: 1s, queries: 9, queryTime: 1s }\n");
            Played after = play();

            assertEquals(before, after);
        }
    }

    @Nested
    class WhenTheNewcomerSharesNodesWithOthers {

        @Test
        void aWorkloadLeavesTheDrawsOfAllOthers() throws IOException {
            Played before = play();

            insertBefore(FRONTEND, APART.formatted("on-demand-arm64"));
            Played after = play();

            assertTrue(after.draws().containsKey("target/check-phase/b of aaa"));
            assertSameDrawsOfEachComponent(before, after);
        }

        @Test
        void moreReplicasOfOneWorkloadLeaveTheDrawsOfAllOthers() throws IOException {
            Played before = play();

            Played after = play("workloads.backend.replicas.min=5");

            assertSameDrawsOfEachComponent(before, after);
        }

        @Test
        void aReadReplicaLeavesAllDraws() throws IOException {
            Played before = play();

            Played after = play("database.replicas=[{ class: db.m6g.large, zone: b }]");

            assertSameDrawsOfEachComponent(before, after);
        }
    }

    /** The zone of the standby is lost first, for a minute; the failover, ten minutes later, takes the same luck. */
    @Test
    void anEarlierLossLeavesTheLuckOfALaterOne() throws IOException {
        Played before = play();

        scenario = scenario.replace("  - { at: 09:32, fault: az-loss, zone: a, for: 40m }\n", """
                  - { at: 09:32, fault: az-loss, zone: a, for: 12m }
                  - { at: 09:26, fault: az-loss, zone: b, for: 1m }
                """);
        Played after = play();

        assertTrue(after.draws().containsKey("database/slow of b"));
        for (String ofTheLaterLoss :
                List.of("database/slow of a", "database/detect of a", "database/ttl of ", "dns/false of a")) {
            assertEquals(before.draws().get(ofTheLaterLoss), after.draws().get(ofTheLaterLoss), ofTheLaterLoss);
        }
    }
}
