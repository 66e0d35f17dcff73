package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.CpuThrottling;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.Sidecar;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.edge.TargetConnections;
import dev.windtunnel.model.edge.TargetGroup;
import dev.windtunnel.model.edge.TargetProtocol;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.CachePlace;
import dev.windtunnel.model.workload.CallTime;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ExternalCall;
import dev.windtunnel.model.workload.ExternalService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How external services, caches, sidecars and throttling are written. */
final class SurroundingsYamlTest {

    private static final String SERVICES = "externalServices: { payments: { latency: 120ms } }\nendpoints:";
    private static final String CACHES = "caches: { items: { hitRatio: 80% } }\nendpoints:";

    @TempDir
    private Path folder = Path.of("");

    private Draft list(String more, String before) {
        return Draft.in(folder)
                .architecture("queryTime: 1ms }", "queryTime: 1ms, " + more + " }")
                .architecture("endpoints:", before);
    }

    private Draft workload(String more) {
        return Draft.in(folder)
                .architecture("server: { gunicorn: { workers: 2, threads: 4 } }", "server: { gunicorn: {} }\n" + more);
    }

    private static Endpoint list(Draft draft) {
        return draft.read().architecture().endpoints().stream()
                .filter(each -> each.name().equals("list"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areOffUnlessWritten() {
        var loaded = Draft.in(folder).read();

        assertEquals(List.of(), loaded.architecture().externalServices());
        assertEquals(List.of(), loaded.architecture().caches());
        for (Endpoint endpoint : loaded.architecture().endpoints()) {
            assertEquals(List.of(), endpoint.externalCalls());
            assertNull(endpoint.cache());
        }
        for (Workload workload : loaded.environment().workloads()) {
            assertNull(workload.sidecar());
            assertEquals(CpuThrottling.SMOOTH, workload.cpuThrottling());
        }
    }

    @Test
    void readCallsOfAnEndpoint() {
        Draft draft =
                list("externalCalls: [{ service: payments, calls: 2, probability: 5%, at: before-queries }]", SERVICES);

        ExternalService payments =
                draft.read().architecture().externalServices().getFirst();
        assertEquals("payments", payments.name());
        assertEquals(Distribution.parse("120ms"), payments.latency());
        assertEquals(Duration.ofSeconds(10), payments.timeout());
        assertNull(payments.concurrency());
        assertEquals(
                List.of(new ExternalCall("payments", 2, new Share(0.05), CallTime.BEFORE_QUERIES, false)),
                list(draft).externalCalls());
    }

    @Test
    void readACacheOfAnEndpoint() {
        Draft draft = list("cache: items", CACHES);

        Cache items = draft.read().architecture().caches().getFirst();
        assertEquals("items", list(draft).cache());
        assertEquals(CachePlace.NODE, items.in());
        assertEquals(new Share(0.8), items.hitRatio());
        assertEquals(10_000, items.warmUp());
    }

    @Test
    void readASidecarAndItsResources() {
        Workload web = workload("        sidecar: { cpu: 400us }\n        cpuThrottling: periods")
                .read()
                .environment()
                .workloads()
                .getFirst();

        Sidecar sidecar = web.sidecar();
        assertNotNull(sidecar);
        assertEquals(Distribution.parse("400us"), sidecar.cpu());
        assertEquals(new Resources(CpuQuantity.parse("100m"), ByteSize.parse("128Mi")), sidecar.requests());
        assertEquals(CpuThrottling.PERIODS, web.cpuThrottling());
    }

    @Test
    void readHowTheLoadBalancerSpeaksToItsTargets() {
        TargetGroup off = Draft.in(folder).read().environment().loadBalancer().targetGroup();
        TargetGroup written = Draft.in(folder)
                .architecture(
                        "dns: { name: shop.example }",
                        "dns: { name: shop.example }\n    loadBalancer: { targetGroup: { protocol: https, connections: tracked } }")
                .read()
                .environment()
                .loadBalancer()
                .targetGroup();

        assertEquals(new TargetGroup(TargetProtocol.HTTP, Duration.ofMillis(1), TargetConnections.COUNTED), off);
        assertEquals(new TargetGroup(TargetProtocol.HTTPS, Duration.ofMillis(1), TargetConnections.TRACKED), written);
    }

    @Test
    void nameTheNearestServiceAndCacheAtTheirPlace() {
        List<String> printed =
                list("externalCalls: [{ service: paymets }]", SERVICES).printed();

        assertEquals(1, printed.size());
        assertTrue(
                printed.getFirst().startsWith("architecture.yaml:53:141: error"), () -> "found " + printed.getFirst());
        assertTrue(printed.getFirst().contains("unknown external service 'paymets'"));
        assertTrue(printed.getFirst().contains("endpoints.list.externalCalls.0.service"));
        assertTrue(printed.getFirst().contains("payments"));
        assertTrue(list("cache: itmes", CACHES).onlyProblem().contains("unknown cache 'itmes'"));
        assertTrue(list("cache: items", "endpoints:").printed().getFirst().contains("add it below 'caches'"));
    }

    @Test
    void refuseACacheWithoutReads() {
        Draft onlyWrites = Draft.in(folder)
                .architecture(
                        "queries: 2, queryTime: 1ms }", "queries: 1, queryTime: 1ms, writes: true, cache: items }")
                .architecture("endpoints:", CACHES);

        assertTrue(onlyWrites.onlyProblem().contains("cache needs a statement that reads"));
    }

    @Test
    void refuseAZoneThatIsNotInEveryEnvironment() {
        Draft draft = list("cache: items", "caches: { items: { hitRatio: 80%, zone: b } }\nendpoints:");

        assertTrue(draft.onlyProblem().contains("unknown zone 'b' in environment dev"));
    }

    @Test
    void refuseImpossibleFigures() {
        assertTrue(list("externalCalls: [{ service: payments, calls: 0 }]", SERVICES)
                .onlyProblem()
                .contains("calls lies between 1 and 20, found 0"));
        assertTrue(list("cache: items", "caches: { items: { hitRatio: 80%, in: process, zone: a } }\nendpoints:")
                .onlyProblem()
                .contains("zone is that of a node"));
        assertTrue(workload("        sidecar: { limits: { cpu: 50m, memory: 1Gi } }")
                .onlyProblem()
                .contains("limits are at least the requests"));
    }
}
