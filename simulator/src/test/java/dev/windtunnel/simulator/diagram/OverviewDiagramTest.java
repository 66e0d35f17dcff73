package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.fixture.InnovateInc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class OverviewDiagramTest {

    private static final Diagram PROD = Pictures.prod();

    private static Group group(Diagram diagram, String id) {
        return (Group) Objects.requireNonNull(diagram.byId().get(id), id);
    }

    private static Node node(Diagram diagram, String id) {
        return (Node) Objects.requireNonNull(diagram.byId().get(id), id);
    }

    /** Everything that arrows lead to from here; an arrow that reaches a group reaches what is in it. */
    private static Set<String> reachable(Diagram diagram, String start) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            String id = next.pop();
            if (!seen.add(id)) {
                continue;
            }
            diagram.edges().stream()
                    .filter(edge -> edge.kind() == EdgeKind.SOLID && edge.from().equals(id))
                    .map(Edge::to)
                    .forEach(next::push);
            if (diagram.byId().get(id) instanceof Group group) {
                group.children().forEach(child -> next.push(child.id()));
            }
        }
        return seen;
    }

    @Test
    void leadsFromUsersToTheDatabaseThroughEveryZone() {
        Set<String> reached = reachable(PROD, "users");

        for (String zone : List.of("a", "b", "c")) {
            assertTrue(reached.contains("alb." + zone), zone);
            assertTrue(reached.contains("workload.backend." + zone), zone);
        }
        assertTrue(reached.containsAll(List.of("dns", "database.primary", "database.standby")), reached.toString());
    }

    @Test
    void leadsFromDevelopersThroughPipelineAndRegistryToTheCluster() {
        Set<String> reached = reachable(PROD, "developers");

        assertTrue(
                reached.containsAll(List.of("pipeline.shared-services", "registry.shared-services", "cluster")),
                reached.toString());
    }

    @Test
    void tellsTheSecurityAccountByDottedArrowsOnly() {
        List<Edge> told = PROD.edges().stream()
                .filter(edge -> edge.to().endsWith("security"))
                .toList();

        assertTrue(told.stream().allMatch(edge -> edge.kind() == EdgeKind.DOTTED), told.toString());
        assertEquals(
                List.of("account.prod", "vpc", "account.dev", "account.stage"),
                told.stream().map(Edge::from).toList());
    }

    @Test
    void nestsSubnetsInZonesInTheVpcInTheAccountInTheOrganization() {
        assertEquals(
                List.of("zone.a", "zone.b", "zone.c"),
                group(PROD, "vpc").children().stream().map(Diagram.Element::id).toList());
        assertEquals(
                List.of("subnet.public.b", "subnet.private.b", "subnet.isolated.b"),
                group(PROD, "zone.b").children().stream()
                        .map(Diagram.Element::id)
                        .toList());
        assertTrue(group(PROD, "account.prod").children().contains(group(PROD, "vpc")));
        assertTrue(group(PROD, "organization").children().contains(group(PROD, "account.prod")));
    }

    @Test
    void saysTheAddressesAsTheModelHasThem() {
        assertEquals("10.30.0.0/16", group(PROD, "vpc").detail());
        assertEquals("10.30.64.0/19", group(PROD, "subnet.private.b").detail());
    }

    @Test
    void drawsOtherEnvironmentsAsOneBoxWithTheirKeyFacts() {
        assertEquals(
                List.of(
                        "stage account",
                        "10.20.0.0/16, 3 zones, 1 NAT",
                        "backend 2\u201312, frontend 2\u20134 pods",
                        "db.m6g.large, Single-AZ"),
                node(PROD, "account.stage").lines());
        assertFalse(PROD.byId().containsKey("vpc.stage"));
    }

    @Test
    void putsNatGatewaysWhereTheyStand() {
        Diagram stage = OverviewDiagram.of(InnovateInc.architecture(), InnovateInc.stage());

        assertTrue(PROD.byId().keySet().containsAll(List.of("nat.a", "nat.b", "nat.c")));
        assertTrue(stage.byId().containsKey("nat.a"));
        assertFalse(stage.byId().containsKey("nat.b"));
    }

    @Test
    void putsPrimaryAndStandbyInTheirZones() {
        assertTrue(group(PROD, "subnet.isolated.a").children().contains(node(PROD, "database.primary")));
        assertTrue(group(PROD, "subnet.isolated.b").children().contains(node(PROD, "database.standby")));
        assertTrue(group(PROD, "subnet.isolated.c").children().isEmpty());
    }

    @Test
    void namesTheSameThingsByTheSameIdsInEveryEnvironment() {
        Diagram stage = OverviewDiagram.of(InnovateInc.architecture(), InnovateInc.stage());

        assertTrue(stage.byId().keySet().containsAll(List.of("zone.a", "alb.a", "workload.backend.c", "cluster")));
    }

    @Nested
    class WhenThereIsLittleToDraw {

        @Test
        void leavesOutDevelopersWithoutASharedAccount() {
            Diagram minimal = Pictures.minimal();

            assertFalse(minimal.byId().containsKey("developers"));
            assertTrue(reachable(minimal, "users").contains("database.primary"));
        }

        @Test
        void leadsToTheAccountWhereItsWordsNameNoPipeline() {
            Diagram awkward = Pictures.awkward();

            assertTrue(awkward.edges().stream()
                    .anyMatch(edge ->
                            edge.from().equals("developers") && edge.to().equals("account.end.")));
        }
    }

    @Nested
    class WhenSeveralWorkloadsAskTheDatabase {

        @Test
        void drawsOneArrowPerZoneFromTheNodes() {
            List<String> from = Pictures.awkward().edges().stream()
                    .filter(edge -> edge.to().equals("database.primary"))
                    .map(Edge::from)
                    .toList();

            assertEquals(List.of("nodes.a", "nodes.b", "nodes.c"), from);
        }
    }

    @Nested
    class WhenEnvironmentsShareAnAccount {

        @Test
        void drawsTheOtherOneSmallInsideOfIt() {
            Environment prod = InnovateInc.prod();
            Environment canary = new Environment(
                    "canary",
                    "prod",
                    InnovateInc.vpc(40, prod.vpc().nat()),
                    prod.dns(),
                    prod.loadBalancer(),
                    prod.cluster(),
                    prod.workloads(),
                    prod.database());
            Architecture architecture = new Architecture(
                    "Two in one",
                    "us-east-1",
                    InnovateInc.organization(),
                    List.of(prod, canary),
                    InnovateInc.endpoints());

            Diagram diagram = OverviewDiagram.of(architecture, prod);

            assertTrue(group(diagram, "account.prod").children().contains(node(diagram, "environment.canary")));
        }
    }

    @Nested
    class WhenTheInputIsWrong {

        @Test
        void refusesAnEnvironmentOfAnotherArchitecture() {
            Architecture prodOnly = new Architecture(
                    "Other",
                    "us-east-1",
                    new Organization("Other", InnovateInc.organization().accounts()),
                    List.of(InnovateInc.prod()),
                    InnovateInc.endpoints());

            assertThrows(IllegalArgumentException.class, () -> OverviewDiagram.of(prodOnly, InnovateInc.stage()));
        }

        @Test
        void refusesADatabaseOutsideTheZonesOfTheVpc() {
            Environment prod = InnovateInc.prod();
            Environment cut = new Environment(
                    "prod",
                    "prod",
                    new Vpc(
                            prod.vpc().cidr(),
                            prod.vpc().zones().subList(0, 1),
                            prod.vpc().nat()),
                    prod.dns(),
                    prod.loadBalancer(),
                    prod.cluster(),
                    prod.workloads(),
                    prod.database());
            Architecture architecture = new Architecture(
                    "Cut", "us-east-1", InnovateInc.organization(), List.of(cut), InnovateInc.endpoints());

            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> OverviewDiagram.of(architecture, cut));

            assertTrue(String.valueOf(refused.getMessage()).contains("'b'"), refused.getMessage());
        }
    }
}
