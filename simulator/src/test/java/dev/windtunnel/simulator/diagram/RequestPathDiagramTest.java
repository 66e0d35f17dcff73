package dev.windtunnel.simulator.diagram;

import static dev.windtunnel.simulator.diagram.Drawn.group;
import static dev.windtunnel.simulator.diagram.Drawn.ids;
import static dev.windtunnel.simulator.diagram.Drawn.label;
import static dev.windtunnel.simulator.diagram.Drawn.later;
import static dev.windtunnel.simulator.diagram.Drawn.lines;
import static dev.windtunnel.simulator.diagram.Drawn.today;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The request path of designs that say all that the format can say. */
final class RequestPathDiagramTest {

    private final Diagram path = today(View.REQUEST_PATH, "prod");

    @Test
    void screensTheLoadBalancerByItsWebAcl() {
        assertEquals("inspects", label(path, "webacl.public", "alb", EdgeKind.SOLID));
        assertEquals(List.of("WAF public", "4 managed groups", "1 rate rule"), lines(path, "webacl.public"));
    }

    @Test
    void namesTheCertificateAndTheRedirect() {
        assertTrue(lines(path, "alb").containsAll(List.of("certificate app (ACM)", "80 sent on to HTTPS")));
    }

    @Test
    void saysWhichPodsMayReachWhichAndOnWhichPorts() {
        assertEquals("8000", label(path, "workload.frontend", "workload.backend", EdgeKind.ALLOWED));
        assertEquals("", label(path, "namespace.backend", "namespace.data.workers", EdgeKind.ALLOWED));
        assertEquals("default deny", group(path, "namespace.backend").detail());
        assertTrue(path.edges().stream()
                .noneMatch(edge -> edge.kind() == EdgeKind.ALLOWED && edge.to().equals("workload.frontend")));
    }

    @Test
    void drawsNoPolicyArrowsWhereTheRuleIsTakenAway() {
        String closed = Designs.innovateText()
                .replace("- { workload: frontend, to: { namespace: backend, workload: backend }, ports: [8000] }", "")
                .replace(
                        "- { workload: backend, from: { namespace: frontend, workload: frontend }, ports: [8000] }",
                        "");
        Architecture architecture = Designs.fromText(closed);

        Diagram drawn = View.REQUEST_PATH.of(architecture, Designs.environment(architecture, "prod"));

        assertTrue(drawn.edges().stream()
                .noneMatch(edge -> edge.kind() == EdgeKind.ALLOWED && edge.to().equals("workload.backend")));
    }

    @Test
    void showsSidecarsJobsAndBuckets() {
        assertTrue(lines(path, "workload.backend").contains("sidecars: opa"));
        assertEquals("SQL", label(path, "cronjob.purge-uploads", "database.primary", EdgeKind.SOLID));
        assertEquals("objects", label(path, "workload.backend", "bucket.user-uploads", EdgeKind.SOLID));
    }

    @Test
    void leadsThroughWhatStandsBeforeTheLoadBalancerLater() {
        Diagram later = later(View.REQUEST_PATH);

        label(later, "dns", "accelerator", EdgeKind.SOLID);
        label(later, "accelerator", "alb", EdgeKind.SOLID);
        assertEquals("failover", label(later, "accelerator", "region.us-west-2", EdgeKind.SOLID));
        assertEquals("partners", label(later, "users", "api-gateway", EdgeKind.SOLID));
        assertEquals("VPC link", label(later, "api-gateway", "alb", EdgeKind.SOLID));
        assertEquals("inspects", label(later, "webacl.public", "api-gateway", EdgeKind.SOLID));
        assertTrue(later.edges().stream()
                .noneMatch(edge -> edge.from().equals("dns") && edge.to().equals("alb")));
    }

    @Test
    void showsMeshKedaAndReplicasLater() {
        Diagram later = later(View.REQUEST_PATH);

        assertTrue(group(later, "cluster").detail().contains("Istio mesh, mutual TLS strict"));
        assertEquals(
                List.of("export-worker", "0\u201320 pods", "scaled by KEDA"), lines(later, "workload.export-worker"));
        assertEquals("sends", label(later, "workload.backend", "queue.exports", EdgeKind.SOLID));
        assertEquals("reads", label(later, "workload.backend", "database.replica.0", EdgeKind.SOLID));
    }

    @Test
    void asksTheDatabaseThroughItsProxy() {
        Diagram drawn = prodWith(
                "      key: data\n      deletionProtection: true",
                "      proxy: {}\n      key: data\n      deletionProtection: true");

        assertEquals("SQL", label(drawn, "workload.backend", "database.proxy", EdgeKind.SOLID));
        label(drawn, "database.proxy", "database.primary", EdgeKind.SOLID);
    }

    @Test
    void callsAuroraByItsName() {
        Architecture aurora = Designs.fromText(LargeDesign.yaml()
                .replace("database: { class", "database: { engine: aurora-postgresql, class")
                .replace("standbyZone: b", "standbyZone: c"));

        Diagram drawn = View.REQUEST_PATH.of(aurora, Designs.environment(aurora, "prod"));

        assertEquals("Aurora writer", lines(drawn, "database.primary").getFirst());
        assertEquals("Aurora reader", lines(drawn, "database.replica.0").getFirst());
        assertFalse(ids(drawn).contains("database.standby"), "the reader takes over");
    }

    @Test
    void readsBucketsAndMissesThroughTheCdn() {
        Diagram drawn = prodWith("      certificates: { app: { domain: app.innovate.example } }\n", """
                      certificates: { app: { domain: app.innovate.example } }
                      cloudFront:
                        origins: { app: { loadBalancer: true }, files: { bucket: user-uploads } }
                        behaviors: [{ path: /files/*, origin: files }, { origin: app }]
                """);

        assertEquals("misses", label(drawn, "cdn", "alb", EdgeKind.SOLID));
        assertEquals("misses", label(drawn, "cdn", "bucket.user-uploads", EdgeKind.SOLID));
    }

    private Diagram prodWith(String old, String replacement) {
        String text = Designs.innovateText();
        assertTrue(text.contains(old), old);
        Architecture architecture = Designs.fromText(text.replace(old, replacement));
        return View.REQUEST_PATH.of(architecture, Designs.environment(architecture, "prod"));
    }
}
