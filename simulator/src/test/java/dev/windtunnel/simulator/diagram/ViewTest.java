package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.fixture.InnovateInc;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ViewTest {

    private static Diagram prod(View view) {
        return view.of(InnovateInc.architecture(), InnovateInc.prod());
    }

    private static Node node(Diagram diagram, String id) {
        return (Node) Objects.requireNonNull(diagram.byId().get(id), id);
    }

    private static boolean leads(Diagram diagram, String from, String to, EdgeKind kind) {
        return diagram.edges().stream()
                .anyMatch(edge -> edge.kind() == kind
                        && edge.from().equals(from)
                        && edge.to().equals(to));
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenInEveryFormat(View view) {
        Diagram diagram = prod(view);

        assertTrue(MermaidWriter.write(diagram).contains("flowchart TB"));
        assertTrue(DotWriter.write(diagram).startsWith("digraph"));
        assertTrue(SvgWriter.write(diagram).endsWith("</svg>\n"));
        assertTrue(PngWriter.write(diagram, 1).length > 5_000);
    }

    @ParameterizedTest
    @EnumSource
    void keepsNodesApart(View view) {
        Diagram diagram = prod(view);
        Layout layout = DiagramLayout.of(diagram);
        List<String> nodes = diagram.byId().values().stream()
                .filter(element -> element instanceof Node)
                .map(Diagram.Element::id)
                .toList();

        for (String one : nodes) {
            for (String other : nodes) {
                Layout.Box box = Objects.requireNonNull(layout.boxes().get(one));
                Layout.Box second = Objects.requireNonNull(layout.boxes().get(other));
                assertFalse(!one.equals(other) && box.overlaps(second), () -> one + " overlaps " + other);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void carriesAnOverlayOnAnyElementInEveryFormat(View view) {
        Diagram bare = prod(view);
        Map<String, Overlay> overlays = new LinkedHashMap<>();
        bare.byId().values().stream()
                .filter(element -> element instanceof Node)
                .forEach(element -> overlays.put(element.id(), new Overlay(Overlay.Tone.BAD, "p99 412ms")));

        Diagram told = bare.withOverlay(overlays);

        for (String text : List.of(MermaidWriter.write(told), DotWriter.write(told), SvgWriter.write(told))) {
            assertEquals(overlays.size(), text.split("p99 412ms", -1).length - 1);
        }
        assertFalse(Arrays.equals(PngWriter.write(bare, 1), PngWriter.write(told, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEnvironmentOfAnotherArchitecture(View view) {
        Environment prod = InnovateInc.prod();
        Environment stranger = new Environment(
                "other",
                prod.account(),
                prod.vpc(),
                prod.dns(),
                prod.loadBalancer(),
                prod.cluster(),
                prod.workloads(),
                prod.database());

        assertThrows(IllegalArgumentException.class, () -> view.of(InnovateInc.architecture(), stranger));
    }

    @Nested
    final class OfAccounts {

        @Test
        void showsEachAccountWithWhatItHolds() {
            Diagram accounts = prod(View.ACCOUNTS);

            InnovateInc.organization().accounts().forEach(account -> {
                assertTrue(accounts.byId().containsKey("account." + account.name()), account.name());
                for (int at = 0; at < account.holds().size(); at++) {
                    Node held = node(accounts, "held." + account.name() + "." + at);
                    assertEquals(account.holds().get(at), held.lines().getFirst());
                }
            });
        }
    }

    @Nested
    final class OfTheNetwork {

        @Test
        void routesEachPrivateSubnetToTheNatOfItsZone() {
            Diagram network = prod(View.NETWORK);

            for (String zone : List.of("a", "b", "c")) {
                assertTrue(leads(network, "subnet.private." + zone, "nat." + zone, EdgeKind.DASHED), zone);
                assertTrue(leads(network, "nat." + zone, "igw", EdgeKind.DASHED), zone);
            }
        }

        @Test
        void routesAllPrivateSubnetsToTheSingleNat() {
            Diagram network = View.NETWORK.of(InnovateInc.architecture(), InnovateInc.dev());

            for (String zone : List.of("a", "b", "c")) {
                assertTrue(leads(network, "subnet.private." + zone, "nat.a", EdgeKind.DASHED), zone);
            }
            assertFalse(network.byId().containsKey("nat.b"));
        }

        @Test
        void routesIsolatedSubnetsNowhere() {
            assertTrue(prod(View.NETWORK).edges().stream().noneMatch(edge -> edge.from()
                    .startsWith("subnet.isolated")));
        }
    }

    @Nested
    final class OfTheRequestPath {

        @Test
        void leadsFromUsersToTheDatabaseByWhoAsksIt() {
            Diagram path = prod(View.REQUEST_PATH);

            assertTrue(leads(path, "users", "dns", EdgeKind.SOLID));
            assertTrue(leads(path, "dns", "alb", EdgeKind.SOLID));
            assertTrue(leads(path, "alb", "workload.frontend", EdgeKind.SOLID));
            assertTrue(leads(path, "alb", "workload.backend", EdgeKind.SOLID));
            assertTrue(leads(path, "workload.backend", "database.primary", EdgeKind.SOLID));
            assertFalse(leads(path, "workload.frontend", "database.primary", EdgeKind.SOLID));
        }

        @Test
        void saysWhichShareOfRequestsEachWorkloadAnswers() {
            List<String> shares = prod(View.REQUEST_PATH).edges().stream()
                    .filter(edge -> edge.from().equals("alb"))
                    .map(Edge::label)
                    .toList();

            assertEquals(Set.of("60% of requests", "40% of requests"), Set.copyOf(shares));
        }
    }

    @Nested
    final class OfDelivery {

        @Test
        void endsAtEveryEnvironment() {
            Diagram delivery = prod(View.DELIVERY);

            for (String name : List.of("dev", "stage", "prod")) {
                assertTrue(
                        delivery.edges().stream().anyMatch(edge -> edge.to().equals("environment." + name)), name);
                assertTrue(delivery.byId().containsKey("workload.backend." + name));
            }
        }
    }
}
