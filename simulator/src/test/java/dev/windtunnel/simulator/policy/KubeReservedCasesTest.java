package dev.windtunnel.simulator.policy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windtunnel.model.compute.Allocatable;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.unit.ByteSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubeReservedCasesTest {

    @Test
    void reservesWhatEksNodesReserve() {
        List<ConformanceCases.Case> reserved = ConformanceCases.of("kube-reserved").stream()
                .filter(example -> example.expect().has("cpu_milli"))
                .toList();

        assertEquals(10, reserved.size());
        assertAll(reserved.stream().map(example -> () -> {
            Resources kept = Allocatable.kubeReserved(
                    example.given().get("vcpus").asInt(),
                    example.given().get("max_pods").asInt());
            assertEquals(example.expect().get("cpu_milli").asLong(), kept.cpu().millis(), example.id());
            assertEquals(
                    ByteSize.ofMebibytes(example.expect().get("memory_mib").asLong()), kept.memory(), example.id());
        }));
    }

    @Test
    void estimatesAllocatableAsKarpenterDoesAndNeverAboveTheRealNode() {
        List<ConformanceCases.Case> estimates = ConformanceCases.of("kube-reserved").stream()
                .filter(example -> example.expect().has("estimated_allocatable_memory_mib"))
                .toList();

        assertEquals(1, estimates.size());
        assertAll(estimates.stream().map(example -> () -> {
            JsonNode given = example.given();
            ByteSize memory = ByteSize.ofMebibytes(given.get("memory_mib").asLong());
            int vcpus = given.get("vcpus").asInt();
            int maxPods = given.get("max_pods").asInt();
            Resources offered = given.get("arm64").asBoolean()
                    ? Allocatable.ofArm64(vcpus, memory, maxPods)
                    : Allocatable.of(vcpus, memory, maxPods);
            assertEquals(
                    example.expect().get("estimated_allocatable_cpu_milli").asLong(),
                    offered.cpu().millis());
            assertEquals(
                    ByteSize.ofMebibytes(example.expect()
                            .get("estimated_allocatable_memory_mib")
                            .asLong()),
                    offered.memory());
            assertTrue(offered.memory().bytes()
                    <= 1024
                            * example.expect()
                                    .get("real_node_allocatable_memory_kib")
                                    .asLong());
        }));
    }
}
