package dev.windtunnel.model.rule.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Replicas, budgets, probes, releases, the end of a pod, maintenance. */
class WorkloadRulesTest {

    private static final String PROD = "  prod:\n    account: prod";
    private static final String FRONTEND_MARK = "      frontend:\n        namespace: frontend";
    private static final String BACKEND_MARK = "      backend:\n        namespace: backend";
    private static final String FRONTEND = "environments.prod.workloads.frontend.";
    private static final String BACKEND = "environments.prod.workloads.backend.";

    private static Designs prod(String piece, String by) {
        return Designs.shipped().after(PROD, piece, by);
    }

    private static Designs backend(String piece, String by) {
        return Designs.shipped().after(BACKEND_MARK, piece, by);
    }

    private static Designs frontend(String piece, String by) {
        return Designs.shipped().after(FRONTEND_MARK, piece, by);
    }

    @Nested
    class WhatServesUsers {

        private final DesignRule rule = new ServingSurvivesOne();

        @Test
        void hasAllThatItNeeds() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void hasThreePodsABudgetAndAnAutoscaler() {
            assertEquals(
                    List.of(
                                    "environments.prod.workloads.api.replicas.min: expected at least 3 pods of what serves users, "
                                            + "found 1",
                                    "environments.prod.workloads.api.disruptionBudget: expected a disruption budget, found none: a "
                                            + "drain may take all pods at once",
                                    "environments.prod.workloads.api.autoscaling: expected autoscaling or a scaledObject, found "
                                            + "always 1 pod")
                            .stream()
                            .sorted()
                            .toList(),
                    Designs.minimal().found(rule).stream().sorted().toList());
        }

        @Test
        void isSpreadOverZones() {
            assertEquals(
                    List.of(BACKEND + "zoneSpread: expected pods to be spread over zones, found none"),
                    backend("zoneSpread: schedule-anyway", "zoneSpread: none").foundInProd(rule));
        }
    }

    @Nested
    class ARelease {

        private final DesignRule rule = new ReleaseKeepsCapacity();
        private static final String NONE_MISSING = "strategy: { rollingUpdate: { maxSurge: 25%, maxUnavailable: 0 } }";

        @Test
        void takesNoPodThatTheLoadNeeds() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            // 9 pods at 60 % are 5.4 pods' worth: 4 may go, 3 are gone.
            assertEquals(
                    List.of(),
                    frontend(NONE_MISSING, "strategy: { rollingUpdate: { maxUnavailable: 34% } }")
                            .foundInProd(rule));
            assertEquals(
                    List.of(FRONTEND
                            + "rollout.strategy.rollingUpdate.maxUnavailable: a release may take 4 of 9 pods, and "
                            + "the load at a target of 60% needs 6"),
                    frontend(NONE_MISSING, "strategy: { rollingUpdate: { maxUnavailable: 50% } }")
                            .foundInProd(rule));
        }

        @Test
        void isJudgedAtTheFewestPodsToo() {
            // One of 3 pods is a third, one of 9 is not.
            assertEquals(
                    List.of(FRONTEND
                            + "rollout.strategy.rollingUpdate.maxUnavailable: a release may take 2 of 3 pods, and "
                            + "the load at a target of 60% needs 2"),
                    frontend(NONE_MISSING, "strategy: { rollingUpdate: { maxUnavailable: 2 } }")
                            .foundInProd(rule));
        }

        @Test
        void takesAllIfItIsARecreation() {
            assertEquals(
                    List.of(FRONTEND
                            + "rollout.strategy: a release may take 9 of 9 pods, and the load at a target of 60% "
                            + "needs 6"),
                    frontend(NONE_MISSING, "strategy: { recreate: {} }").foundInProd(rule));
        }

