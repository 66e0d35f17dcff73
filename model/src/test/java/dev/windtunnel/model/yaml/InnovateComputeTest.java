package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Cluster;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.cluster.Constraint;
import dev.windtunnel.model.compute.cluster.ControlPlane;
import dev.windtunnel.model.compute.cluster.ControlPlaneLog;
import dev.windtunnel.model.compute.cluster.Namespace;
import dev.windtunnel.model.compute.cluster.NetworkPolicies;
import dev.windtunnel.model.compute.node.Label;
import dev.windtunnel.model.compute.pod.PodSecurityLevel;
import dev.windtunnel.model.compute.rollout.CanaryStep;
import dev.windtunnel.model.compute.rollout.Strategy;
import dev.windtunnel.model.unit.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The customer's cluster in full (S08, S09, S19-S34, S40, S41, S53, S54, S61, S62, S65). */
final class InnovateComputeTest {

    private static final Architecture DESIGN = ShippedDesign.today();

    private final Environment prod = DESIGN.environment("prod").orElseThrow();
    private final Cluster cluster = prod.cluster();
    private final Workload backend = prod.workload("backend").orElseThrow();

    @Test
    void closesTheControlPlaneAndKeepsItsAuditLog() {
        ControlPlane controlPlane = cluster.controlPlane();

        assertTrue(controlPlane.endpointAccess().isPrivate());
        assertFalse(controlPlane.endpointAccess().isPublic());
        assertTrue(controlPlane.logs().contains(ControlPlaneLog.AUDIT));
        assertEquals("eks-secrets", controlPlane.secretsEncryptionKey());
    }

    @Test
    void hasTheFiveNamespacesEachWithALimitRangeAndAQuota() {
        assertEquals(
                List.of("frontend", "backend", "data", "platform", "observability"),
                cluster.namespaces().stream().map(Namespace::name).toList());
        assertTrue(cluster.namespaces().stream()
                .allMatch(each -> each.limitRange() != null && each.resourceQuota() != null));
    }

    @Test
    void closesTheWayIntoBackendButForFrontendAndTheLoadBalancer() {
        NetworkPolicies policies = cluster.namespace("backend").orElseThrow().networkPolicies();

        assertEquals(
                List.of(NetworkPolicies.Direction.INGRESS, NetworkPolicies.Direction.EGRESS), policies.defaultDeny());
        assertEquals(
                "frontend",
                Objects.requireNonNull(policies.allow().getFirst().from()).namespace());
        assertEquals(List.of(8000), policies.allow().getFirst().ports());
    }

    @Test
    void refusesImagesFromElsewhere() {
        assertTrue(cluster.admission().denies(Constraint.Kind.IMAGE_PROVENANCE));
        assertFalse(cluster.admission().denies(Constraint.Kind.REQUIRE_REQUESTS));
        assertNotNull(cluster.admission().signatures());
    }

    @Test
    void letsNoSpotNodeBeMovedInTheBusyHours() {
        var onDemand = cluster.nodePools().getFirst();
        var spot = cluster.nodePools().get(2);

        assertEquals(
                Schedule.parse("0 17 * * *"),
                onDemand.disruption().budgets().get(1).schedule());
        assertEquals(List.of(new Label("purchase", "spot")), spot.labels());
        assertTrue(prod.workload("frontend").orElseThrow().template().scheduling().tolerations().stream()
                .anyMatch(toleration -> toleration.tolerates(spot.taints().getFirst())));
        assertFalse(backend.template().scheduling().tolerations().stream()
                .anyMatch(toleration -> toleration.tolerates(spot.taints().getFirst())));
    }

    @Test
    void releasesTheBackendByACanaryThatIsMeasured() {
        Strategy.Canary canary =
                assertInstanceOf(Strategy.Canary.class, backend.rollout().strategy());

        assertEquals(new CanaryStep.SetWeight(5), canary.steps().getFirst());
        assertEquals(new CanaryStep.Pause(Duration.ofMinutes(5)), canary.steps().get(1));
        assertTrue(canary.isAnalyzed());
        assertEquals(
                Duration.ofMinutes(2),
                Objects.requireNonNull(canary.analysis()).metrics().getFirst().timeToFail());
    }

    @Test
    void runsItsPodsUnderTheRestrictedStandard() {
        assertTrue(prod.workloads().stream()
                .allMatch(workload -> workload.template().securityContext().level() == PodSecurityLevel.RESTRICTED));
    }

    @Test
    void runsWhatCanWaitOnSpot() {
        assertEquals(
                List.of("spot-arm64", "spot-amd64"), prod.cronJobs().getFirst().nodePools());
        assertEquals("America/New_York", prod.cronJobs().getFirst().timeZone().getId());
    }

    @Test
    void keepsTheDevelopersClusterSmallerUnderTheSameRules() {
        Cluster dev = DESIGN.environment("dev").orElseThrow().cluster();

        assertEquals(
                List.of("on-demand-arm64"),
                dev.nodePools().stream().map(NodePool::name).toList());
        assertEquals(List.of(), dev.nodeGroups());
        assertEquals(32, Objects.requireNonNull(dev.quotas()).onDemand());
        assertEquals(cluster.admission(), dev.admission());
        assertEquals(
                PodSecurityLevel.RESTRICTED,
                dev.namespaces().getFirst().podSecurity().enforce());
    }
}
