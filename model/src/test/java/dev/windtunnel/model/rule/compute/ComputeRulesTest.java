package dev.windtunnel.model.rule.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComputeRulesTest {

    private static final String PROD = "  prod:\n    account: prod";
    private static final String POOLS = "environments.prod.cluster.nodePools.";
    private static final String GROUPS = "environments.prod.cluster.nodeGroups.";

    private static Designs prod(String piece, String by) {
        return Designs.shipped().after(PROD, piece, by);
    }

    private static List<Severity> severities(Designs designs, DesignRule rule) {
        Check.Outcome outcome = designs.outcome(rule);
        return outcome.findings().stream()
                .filter(finding -> finding.path().startsWith("environments.prod."))
                .map(finding -> finding.severity())
                .toList();
    }

    @Nested
    class TheVersionOfACluster {

        private final DesignRule rule = new ClusterInSupport();

        @Test
        void isInStandardSupport() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void isAWarningInExtendedSupport() {
            Designs old = prod("version: \"1.34\"", "version: \"1.33\"");

            assertEquals(
                    List.of(
                            "environments.prod.cluster.version: standard support of Kubernetes 1.33 ended on 2026-07-29, "
                                    + "and extended support ends on 2027-07-29"),
                    old.foundInProd(rule));
            assertEquals(List.of(Severity.WARNING), severities(old, rule));
        }

        @Test
        void isAnErrorBeyondExtendedSupport() {
            Designs older = prod("version: \"1.34\"", "version: \"1.30\"");

            assertEquals(
                    List.of(
                            "environments.prod.cluster.version: extended support of Kubernetes 1.30 ended on 2026-07-23, "
                                    + "expected a version in standard support"),
                    older.foundInProd(rule));
            assertEquals(List.of(Severity.ERROR), severities(older, rule));
        }

        @Test
        void isAnErrorWhereTheCalendarHasForgottenIt() {
            assertEquals(
                    List.of("environments.prod.cluster.version: EKS does not run Kubernetes 1.28 any more, expected a "
                            + "version in standard support"),
                    prod("version: \"1.34\"", "version: \"1.28\"").foundInProd(rule));
        }

        @Test
        void mayBeNewerThanTheCalendar() {
            assertEquals(
                    List.of(), prod("version: \"1.34\"", "version: \"1.40\"").found(rule));
        }
    }

    @Nested
    class AddOns {

        private final DesignRule rule = new ClusterInSupport();

        @Test
        void areManaged() {
            assertEquals(
                    List.of(
                            "environments.prod.cluster.addOns.kube-proxy: expected managed EKS add-ons, found kube-proxy"
                                    + " that is not"),
                    prod("kube-proxy: { managed: true }", "kube-proxy: {}").foundInProd(rule));
        }

        @Test
        void areNamedTogether() {
            assertEquals(
                    List.of("environments.prod.cluster.addOns: expected managed EKS add-ons, found kube-proxy, "
                            + "aws-ebs-csi-driver that are not"),
                    prod("kube-proxy: { managed: true }", "kube-proxy: {}")
                            .after(PROD, "aws-ebs-csi-driver: { managed: true, replicas: 2 }", "aws-ebs-csi-driver: {}")
                            .foundInProd(rule));
        }

        @Test
        void areNoDecisionWhereNothingIsSaidOfThem() {
            assertEquals(List.of(), Designs.minimal().found(rule));
        }
    }

    @Nested
    class NodePools {

        private final DesignRule rule = new KindsOfNodesApart();

        @Test
        void areOfOneArchitecture() {
            assertEquals(
                    List.of(POOLS
                            + "on-demand-amd64.instanceTypes: expected one architecture, found amd64 (m6i.xlarge, "
                            + "m6i.2xlarge) and arm64 (m6g.xlarge)"),
                    prod("[m6a.xlarge, m6i.xlarge, m6i.2xlarge]", "[m6g.xlarge, m6i.xlarge, m6i.2xlarge]")
                            .foundInProd(rule));
        }

        @Test
        void holdTheGroupsToWhatTheySay() {
            assertEquals(
                    List.of(GROUPS + "critical-amd64.instanceTypes: expected types of amd64, as the group says, found "
                            + "t4g.large"),
                    prod("instanceTypes: [t3a.xlarge]", "instanceTypes: [t3a.xlarge, t4g.large]")
                            .foundInProd(rule));
        }

        @Test
        void givePlacesOnDemandToWhatIsCritical() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(
                            "environments.prod.workloads.backend.nodePools: a critical workload may stand on Spot only, "
                                    + "found spot-arm64, spot-amd64, expected an On-Demand pool among them"),
                    prod("nodePools: [on-demand-arm64, on-demand-amd64]", "nodePools: [spot-arm64, spot-amd64]")
                            .foundInProd(rule));
        }

        @Test
        void maySendWhatIsNotCriticalToSpot() {
            assertEquals(
                    List.of(),
                    prod("nodePools: [on-demand-arm64, on-demand-amd64]", "nodePools: [spot-arm64, spot-amd64]")
                            .after(
                                    "      backend:\n        namespace: backend",
                                    "criticality: critical",
                                    "criticality: normal")
                            .foundInProd(rule));
        }
    }

    @Nested
    class Images {

        private final DesignRule rule = new ImagesForEveryNode();

        @Test
        void areBuiltForAllNodesTheyMayMeet() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(
                            "environments.prod.workloads.backend.image.architectures: its pods may stand on nodes of amd64"
                                    + " and arm64, found an image for amd64 only"),
                    Designs.shipped()
                            .after(
                                    "      backend:\n        namespace: backend",
                                    "architectures: [amd64, arm64]",
                                    "architectures: [amd64]")
                            .foundInProd(rule));
        }

        @Test
        void mayBeForOneWhereThePodsMeetNoOther() {
            assertEquals(
                    List.of(),
                    Designs.shipped()
                            .after(
                                    "      backend:\n        namespace: backend",
                                    "architectures: [amd64, arm64]",
                                    "architectures: [amd64]")
                            .after(
                                    PROD,
                                    "nodePools: [on-demand-arm64, on-demand-amd64]",
                                    "nodePools: [on-demand-amd64]")
                            .foundInProd(rule));
        }

        @Test
        void areThePipelinesWhereTheWorkloadSaysNothing() {
            Designs built = Designs.minimal()
                    .with(
                            "delivery: { repositories: { api: { kind: application } }, pipelines: { api: { repository: api, "
                                    + "stages: { build: {} }, images: { api: {} } } } }");

            assertEquals(
                    List.of(
                            "delivery.pipelines.api.images.api.architectures: its pods may stand on nodes of arm64, found an "
                                    + "image for amd64 only"),
                    built.found(rule));
            assertEquals(List.of(), Designs.minimal().found(rule));
        }

        @Test
        void ofSidecarsCountAsWell() {
            assertEquals(
                    List.of(
                            "environments.prod.workloads.backend.sidecars.opa.image.architectures: its pods may stand on "
                                    + "nodes of amd64 and arm64, found an image for amd64 only"),
                    prod("opa: { requests:", "opa: { image: { repository: innovate/opa, tag: 'v1-{sha}' }, requests:")
                            .foundInProd(rule));
        }
    }

    @Nested
    class SpotPools {

        private final DesignRule rule = new SpotSpreadWide();

        /** What was listed becomes a comment. */
        private static Designs arm(String types) {
            return Designs.shipped()
                    .after(
                            "        spot-arm64:\n          capacity: spot",
                            "instanceTypes: [",
                            "instanceTypes: [" + types + "] # [");
        }

        @Test
        void areManyEnough() {
            assertEquals(
                    List.of(POOLS + "spot-arm64.instanceTypes: 4 instance types x 3 zones = 12 Spot pools, expected at "
                            + "least 10 types, or 6 in 3 zones"),
                    of("spot-arm64", arm("m6g.xlarge, m7g.xlarge, c7g.xlarge, c6g.xlarge")));
        }

        @Test
        void nameEachTypeOfTheWorstBand() {
            assertEquals(
                    List.of(POOLS + "spot-arm64.instanceTypes.0: Spot instances of t4g.xlarge in us-east-1 are in the "
                            + "worst interruption band, >20% a month"),
                    of("spot-arm64", arm("t4g.xlarge, m6g.xlarge, m7g.xlarge, c7g.xlarge, m6g.2xlarge, m7g.2xlarge")));
        }

        @Test
        void areQuietWithSixSteadyTypesInThreeZones() {
            assertEquals(
                    List.of(),
                    of("spot-arm64", arm("c6g.xlarge, m6g.xlarge, m7g.xlarge, c7g.xlarge, m6g.2xlarge, m7g.2xlarge")));
        }

        @Test
        void areNotAskedOfInDev() {
            assertEquals(
                    List.of(),
                    Designs.shipped().after("  dev:", "spot-arm64: ~", "spot-arm64: {}").found(rule).stream()
                            .filter(each -> each.startsWith("environments.dev"))
                            .toList());
        }

        private List<String> of(String pool, Designs designs) {
            return designs.found(rule).stream()
                    .filter(each -> each.startsWith(POOLS + pool))
                    .toList();
        }
    }

    @Nested
    class BurstableNodes {

        private final DesignRule rule = new CreditsOfBurstables();

        @Test
        void areBilledForSurplusIfUnlimited() {
            assertEquals(
                    List.of(
                            POOLS + "spot-arm64.instanceTypes: Spot nodes of t4g.xlarge start without credits, and "
                                    + "surplus is billed when they end",
                            POOLS + "spot-amd64.instanceTypes: Spot nodes of t3a.xlarge start without credits, and "
                                    + "surplus is billed when they end",
                            GROUPS + "critical-arm64.instanceTypes: autoscaled On-Demand nodes of t4g.xlarge start "
                                    + "without credits, and surplus is billed when they end",
                            GROUPS + "critical-amd64.instanceTypes: autoscaled On-Demand nodes of t3a.xlarge start "
                                    + "without credits, and surplus is billed when they end"),
                    Designs.shipped().foundInProd(rule));
        }

        @Test
        void areSlowFromTheStartIfStandard() {
            List<String> found = prod("minSize: 0", "minSize: 0\n          cpuCredits: standard")
                    .foundInProd(rule);

            assertEquals(
                    GROUPS + "critical-arm64.instanceTypes: autoscaled On-Demand nodes of t4g.xlarge start without "
                            + "credits, at 40 % of each vCPU",
                    found.get(2));
        }

        @Test
        void keepTheirCreditsInAGroupThatIsNeverScaled() {
            assertEquals(
                    List.of(),
                    prod("minSize: 0\n          maxSize: 12", "minSize: 3\n          maxSize: 3")
                            .foundInProd(rule)
                            .stream()
                            .filter(each -> each.startsWith(GROUPS))
                            .toList());
        }
    }

    @Nested
    class Quotas {

        private final DesignRule rule = new VcpuQuotasSuffice();
        private static final String STATED = "quotas: { onDemand: 640, spot: 512 }";

        @Test
        void exceedThePeakByHalf() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void admitTheGroupsThatStandInForThePools() {
            // 2 groups of 12 nodes with 4 vCPU each.
            assertEquals(
                    List.of(
                            "environments.prod.cluster.quotas.onDemand: node groups at their maxSize are 96 vCPU, x 1.5 = "
                                    + "144; found a quota of 143"),
                    prod(STATED, "quotas: { onDemand: 143, spot: 512 }").foundInProd(rule));
            assertEquals(
                    List.of(),
                    prod(STATED, "quotas: { onDemand: 144, spot: 512 }").foundInProd(rule));
        }

        @Test
        void countTheNodesOfThePodsAtTheirMost() {
            // A frontend pod takes a 37th of a c7g.xlarge: 9 pods take 9/37 of 4 vCPU, less than one.
            assertEquals(
                    List.of(
                            "environments.prod.cluster.quotas.spot: 9 frontend pods need 1 Spot vCPU, x 1.5 = 2; found a "
                                    + "quota of 1"),
                    prod(STATED, "quotas: { onDemand: 640, spot: 1 }").foundInProd(rule));
        }

        @Test
        void areAWarningWhereNobodyStatesThem() {
            Designs unstated = Designs.minimal().after("replicas:", "min: 1, max: 3 }", "min: 9, max: 9 }");

            // 3 pods of 500m fit a node of 2 vCPU: nine take 6 vCPU.
            assertEquals(
                    List.of(
                            "environments.prod.cluster.quotas.onDemand: 9 api pods need 6 On-Demand vCPU, x 1.5 = 9; found"
                                    + " a quota of 5, a new account's, since none is stated"),
                    unstated.found(rule));
            assertEquals(List.of(Severity.WARNING), severities(unstated, rule));
        }

        @Test
        void sufficeForASmallPlan() {
            assertEquals(List.of(), Designs.minimal().found(rule));
        }
    }
}
