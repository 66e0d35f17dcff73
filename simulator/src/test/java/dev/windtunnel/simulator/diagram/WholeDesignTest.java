package dev.windtunnel.simulator.diagram;

import static dev.windtunnel.simulator.diagram.Drawn.group;
import static dev.windtunnel.simulator.diagram.Drawn.ids;
import static dev.windtunnel.simulator.diagram.Drawn.label;
import static dev.windtunnel.simulator.diagram.Drawn.later;
import static dev.windtunnel.simulator.diagram.Drawn.lines;
import static dev.windtunnel.simulator.diagram.Drawn.today;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Overlay.Tone;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the views show of designs that say all that the format can say: the shipped customer, today and later. */
final class WholeDesignTest {

    static List<Diagram> designs() {
        return Designs.everyView();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void isWellFormedSvgWithEachIdOnce(Diagram diagram) throws Exception {
        String svg = SvgWriter.write(diagram);

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

        NodeList all = document.getElementsByTagName("*");
        Set<String> seen = new LinkedHashSet<>();
        for (int at = 0; at < all.getLength(); at++) {
            String id = ((org.w3c.dom.Element) all.item(at)).getAttribute("id");
            assertTrue(id.isEmpty() || seen.add(id), id);
        }
        diagram.byId().values().stream()
                .filter(element -> element instanceof Node)
                .forEach(node -> assertTrue(seen.contains(ElementIds.of(node)), node.id()));
    }

    @Test
    void drawsTheLargeDesignWithAllOfItsParts() {
        Architecture large = Designs.large("");
        Set<String> path = ids(View.REQUEST_PATH.of(large, Designs.environment(large, "prod")));
        Set<String> delivery = ids(View.DELIVERY.of(large, Designs.environment(large, "prod")));

        assertTrue(path.size() + delivery.size() > 300, path.size() + " and " + delivery.size());
        assertTrue(path.containsAll(
                List.of("workload.service-23", "workload.worker-15", "queue.queue-23", "cache.cache-15")));
        assertTrue(path.containsAll(List.of("cronjob.job-15", "external.partner-15")));
        assertTrue(
                delivery.containsAll(List.of("stage.pipeline-9.push", "repository.source-12", "registry.us-west-2")));
    }

    @Nested
    final class OfTheNetwork {

        private final Diagram network = today(View.NETWORK, "prod");

        @Test
        void chainsSecurityGroupsFromOutsideToTheDatabase() {
            assertTrue(lines(network, "sg.alb").contains("443, 80 from anywhere"));
            assertEquals("8080, 8000", label(network, "sg.alb", "sg.nodes", EdgeKind.ALLOWED));
            assertEquals("5432", label(network, "sg.nodes", "sg.database", EdgeKind.ALLOWED));
            assertFalse(ids(network).contains("sg.default"));
        }

        @Test
        void showsEndpointsAndTheirRoute() {
            assertTrue(lines(network, "endpoints.interface").get(1).startsWith("ecr.api, ecr.dkr, sts"));
            assertEquals("s3", lines(network, "endpoints.gateway").get(1));
            assertTrue(lines(network, "routes.isolated").contains("pl-s3 \u2192 gateway endpoint"));
            assertFalse(lines(network, "routes.public").contains("pl-s3 \u2192 gateway endpoint"));
        }

        @Test
        void showsWhatNetworkAclsLetThrough() {
            assertEquals(
                    List.of("Network ACL isolated", "in 5432", "out 1024\u201365535"), lines(network, "acl.isolated"));
        }

        @Test
        void sendsFlowLogsToTheAccountThatKeepsThem() {
            assertEquals("flow logs", label(network, "vpc", "flow-logs", EdgeKind.DOTTED));
            assertEquals("security", group(network, "logs").title());
            assertEquals(List.of("central-logs", "all traffic, every 1m", "kept 365d"), lines(network, "flow-logs"));
        }

        @Test
        void showsTheFirewallLater() {
            assertFalse(ids(network).contains("firewall"));
            assertTrue(lines(later(View.NETWORK), "firewall").contains("pass known-domains"));
        }
    }

    @Nested
    final class OfAccounts {

        private final Diagram accounts = today(View.ACCOUNTS, "prod");

        @Test
        void nestsAccountsInTheirUnits() {
            assertTrue(group(accounts, "unit.workloads").children().contains(group(accounts, "unit.production")));
            assertTrue(group(accounts, "unit.production").children().contains(group(accounts, "account.prod")));
            assertTrue(group(accounts, "unit.non-production").children().contains(group(accounts, "account.dev")));
        }

        @Test
        void putsPoliciesAtTheirUnits() {
            assertEquals(
                    "organizational unit, policies production",
                    group(accounts, "unit.production").detail());
            assertTrue(lines(accounts, "policies.root").get(1).contains("baseline"));
        }

        @Test
        void showsControlTowerIdentityCenterAndBudgets() {
            assertTrue(lines(accounts, "control-tower").contains("7 guardrails"));
            assertTrue(
                    lines(accounts, "held.shared-services.2").containsAll(List.of("6 permission sets", "MFA always")));
            assertEquals(
                    "account, budget 6000 USD a month",
                    group(accounts, "account.prod").detail());
        }

        @Test
        void saysWhatEachEnvironmentTellsTheSecurityAccount() {
            assertEquals(
                    "CloudTrail, flow logs, ALB logs, findings",
                    label(accounts, "account.prod", "account.security", EdgeKind.DOTTED));
        }
    }

    @Nested
    final class OfDelivery {

        private final Diagram delivery = today(View.DELIVERY, "prod");

        @Test
        void runsTheStagesInTheirOrder() {
            List<String> stages = group(delivery, "pipeline.backend").children().stream()
                    .map(Element::id)
                    .toList();

            for (int at = 0; at + 1 < stages.size(); at++) {
                label(delivery, stages.get(at), stages.get(at + 1), EdgeKind.SOLID);
            }
            assertTrue(stages.indexOf("stage.backend.sign") < stages.indexOf("stage.backend.push"), stages.toString());
        }

        @Test
        void leadsFromDevelopersToEveryCluster() {
            label(delivery, "developers", "repositories", EdgeKind.SOLID);
            label(delivery, "repositories", "account.shared-services", EdgeKind.SOLID);
            assertEquals("signed image", label(delivery, "pipeline.backend", "registry", EdgeKind.SOLID));
            label(delivery, "account.shared-services", "repository.platform-config", EdgeKind.SOLID);
            for (String name : List.of("dev", "stage", "prod")) {
                label(delivery, "repository.platform-config", "argocd." + name, EdgeKind.SOLID);
                label(delivery, "argocd." + name, "admission." + name, EdgeKind.SOLID);
                label(delivery, "admission." + name, "cluster." + name, EdgeKind.SOLID);
            }
        }

        @Test
        void promotesByTagWithTheApprovalThatIsNeeded() {
            assertEquals("promoted", label(delivery, "environment.dev", "environment.stage", EdgeKind.SOLID));
            assertEquals("after 2 reviews", label(delivery, "environment.stage", "environment.prod", EdgeKind.SOLID));
            assertEquals("images prod-{sha}", group(delivery, "cluster.prod").detail());
        }

        @Test
        void showsReplicationSignaturesAndTheWayBack() {
            assertEquals("replication", label(delivery, "registry", "registry.us-west-2", EdgeKind.SOLID));
            assertTrue(lines(delivery, "admission.prod").contains("verifies signatures of cosign"));
            assertTrue(lines(delivery, "workload.backend.prod").contains("rollback: rollouts abort, automatic"));
            assertTrue(lines(delivery, "workload.backend.dev").contains("rollback: git revert"));
        }
    }

    @Nested
    final class InTheOverview {

        @Test
        void namesTheWebAclAtTheLoadBalancer() {
            assertTrue(lines(today(View.OVERVIEW, "prod"), "alb.a").contains("WAF public"));
        }

        @Test
        void showsWhatLiesInTheRecoveryRegion() {
            Diagram overview = today(View.OVERVIEW, "prod");

            assertEquals(List.of("Backup restore", "RTO 4h, RPO 30m"), lines(overview, "recovery.us-west-2"));
            assertEquals("copies", label(overview, "database.primary", "backups.us-west-2", EdgeKind.SOLID));
            assertEquals("user-uploads", lines(overview, "buckets.us-west-2").get(1));
            assertFalse(ids(today(View.OVERVIEW, "stage")).contains("region.us-west-2"));
        }

        @Test
        void showsWhatRunsThereLater() {
            Diagram later = later(View.OVERVIEW);

            assertEquals("25% of the pods", lines(later, "standby.us-west-2").get(1));
            assertEquals("async", label(later, "database.primary", "replica.us-west-2", EdgeKind.SOLID));
            assertTrue(lines(later, "dns").contains("through Global Accelerator"));
        }
    }

    @Nested
    final class OfADesignThatSaysNothingMore {

        @ParameterizedTest
        @EnumSource
        void addsNothing(View view) {
            Architecture minimal = Designs.minimal();
            Diagram drawn = view.of(minimal, minimal.environments().getFirst());

            assertTrue(drawn.edges().stream().noneMatch(edge -> edge.kind() == EdgeKind.ALLOWED));
            for (String start :
                    List.of("webacl", "sg.", "acl.", "endpoints.", "unit.", "pipeline.p", "region.", "namespace")) {
                assertTrue(ids(drawn).stream().noneMatch(id -> id.startsWith(start)), start);
            }
        }
    }

    @Nested
    final class BesideAnotherDesign {

        @Test
        void marksWhatIsNewOnTheRequestPath() {
            Diagram diff = DiagramDiff.of(today(View.REQUEST_PATH, "prod"), later(View.REQUEST_PATH));

            for (String id :
                    List.of("accelerator", "api-gateway", "region.us-west-2", "queues", "database.replica.0")) {
                Overlay overlay =
                        Objects.requireNonNull(diff.byId().get(id), id).overlay();
                assertEquals(Tone.ADDED, overlay == null ? null : overlay.tone(), id);
            }
            Overlay backend =
                    Objects.requireNonNull(diff.byId().get("workload.backend")).overlay();
            assertEquals(new Overlay(Tone.CHANGED, "was sidecars: opa"), backend);
        }

        @Test
        void marksWhatWouldGoFromTheNetwork() {
            Diagram diff = DiagramDiff.of(later(View.NETWORK), today(View.NETWORK, "prod"));

            Overlay overlay =
                    Objects.requireNonNull(diff.byId().get("firewall")).overlay();
            assertNotNull(overlay);
            assertEquals(Tone.REMOVED, overlay.tone());
        }

        @ParameterizedTest
        @EnumSource
        void carriesAnOverlayOnEveryNodeInEveryFormat(View view) {
            Diagram bare = later(view);
            Map<String, Overlay> overlays = new LinkedHashMap<>();
            bare.byId().values().stream()
                    .filter(element -> element instanceof Node)
                    .forEach(element -> overlays.put(element.id(), new Overlay(Tone.WARN, "p99 412ms")));

            Diagram told = bare.withOverlay(overlays);

            for (String text : List.of(MermaidWriter.write(told), DotWriter.write(told), SvgWriter.write(told))) {
                assertEquals(overlays.size(), text.split("p99 412ms", -1).length - 1);
            }
        }
    }
}
