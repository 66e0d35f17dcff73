package dev.windtunnel.model.rule.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CapacityRulesTest {

    private static final String PROD = "  prod:\n    account: prod";
    private static final String BACKEND_MARK = "      backend:\n        namespace: backend";
    private static final String BACKEND = "environments.prod.workloads.backend.";
    private static final String POOLS = "environments.prod.cluster.nodePools.";

    private static Designs prod(String piece, String by) {
        return Designs.shipped().after(PROD, piece, by);
    }

    /** The frontend, scaled by KEDA to a CPU that two of three zones do not have. */
    private static Designs scaledByKeda() {
        return Designs.shipped()
                .after(
                        "      frontend:\n        namespace: frontend",
                        "autoscaling: { cpu: 60% }",
                        "scaledObject: { minReplicaCount: 3, maxReplicaCount: 9, triggers: [{ type: cpu, utilization: 90% }] }");
    }

    private static Designs backend(String piece, String by) {
        return Designs.shipped().after(BACKEND_MARK, piece, by);
    }

    @Nested
    class WhenAZoneIsLostAtThePeak {

        private final DesignRule rule = new PeakSurvivesZone();

        @Test
        void carriesEverythingAtATargetOfSixtyPercent() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void shedsWhatTheOtherZonesCannotCarry() {
            // 30 pods of 550m at 80 % are 13.2 vCPU; 20 pods request 11.
            assertEquals(
                    List.of(BACKEND
                            + "autoscaling.cpu: 30 pods at their target need 13200m vCPU; without a zone 20 pods "
                            + "request 11, so that 17 % of the peak is shed"),
                    backend("cpu: 60%", "cpu: 80%").found(rule));
        }

        @Test
        void isJudgedByTheTargetOfAScaledObjectToo() {
            assertEquals(
                    List.of(
                            "environments.prod.workloads.frontend.scaledObject.triggers: 9 pods at their target need 810m vCPU;"
                                    + " without a zone 6 pods request 600m, so that 26 % of the peak is shed"),
                    scaledByKeda().found(rule));
        }

        @Test
        void hasNoOtherZoneToJudge() {
            assertEquals(List.of(), Designs.minimal().found(rule));
        }
    }

    @Nested
    class WhenAZoneIsLostAtTheFewestPods {

        private final DesignRule rule = new FewestSurviveZone();

        @Test
        void carriesTheLoadWithAPodInEachZone() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void saysByHowMuchItDoesNot() {
            // The fourth pod stands beside another: a zone takes two, and 2 x 550m are left of 4 x 550m x 60 %.
            assertEquals(
                    List.of(BACKEND
                            + "replicas.min: 4 pods at their target need 1320m vCPU; the loss of a zone leaves 2, "
                            + "which request 1100m: 220m or 17 % too little"),
                    backend("replicas: { min: 3, max: 30 }", "replicas: { min: 4, max: 30 }")
                            .found(rule));
        }

        @Test
        void isJudgedByTheTargetOfAScaledObjectToo() {
            assertEquals(
                    List.of(
                            "environments.prod.workloads.frontend.scaledObject.minReplicaCount: 3 pods at their target need "
                                    + "270m vCPU; the loss of a zone leaves 2, which request 200m: 70m or 26 % too little"),
                    scaledByKeda().found(rule));
        }

        @Test
        void losesAllThatMayStandTogether() {
            assertEquals(
                    List.of(BACKEND + "replicas.min: all 3 pods may stand in one zone: zoneSpread is none"),
                    backend("zoneSpread: schedule-anyway", "zoneSpread: none").found(rule));
        }

        @Test
        void losesAnOnlyPod() {
            assertEquals(
                    List.of(BACKEND + "replicas.min: the only pod goes with its zone"),
                    backend("replicas: { min: 3, max: 30 }", "replicas: { min: 1, max: 30 }")
                            .found(rule));
        }
    }

    @Nested
    class TheOnDemandBase {

        private final DesignRule rule = new OnDemandBase();

        @Test
        void holdsWhatIsCriticalWithoutAZone() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void isTooSmallIfCriticalPodsFindNoPlace() {
            // A node of 1780m takes one pod of 1050m; the third finds none.
            assertEquals(
                    List.of(POOLS
                            + "on-demand-arm64.minPerZone: without a zone 2 m6g.large with 1780m vCPU each for pods are"
                            + " left; expected room for the fewest pods of frontend and backend, found none for 1 of 3 "
                            + "backend pods"),
                    backend("requests: { cpu: 500m, memory: 768Mi }", "requests: { cpu: 1, memory: 768Mi }")
                            .foundInProd(rule));
        }

        @Test
        void isMissingIfNoNodeIsSureToStand() {
            assertEquals(
                    List.of(POOLS
                            + "on-demand-arm64.minPerZone: without a zone no On-Demand node is sure to stand; expected "
                            + "room for the fewest pods of frontend and backend, found none for 3 of 3 backend pods and 3 "
                            + "of 3 frontend pods"),
                    prod("          minPerZone: 1\n", "").foundInProd(rule));
        }

        @Test
        void hasGroupsThatStandInForKarpenter() {
            assertEquals(
                    List.of(
                            "environments.prod.cluster.nodeGroups: expected managed node groups that a Cluster Autoscaler "
                                    + "grows should Karpenter fail, found no clusterAutoscaler"),
                    prod("""
                                          clusterAutoscaler:
                                            nodeGroups: [critical-arm64, critical-amd64]
                                            expander: least-waste
                                            balanceSimilarNodeGroups: true
                                    """, "").foundInProd(rule));
        }

        @Test
        void hasGroupsWithTypesOfTheirOwn() {
            assertEquals(
                    List.of(
                            "environments.prod.cluster.nodeGroups.critical-arm64.instanceTypes: both this group and pool "
                                    + "on-demand-arm64 launch on-demand m7g.large for the same pods; expected types of its own, or "
                                    + "taints"),
                    prod(
                                    "          instanceTypes: [t4g.xlarge]\n          minSize: 0",
                                    "          instanceTypes: [t4g.xlarge, m7g.large]\n          minSize: 0")
                            .foundInProd(rule));
        }
    }

    @Nested
    class LimitsOfPools {

        private final DesignRule rule = new PoolLimitsAdmitMost();

        @Test
        void admitTheMostPodsAndARelease() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void stopGrowthIfTheirCpuDoesNotSuffice() {
            // 14 pods of 550m fit the 7760m of an m6i.2xlarge: 60 x 8 / 14 vCPU. The frontend may stand elsewhere.
            Designs tight = prod(
                            "          minPerZone: 1\n          weight: 10\n          cpuLimit: 128",
                            "          minPerZone: 1\n          weight: 10\n          cpuLimit: 17")
                    .after(
                            "        on-demand-amd64:\n          capacity",
                            "          cpuLimit: 128",
                            "          cpuLimit: 17");

            assertEquals(
                    List.of(POOLS
                            + "on-demand-arm64.cpuLimit: 60 backend pods need nodes of 35 vCPU, found 34 as cpuLimit of "
                            + "on-demand-arm64 and on-demand-amd64"),
                    tight.foundInProd(rule));
        }

        @Test
        void stopGrowthIfTheirMemoryDoesNotSuffice() {
            // 60 x 32 GiB / 14.
            Designs tight = Designs.shipped()
                    .after("        on-demand-arm64:\n          capacity", "memoryLimit: 512Gi", "memoryLimit: 16Gi")
                    .after("        on-demand-amd64:\n          capacity", "memoryLimit: 512Gi", "memoryLimit: 16Gi");

            assertEquals(
                    List.of(POOLS + "on-demand-arm64.memoryLimit: 60 backend pods need nodes of 138 GiB, found 32 as "
                            + "memoryLimit of on-demand-arm64 and on-demand-amd64"),
                    tight.foundInProd(rule));
        }

        @Test
        void areNoMatterForAPodThatFitsNowhere() {
            assertEquals(
                    List.of(
                            "environments.prod.workloads.api.requests: a pod requests 1900m vCPU and 256Mi, found no type so "
                                    + "large in general"),
                    Designs.minimal()
                            .after(
                                    "api:",
                                    "requests: { cpu: 500m, memory: 256Mi }\n        limits: { cpu: 1,",
                                    "requests: { cpu: 1900m, memory: 256Mi }\n        limits: { cpu: 2,")
                            .found(rule));
        }

        @Test
        void holdAllWorkloadsTogether() {
            // The frontend may use the Spot pool, the backend may not; both together need more than both pools have.
            String found = Designs.shipped()
                    .after("  stage:\n    extends: prod", "cpuLimit: 32", "cpuLimit: 24")
                    .after("  stage:\n    extends: prod", "spot-arm64: { cpuLimit: 32,", "spot-arm64: { cpuLimit: 0,")
                    .found(rule)
                    .getFirst();

            assertEquals(
                    "environments.stage.cluster.nodePools.on-demand-arm64.cpuLimit: 8 frontend pods, 18 backend pods need "
                            + "nodes of 25 vCPU, found 24 as cpuLimit of on-demand-arm64 and spot-arm64",
                    found);
        }

        @Test
        void doNotBindWhileOnePoolHasNone() {
            assertEquals(
                    List.of(),
                    Designs.shipped()
                            .after(
                                    "        on-demand-arm64:\n          capacity",
                                    "          cpuLimit: 128\n",
                                    "          cpuLimit: 1\n")
                            .after("        on-demand-amd64:\n          capacity", "          cpuLimit: 128\n", "")
                            .foundInProd(rule));
        }
    }

    @Nested
    class HealthChecks {

        private final DesignRule rule = new FaultsSeenInTime();
        private static final String OBJECTIVE = "availability: { good: 99.9%,";

        @Test
        void seeALostZoneWithinTheBudget() {
            // 35 s x 1/3 = 11.7 s, below 2 % of 43.2 minutes.
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void areTooSlowForAHarderPromise() {
            // 2 % of the 259.2 s that 99.99 % leave in 30 days.
            assertEquals(
                    List.of(
                            "environments.prod.loadBalancer.healthCheck: the targets of a lost zone are out after up to 2 x "
                                    + "15s + 5s = 35s; 1/3 of the requests failing for so long is an outage of 11s666ms, expected "
                                    + "at most 5s184ms, 2 % of the budget of availability"),
                    prod(OBJECTIVE, "availability: { good: 99.99%,").foundInProd(rule));
        }

        @Test
        void areTooSlowIfTheyLookSeldom() {
            assertEquals(
                    List.of(
                            "environments.prod.loadBalancer.healthCheck: the targets of a lost zone are out after up to 3 x "
                                    + "1m + 5s = 3m5s; 1/3 of the requests failing for so long is an outage of 1m1s666ms, expected "
                                    + "at most 51s840ms, 2 % of the budget of availability"),
                    prod("interval: 15s", "interval: 60s")
                            .after(PROD, "unhealthyThreshold: 2", "unhealthyThreshold: 3")
                            .foundInProd(rule));
        }
    }
}