        @Test
        void hasNoHeadroomWithoutAnAutoscaler() {
            assertEquals(
                    List.of(FRONTEND
                            + "rollout.strategy.rollingUpdate.maxUnavailable: a release may take 1 of 3 pods, and "
                            + "no autoscaler leaves headroom"),
                    frontend("        autoscaling: { cpu: 60% }\n", "")
                            .after(FRONTEND_MARK, NONE_MISSING, "strategy: { rollingUpdate: { maxUnavailable: 1 } }")
                            .foundInProd(rule));
        }
    }

    @Nested
    class AHighRiskRelease {

        private final DesignRule rule = new RiskyReleasesAnalyzed();
        private static final String METRIC =
                "environments.prod.workloads.backend.rollout.strategy.canary.analysis.metrics.";

        @Test
        void isMeasuredAndAbortedBeforeThePage() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void isMeasuredAtAll() {
            Designs stage = Designs.shipped()
                    .after(
                            "  stage:\n    extends: prod",
                            "        limits: { cpu: 2 }\n",
                            "        limits: { cpu: 2 }\n        rollout: { strategy: { rollingUpdate: {} }, rollback: { path: undo } }\n");

            assertEquals(
                    List.of(
                            "environments.stage.workloads.backend.rollout.strategy: expected a canary or blueGreen release "
                                    + "with an analysis, found nothing that measures it"),
                    stage.found(rule));
        }

        @Test
        void isAbortedByFewerErrorsThanThePage() {
            // 14.4 x 0.1 % = 1.44 %
            assertEquals(
                    List.of(METRIC + "errors.max: expected less than 1.44%, at which availability pages, found 2%"),
                    backend("max: 0.5%", "max: 2%").foundInProd(rule));
        }

        @Test
        void isAbortedByAnswersAsSlowAsTheObjectives() {
            assertEquals(
                    List.of(METRIC + "slow.max: expected at most the 300ms of fast, found 400ms"),
                    backend("max: 300ms", "max: 400ms").foundInProd(rule));
        }

        @Test
        void isNoneWhereNothingIsWritten() {
            assertEquals(
                    List.of(),
                    backend("criticality: critical", "criticality: normal")
                            .after(BACKEND_MARK, "max: 0.5%", "max: 2%")
                            .foundInProd(rule));
        }
    }

    @Nested
    class AProbe {

        @Test
        void asksTheDatabaseForReadinessOnly() {
            DesignRule rule = new LivenessOfItsOwn();

            assertEquals(List.of(), Designs.shipped().found(rule));
            // 3 x 10 s + 5 s
            assertEquals(
                    List.of(BACKEND
                            + "probes.liveness.dependsOnDatabase: expected false, found true: the pods restart once "
                            + "the database is away for 35s"),
                    backend("liveness: { path: /healthz,", "liveness: { path: /healthz, dependsOnDatabase: true,")
                            .foundInProd(rule));
        }

        @Test
        void waitsForMoreThanASecondWhereThePodMayBeBusy() {
            DesignRule rule = new ProbesBearLoad();

            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(BACKEND
                            + "probes.liveness.timeout: expected more than 1s where the pod can use up its CPU, found"
                            + " 1s"),
                    backend("liveness: { path: /healthz, timeout: 5s }", "liveness: { path: /healthz }")
                            .foundInProd(rule));
        }

        @Test
        void mayBeShortWhereProcessesCannotUseAllCpu() {
            assertEquals(
                    List.of(),
                    backend("liveness: { path: /healthz, timeout: 5s }", "liveness: { path: /healthz }")
                            .after(BACKEND_MARK, "limits: { cpu: 1, memory: 1Gi }", "limits: { cpu: 3, memory: 1Gi }")
                            .foundInProd(new ProbesBearLoad()));
        }

        @Test
        void isNoUseWhileNamesAreNotResolved() {
            assertEquals(
                    List.of(
                            "environments.prod.cluster.addOns.coredns: expected CoreDNS to be spread over the 3 zones or "
                                    + "cached on the nodes, found 1 pod wherever they happen to stand"),
                    prod(
                                    "coredns: { managed: true, replicas: 3, zoneSpread: true, nodeLocalCache: true }",
                                    "coredns: { managed: true, replicas: 1, zoneSpread: true }")
                            .foundInProd(new ProbesBearLoad()));
        }
    }

    @Nested
    class TheEndOfAPod {

        private final DesignRule rule = new PodsLeaveInOrder();
        private static final String SOON = "      deregistrationDelay: 10s\n";

        @Test
        void followsTheLoadBalancer() {
            List<String> found = prod(SOON, "      deregistrationDelay: 20s\n").foundInProd(rule);

            assertEquals(
                    BACKEND
                            + "shutdown.preStop: expected deregistrationDelay < preStop < gracePeriod, found 20s, 15s and"
                            + " 1m",
                    found.getLast());
        }

        @Test
        void comesBeforeItIsKilled() {
            List<String> found = prod(SOON, SOON)
                    .after(BACKEND_MARK, "shutdown: { preStop: 15s, gracePeriod: 60s }", "shutdown: { preStop: 30s }")
                    .foundInProd(rule);

            assertEquals(
                    BACKEND
                            + "shutdown.preStop: expected deregistrationDelay < preStop < gracePeriod, found 10s, 30s and"
                            + " 30s",
                    found.getLast());
        }

        @Test
        void isInOrderWithAShortDelay() {
            assertEquals(
                    List.of(),
                    prod(SOON, SOON).foundInProd(rule).stream()
                            .filter(each -> each.startsWith(BACKEND))
                            .toList());
        }

        @Test
        void waitsForAnotherTarget() {
            List<String> found = prod(SOON, SOON)
                    .after("        backend:\n          limitRange:", "          podReadinessGate: true\n", "")
                    .foundInProd(rule);

            assertEquals(
                    "environments.prod.cluster.namespaces.backend.podReadinessGate: expected true for the ip targets backend,"
                            + " found false",
                    found.getFirst());
        }
    }

    @Nested
    class AMaintenanceWindow {

        private final DesignRule rule = new WorkedOnAtQuietTimes();
        private static final String WINDOWS =
                "maintenance: { upgrade: sun:03:00-sun:06:00 America/New_York, amiRefresh: "
                        + "tue:03:00-tue:05:00 America/New_York }";
        private static final String KEY = "environments.prod.cluster.maintenance";

        @Test
        void isAgreed() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(KEY + ": expected windows for upgrades and for new node images, found none"),
                    Designs.minimal().found(rule));
            assertEquals(
                    List.of(KEY + ".amiRefresh: expected a window, found none"),
                    prod(WINDOWS, "maintenance: { upgrade: sun:03:00-sun:06:00 America/New_York }")
                            .foundInProd(rule));
        }

        @Test
        void isNotTheDatabases() {
            assertEquals(
                    List.of(KEY + ".upgrade: sat:08:00-sat:11:00 overlaps the database's window, sat:08:00-sat:08:30"),
                    prod(WINDOWS, "maintenance: { upgrade: sat:08:00-sat:11:00, amiRefresh: tue:08:00-tue:10:00 }")
                            .foundInProd(rule));
        }

        @Test
        void isNoBusyTime() {
            // The pools let no node go from 17:00 to 05:00 UTC.
            List<String> found = prod(
                            WINDOWS, "maintenance: { upgrade: sun:04:00-sun:07:00, amiRefresh: tue:05:00-tue:07:00 }")
                    .foundInProd(rule);

            assertEquals(
                    KEY
                            + ".upgrade: sun:04:00-sun:07:00 overlaps the time in which pool on-demand-arm64 lets no node go, 0 17 "
                            + "* * * UTC for 12h",
                    found.getFirst());
            assertEquals(
                    List.of(),
                    found.stream().filter(each -> each.contains("amiRefresh")).toList());
        }
    }

    @Nested
    class ADisruptionBudget {

        private final DesignRule rule = new BudgetLetsDrainsThrough();
        private static final String ONE_MAY_GO = "disruptionBudget: { maxUnavailable: 1 }";

        @Test
        void letsAPodGo() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(),
                    backend(ONE_MAY_GO, "disruptionBudget: { minAvailable: 2 }").foundInProd(rule));
        }

        @Test
        void blocksDrainsAtTheFewestPods() {
            assertEquals(
                    List.of(BACKEND
                            + "disruptionBudget.minAvailable: of 3 pods a budget of minAvailable 3 lets none go: every"
                            + " drain is refused"),
                    backend(ONE_MAY_GO, "disruptionBudget: { minAvailable: 3 }").foundInProd(rule));
        }

        @Test
        void blocksDrainsForEver() {
            assertEquals(
                    List.of(BACKEND
                            + "disruptionBudget.maxUnavailable: of 3 to 30 pods a budget of maxUnavailable 0 lets none"
                            + " go: every drain is refused"),
                    backend(ONE_MAY_GO, "disruptionBudget: { maxUnavailable: 0 }")
                            .foundInProd(rule));
        }

        @Test
        void blocksDrainsOfASinglePod() {
            assertEquals(
                    List.of(
                            "environments.prod.workloads.api.disruptionBudget.minAvailable: of 1 pod a budget of minAvailable "
                                    + "50% lets none go: every drain is refused"),
                    Designs.minimal()
                            .after(
                                    "api:",
                                    "        databaseClient: {}",
                                    "        databaseClient: {}\n        disruptionBudget: { minAvailable: 50% }")
                            .found(rule));
        }

        @Test
        void leavesAPodInEachZone() {
            assertEquals(
                    List.of(BACKEND + "replicas.min: expected a pod in each of the 3 zones, found 2"),
                    backend("replicas: { min: 3, max: 30 }", "replicas: { min: 2, max: 30 }")
                            .foundInProd(rule));
        }
    }
}
