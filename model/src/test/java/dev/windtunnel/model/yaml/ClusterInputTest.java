package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.Cluster;
import dev.windtunnel.model.compute.NodeGroup;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.node.ClusterAutoscaler;
import dev.windtunnel.model.compute.node.Disruption;
import dev.windtunnel.model.compute.node.NodeClass;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CountOrShare;
import dev.windtunnel.model.unit.CpuQuantity;
import dev.windtunnel.model.unit.WeeklyWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a cluster and its nodes, and what is refused. */
final class ClusterInputTest {

    private static final String POOLS = "          instanceTypes: [m6g.large, m7g.large]\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft draft() {
        return Draft.in(folder);
    }

    /** A key of the cluster of prod. */
    private Draft cluster(String keys) {
        return draft().architecture(POOLS, POOLS + "      " + keys + "\n");
    }

    private Draft pool(String keys) {
        return draft().architecture(POOLS, POOLS + "          " + keys + "\n");
    }

    private static Cluster read(Draft draft) {
        return draft.read().environment().cluster();
    }

    @Test
    void isAsEksMakesItIfNothingIsSaid() {
        Cluster cluster = read(draft());

        assertEquals(
                new Cluster(
                        "1.34", cluster.nodePools(), new Resources(CpuQuantity.parse("150m"), ByteSize.parse("320Mi"))),
                cluster);
    }

    @Test
    void isOfAMinorVersion() {
        String problem = draft().set("cluster.version=v1.34").onlyProblem();

        assertTrue(problem.contains("version is a minor version such as 1.34, found 'v1.34'"), problem);
    }

    @Test
    void launchesNodesAsKarpenterDoesIfNothingIsSaid() {
        NodePool pool = read(draft()).nodePools().getFirst();

        assertEquals(Disruption.ofDefaults(), pool.disruption());
        assertEquals(NodeClass.ofDefaults(), pool.nodeClass());
        assertEquals(Duration.ofDays(30), pool.expireAfter());
        assertNull(pool.terminationGracePeriod());
    }

    @Test
    void hasTheDefaultsOfAManagedNodeGroup() {
        NodeGroup group = read(cluster(
                        "nodeGroups: { fallback: { architecture: arm64, capacity: on-demand, instanceTypes: [t4g.xlarge], maxSize: 3, zones: [a] } }"))
                .nodeGroups()
                .getFirst();

        assertEquals(CountOrShare.ofCount(1), group.maxUnavailable());
        assertEquals(2, group.metadataOptions().httpPutResponseHopLimit());
        assertEquals(ByteSize.parse("20Gi"), group.diskSize());
        assertNull(group.desiredSize());
    }

    @Test
    void hasTheDefaultsOfTheClusterAutoscaler() {
        ClusterAutoscaler autoscaler =
                Objects.requireNonNull(read(cluster("clusterAutoscaler: {}")).clusterAutoscaler());

        assertEquals(ClusterAutoscaler.Expander.LEAST_WASTE, autoscaler.expander());
        assertEquals(Duration.ofSeconds(10), autoscaler.scanInterval());
        assertEquals(0.5, autoscaler.scaleDownUtilizationThreshold().value());
        assertEquals(Duration.ofMinutes(10), autoscaler.scaleDownUnneededTime());
        assertFalse(autoscaler.balanceSimilarNodeGroups());
    }

    @Test
    void readsAMaintenanceWindow() {
        Cluster cluster = read(cluster("maintenance: { upgrade: 'sun:03:00-sun:05:00 America/New_York' }"));

        assertEquals(
                WeeklyWindow.parse("sun:03:00-sun:05:00 America/New_York"),
                cluster.maintenance().upgrade());
        assertNull(cluster.maintenance().amiRefresh());
    }

    @Test
    void takesLabelsAsAPlainMapping() {
        NodePool pool =
                read(pool("labels: { team: shop, tier: web }")).nodePools().getFirst();

        assertEquals("web", pool.labels().get(1).value());
        assertEquals("tier", pool.labels().get(1).name());
    }

    @Test
    void setsALabelFromOutside() {
        NodePool pool = read(pool("labels: { team: shop }").set("cluster.nodePools.general.labels.team=web"))
                .nodePools()
                .getFirst();

        assertEquals("web", pool.labels().getFirst().value());
    }

    @Test
    void looksAtNamespacesOnlyWhereSomeAreDeclared() {
        assertEquals(
                "default", draft().read().environment().workloads().getFirst().namespace());
        assertEquals(List.of(), cluster("namespaces: { shop: {} }").problems());
        assertTrue(cluster("namespaces: { shop: {} }")
                .architecture("nodePools: [general]\n", "nodePools: [general]\n        namespace: shpo\n")
                .onlyProblemWithAdvice()
                .contains("unknown namespace 'shpo'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "controlPlane: { endpointAccess: { public: false } } | private is true where public is false",
                "controlPlane: { logs: [audit, audit] } | logs names each log once",
                "controlPlane: { secretsEncryptionKey: eks } | unknown key 'eks'",
                "addOns: { coredns: { replicas: 0 } } | replicas is at least 1, found 0",
                "addOns: { vpc-cni: { warmPrefixTarget: -1 } } | warmPrefixTarget is not negative, found -1",
                "addOns: { metrics-server: { resolution: 5s } } | resolution is at least 10s, found 5s",
                "namespaces: { a: { limitRange: { default: { cpu: 1 }, max: { cpu: 500m } } } } | default is at most max",
                "namespaces: { a: { limitRange: { max: {} } } } | cpu, memory or both are written, found neither",
                "namespaces: { a: { resourceQuota: { pods: -1 } } } | pods is not negative, found -1",
                "namespaces: { a: { networkPolicies: { allow: [ { from: {} } ] } } } | cidr is written, or namespace and workload, found neither",
                "namespaces: { a: { networkPolicies: { allow: [ { ports: [80] } ] } } } | from or to is written, found neither",
                "namespaces: { a: { networkPolicies: { allow: [ { from: { namespace: b } } ] } } } | unknown namespace 'b'",
                "namespaces: { a: { networkPolicies: { allow: [ { from: { workload: wbe } } ] } } } | unknown workload 'wbe'",
                "namespaces: { a: { podSecurity: { enforce: restrictd } } } | did you mean 'restricted'?",
                "admission: { constraints: { x: { kind: no-privileged } } } | engine is gatekeeper or kyverno",
                "clusterAutoscaler: { nodeGroups: [x] } | unknown node group 'x'",
                "nodeGroups: { x: { architecture: arm64, capacity: spot, instanceTypes: [t4g.xlarge], maxSize: 0 } } | maxSize is at least 1",
                "nodeGroups: { x: { architecture: arm64, capacity: spot, instanceTypes: [t4g.xl], maxSize: 1 } } | unknown instance type 't4g.xl'",
                "nodeGroups: { x: { architecture: arm64, capacity: spot, instanceTypes: [t4g.xlarge], maxSize: 1, zones: [d] } } | unknown zone 'd'",
                "nodeGroups: { x: { architecture: arm64, capacity: spot, instanceTypes: [t4g.xlarge], maxSize: 3, desiredSize: 4 } } | desiredSize lies between minSize 1 and maxSize 3, found 4",
                "maintenance: { amiRefresh: sunday } | expected a weekly window such as",
                "mesh: { kind: istoi } | did you mean 'istio'?",
                "priorityClasses: { x: { value: 2000000000 } } | value lies between -1000000000 and 1000000000",
                "access: { roles: { x: { verbs: [], resources: [pods] } } } | verbs is not empty",
                "quotas: { onDemand: -5, spot: 5 } | onDemand is not negative, found -5",
            })
    void saysWhatIsWrongWithACluster(String keys, String expected) {
        String problem = cluster(keys).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requirements: [ { key: a, operator: in } ] | values holds at least one value for in and not-in",
                "requirements: [ { key: a, operator: gt, values: [x] } ] | values holds one whole number for gt and lt, found x",
                "requirements: [ { key: a, operator: exists, values: [x] } ] | values is empty for exists",
                "taints: [ { key: a, effect: noschedule } ] | did you mean 'no-schedule'?",
                "disruption: { budgets: [ { nodes: 1, schedule: '0 9 * * *' } ] } | schedule is written with duration",
                "disruption: { budgets: [ { nodes: 120% } ] } | a whole share such as 25%",
                "disruption: { budgets: [ { nodes: 1, schedule: '61 9 * * *', duration: 1h } ] } | a minute from 0 to 59",
                "nodeClass: { encryptionKey: ebs } | unknown key 'ebs'",
                "nodeClass: { kubelet: { maxPods: 251 } } | maxPods lies between 1 and 250, found 251",
                "nodeClass: { metadataOptions: { httpPutResponseHopLimit: 0 } } | httpPutResponseHopLimit lies between 1 and 64",
                "labels: { team: { value: shop } } | expected a text, found",
            })
    void saysWhatIsWrongWithANodePool(String keys, String expected) {
        String problem = pool(keys).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }
}
