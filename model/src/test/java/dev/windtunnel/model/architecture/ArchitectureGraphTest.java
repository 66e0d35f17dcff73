package dev.windtunnel.model.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.rule.Designs;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureGraphTest {

    private static ArchitectureGraph graph(Designs designs, String environment) {
        Architecture architecture = designs.read().architecture();
        return ArchitectureGraph.of(
                architecture, architecture.environment(environment).orElseThrow());
    }

    private static List<String> ids(Collection<Component> components) {
        return components.stream().map(Component::id).toList();
    }

    @Test
    void leadsFromUsersToEveryWorkloadAndStore() {
        ArchitectureGraph prod = graph(Designs.shipped(), "prod");

        List<String> goals = ids(prod.goals());
        assertTrue(
                goals.containsAll(List.of("prod/workload/frontend", "prod/workload/backend", "prod/database")),
                goals.toString());
        assertEquals(
                List.of(
                        "users",
                        "prod/dns",
                        "prod/alb/a",
                        "prod/pods/backend/a",
                        "prod/database/primary",
                        "prod/database"),
                ids(prod.path(prod.component("prod/database").orElseThrow())));
    }

    @Test
    void survivesTheLossOfAnyZoneWhereEverythingStandsTwice() {
        ArchitectureGraph prod = graph(Designs.shipped(), "prod");

        for (String zone : List.of("a", "b", "c")) {
            assertEquals(List.of(), prod.blastRadiusOfZone(zone), zone);
        }
        // Primary and standby stand in a and b: without both nobody reaches the database.
        assertTrue(prod.zoneCuts().stream()
                .anyMatch(cut -> cut.zones().equals(new java.util.TreeSet<>(List.of("a", "b")))
                        && ids(cut.cutOff()).equals(List.of("prod/database"))));
    }

    @Test
    void losesTheDatabaseWithItsOnlyZone() {
        ArchitectureGraph dev = graph(Designs.shipped(), "dev");

        assertTrue(ids(dev.blastRadiusOfZone("a")).contains("dev/database"));
        assertTrue(dev.zoneCuts().stream().anyMatch(cut -> cut.zones().size() == 1));
    }

    @Test
    void namesWhatAloneCutsUsersOff() {
        ArchitectureGraph dev = graph(Designs.shipped(), "dev");
        ArchitectureGraph prod = graph(Designs.shipped(), "prod");

        assertTrue(dev.singlePointsOfFailure().stream()
                .anyMatch(cut -> ids(cut.lost()).equals(List.of("dev/database/primary"))
                        && ids(cut.cutOff()).contains("dev/database")));
        assertTrue(prod.singlePointsOfFailure().stream()
                .noneMatch(cut -> ids(cut.lost()).equals(List.of("prod/database/primary"))));
        assertTrue(prod.singlePointsOfFailure().stream()
                .anyMatch(cut -> ids(cut.lost()).equals(List.of("prod/dns"))));
    }

    @Test
    void leavesThroughTheOneNatGatewayOfStage() {
        Designs calling = Designs.shipped()
                .after("  checkout:\n", "    writes: true\n", "    writes: true\n    externalCalls: [{service: pay}]\n")
                .with("externalServices: {pay: {latency: 200ms}}");

        assertTrue(ids(graph(calling, "stage").blastRadiusOfZone("a")).contains("stage/external/pay"));
        assertEquals(List.of(), graph(calling, "prod").blastRadiusOfZone("a"));
    }

    @Test
    void findsNoCircleInTheShippedDesign() {
        assertEquals(List.of(), graph(Designs.shipped(), "prod").cycles());
    }
}
