package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.compute.Cluster;
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
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.unit.Schedule;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The customer's cluster in full, laid over the shipped design (S08, S09, S19-S34, S40, S41, S53, S54, S61, S62, S65). */
final class InnovateComputeTest {

    private static final Architecture DESIGN = read();

    private final Environment prod = DESIGN.environment("prod").orElseThrow();
    private final Cluster cluster = prod.cluster();
    private final Workload backend = prod.workload("backend").orElseThrow();

    private static Architecture read() {
        Problems problems = new Problems();
        InputFiles files = new InputFiles(problems);
        YamlNode shipped = tree(files, Path.of("..", "scenarios", "innovate-inc", "architecture.yaml"));
        YamlNode compute = tree(files, Path.of("src", "test", "resources", "innovate-inc-compute.yaml"));
        YamlNode whole = overlaid(shipped, compute);
        Architecture architecture = ArchitectureReader.bind(whole, KnownNames.of(Catalog.embedded()), problems)
                .orElse(null);
        problems.throwIfAny();
        return Objects.requireNonNull(architecture);
    }

    private static YamlNode tree(InputFiles files, Path file) {
        return files.tree(file, Position.of(file.toString()), "").orElseThrow();
    }

    private static YamlNode overlaid(YamlNode below, YamlNode above) {
        if (!(below instanceof Mapping under) || !(above instanceof Mapping over)) {
            return above;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        under.entries().forEach(entry -> entries.put(entry.key(), entry));
        for (Entry entry : over.entries()) {
            Entry former = entries.get(entry.key());
            entries.put(
                    entry.key(),
                    former == null
                            ? entry
                            : new Entry(entry.key(), entry.keyPosition(), overlaid(former.value(), entry.value())));
        }
        return new Mapping(under.position(), List.copyOf(entries.values()));
    }

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
    void keepsTheDevelopersClusterSmallerAndLooser() {
        Cluster dev = DESIGN.environment("dev").orElseThrow().cluster();

        assertEquals(
                PodSecurityLevel.BASELINE,
                dev.namespaces().getFirst().podSecurity().enforce());
        assertEquals(32, Objects.requireNonNull(dev.quotas()).onDemand());
    }
}
