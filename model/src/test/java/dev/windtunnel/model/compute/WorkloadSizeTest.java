package dev.windtunnel.model.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import dev.windtunnel.model.unit.Share;
import org.junit.jupiter.api.Test;

class WorkloadSizeTest {

    private static WorkloadSize api(String further) {
        return WorkloadSize.of(Designs.minimal()
                .after("api:", "        databaseClient: {}", "        databaseClient: {}\n        " + further)
                .read()
                .architecture()
                .environments()
                .getFirst()
                .workload("api")
                .orElseThrow());
    }

    private static Resources of(String cpu, String memory) {
        return new Resources(CpuQuantity.parse(cpu), ByteSize.parse(memory));
    }

    @Test
    void staysAtTheMinimumWithoutAnAutoscaler() {
        WorkloadSize size = api("startup: {}");

        assertEquals(1, size.fewest());
        assertEquals(1, size.most());
        assertNull(size.target());
        assertEquals(of("500m", "256Mi"), size.requests());
        assertEquals(of("1", "512Mi"), size.limits());
    }

    @Test
    void growsToTheMaximumWithOne() {
        WorkloadSize size = api("autoscaling: { cpu: 70% }");

        assertEquals(3, size.most());
        assertEquals(Share.parse("70%"), size.target());
        // A quarter of three, rounded up.
        assertEquals(1, size.beside());
        assertEquals(4, size.mostDuringRelease());
    }

    @Test
    void followsAScaledObjectInsteadOfTheReplicas() {
        WorkloadSize size = api(
                "scaledObject: { minReplicaCount: 2, maxReplicaCount: 40, triggers: "
                        + "[{ type: cron, timezone: UTC, start: 0 8 * * *, end: 0 9 * * *, desiredReplicas: 9 }, { type: cpu, utilization: 55% }] }");

        assertEquals(2, size.fewest());
        assertEquals(40, size.most());
        assertEquals(Share.parse("55%"), size.target());
    }

    @Test
    void countsProxyAndSidecars() {
        WorkloadSize size = api("sidecar: {}\n        sidecars: { log: { requests: { cpu: 20m, memory: 32Mi } } }");

        assertEquals(of("620m", "416Mi"), size.requests());
        // The log shipper has no limit.
        assertEquals(of("3", "1536Mi"), size.limits());
    }

    @Test
    void isAsLargeAsItsLargestInitContainer() {
        WorkloadSize size = api(
                "initContainers: { load: { requests: { cpu: 100m, memory: 1Gi } }, check: { requests: { cpu: 2 } } }\n"
                        + "        sidecars: { opa: { startsFirst: true, requests: { cpu: 50m, memory: 64Mi } } }");

        // The sidecar that starts first stands beside each init container.
        assertEquals(of("2050m", "1088Mi"), size.requests());
    }
}
