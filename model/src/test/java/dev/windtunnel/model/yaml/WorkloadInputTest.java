package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.Autoscaling;
import dev.windtunnel.model.compute.Criticality;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.pod.PodTemplate;
import dev.windtunnel.model.compute.pod.Probe;
import dev.windtunnel.model.compute.rollout.CanaryStep;
import dev.windtunnel.model.compute.rollout.Rollout;
import dev.windtunnel.model.compute.rollout.Strategy;
import dev.windtunnel.model.compute.scaling.ScaledObject;
import dev.windtunnel.model.compute.scaling.ScalingMetric;
import dev.windtunnel.model.compute.scaling.ScalingPolicy;
import dev.windtunnel.model.compute.scaling.Trigger;
import dev.windtunnel.model.unit.CountOrShare;
import dev.windtunnel.model.unit.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of workloads and CronJobs beside what runs, and what is refused. */
final class WorkloadInputTest {

    private static final String WEB = "        databaseClient: { poolSize: 4 }\n";
    private static final String PROD = "    dns: { name: shop.example }\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft draft() {
        return Draft.in(folder);
    }

    private Draft workload(String keys) {
        return draft().architecture(WEB, WEB + "        " + keys + "\n");
    }

    private Draft cronJob(String keys) {
        return draft().architecture(
                        PROD,
                        PROD + "    cronJobs: { report: { schedule: '0 3 * * *', duration: 5m, "
                                + "requests: { cpu: 100m, memory: 64Mi }, limits: { cpu: 1, memory: 64Mi }, " + keys
                                + " } }\n");
    }

    private static Workload read(Draft draft) {
        return draft.read().environment().workload("web").orElseThrow();
    }

    @Test
    void isAsKubernetesHasItIfNothingIsSaid() {
        Workload web = read(draft());

        assertEquals(PodTemplate.ofDefaults(), web.template());
        assertEquals(Rollout.ofDefaults(), web.rollout());
        assertEquals(Criticality.NORMAL, web.criticality());
        assertNull(web.disruptionBudget());
        assertNull(web.scaledObject());
    }

    @Test
    void hasTheDefaultsOfAProbe() {
        Probe probe = Objects.requireNonNull(read(workload("probes: { liveness: { path: /healthz } }"))
                .template()
                .probes()
                .liveness());

        assertEquals(new Probe("/healthz", false, null, Duration.ofSeconds(1), 3, 1, Duration.ZERO), probe);
        assertEquals(Duration.ofSeconds(10), probe.periodOrDefault());
        assertEquals(Duration.ofSeconds(31), probe.detection());
    }

    @Test
    void startsWithThePeriodOfItsReadinessProbeIfThatSaysOne() {
        Workload said = read(workload("probes: { readiness: { path: /ready, period: 3s } }"));
        Workload unsaid =
                read(workload("probes: { readiness: { path: /ready } }\n        startup: { readinessPeriod: 7s }"));

        assertEquals(Duration.ofSeconds(3), said.startup().readinessPeriod());
        assertEquals(Duration.ofSeconds(7), unsaid.startup().readinessPeriod());
    }

    @Test
    void setsAKeyOfThePodTemplateFromOutside() {
        Workload web = read(draft().set("workloads.web.securityContext.runAsNonRoot=true"));

        assertTrue(web.template().securityContext().runAsNonRoot());
    }

    @Test
    void scalesByWhatElseIsSaid() {
        Autoscaling autoscaling = Objects.requireNonNull(read(workload("autoscaling: { memory: 70%, metrics: ["
                        + " { type: container-resource, container: web, resource: cpu, utilization: 60% },"
                        + " { type: pods, metric: requests_per_second, averageValue: 50 },"
                        + " { type: external, metric: visible, value: 100 } ],"
                        + " behavior: { scaleDown: { stabilizationWindow: 60s } } }"))
                .autoscaling());

        assertEquals(Share.parse("70%"), autoscaling.memory());
        assertEquals(3, autoscaling.metrics().size());
        assertEquals(
                new ScalingMetric.Pods("requests_per_second", 50),
                autoscaling.metrics().get(1));
        assertEquals(Duration.ofMinutes(1), autoscaling.scaleDownStabilization());
    }

    @Test
    void fillsABehaviorThatIsWrittenInPart() {
        Autoscaling autoscaling = Objects.requireNonNull(read(workload(
                        "autoscaling: { scaleDownStabilization: 2m, behavior: { scaleUp: { selectPolicy: min } } }"))
                .autoscaling());
        var behavior = Objects.requireNonNull(autoscaling.behavior());

        assertEquals(Duration.ofMinutes(2), autoscaling.scaleDownStabilization());
        assertEquals(
                List.of(
                        new ScalingPolicy(ScalingPolicy.Type.PODS, 4, Duration.ofSeconds(15)),
                        new ScalingPolicy(ScalingPolicy.Type.PERCENT, 100, Duration.ofSeconds(15))),
                behavior.scaleUp().policies());
        assertEquals(
                List.of(new ScalingPolicy(ScalingPolicy.Type.PERCENT, 100, Duration.ofSeconds(15))),
                behavior.scaleDown().policies());
    }

    @Test
    void hasTheDefaultsOfAScaledObject() {
        ScaledObject scaled = Objects.requireNonNull(read(workload(
                                "scaledObject: { triggers: [ { type: aws-sqs-queue, queue: orders },"
                                        + " { type: cron, timezone: UTC, start: '0 8 * * *', end: '0 20 * * *', desiredReplicas: 5 } ] }")
                        .architecture(PROD, PROD + "    queues: { orders: {} }\n"))
                .scaledObject());

        assertEquals(Duration.ofSeconds(30), scaled.pollingInterval());
        assertEquals(Duration.ofMinutes(5), scaled.cooldownPeriod());
        assertEquals(0, scaled.minReplicaCount());
        assertEquals(100, scaled.maxReplicaCount());
        assertEquals(
                new Trigger.SqsQueue("orders", 5, 0, true, false),
                scaled.triggers().getFirst());
    }

    @Test
    void readsTheStepsOfACanary() {
        Strategy.Canary canary = (Strategy.Canary) read(workload("rollout: { strategy: { canary: { trafficRouting: alb,"
                        + " steps: [ setWeight: 20, pause: {}, setCanaryScale: 50%,"
                        + " analysis: { metrics: { errors: { metric: error-rate, max: 1% } } } ] } } }"))
                .rollout()
                .strategy();

        assertEquals(new CanaryStep.SetWeight(20), canary.steps().getFirst());
        assertEquals(new CanaryStep.Pause(null), canary.steps().get(1));
        assertEquals(
                new CanaryStep.SetCanaryScale(CountOrShare.ofPercent(50)),
                canary.steps().get(2));
        assertTrue(canary.isAnalyzed());
        assertEquals(Duration.ofSeconds(30), canary.scaleDownDelay());
    }

    @Test
    void hasTheDefaultsOfACronJob() {
        CronJob job = cronJob("workload: web").read().environment().cronJobs().getFirst();

        assertEquals("UTC", job.timeZone().getId());
        assertEquals(CronJob.Concurrency.ALLOW, job.concurrencyPolicy());
        assertEquals(6, job.backoffLimit());
        assertEquals(Criticality.DEFERRABLE, job.criticality());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image: { repository: web, digest: sha256:12 } | digest is sha256: and 64 hexadecimal digits",
                "image: { repository: web, architectures: [] } | architectures holds at least one",
                "probes: { liveness: { path: healthz } } | path begins with /, found healthz",
                "probes: { liveness: { path: /h, successThreshold: 2 } } | liveness.successThreshold is 1 for startup and liveness, found 2",
                "probes: { readiness: { timeout: 0s } } | timeout is at least 1s, found 0s",
                "sidecars: { opa: { requests: { cpu: 2 }, limits: { cpu: 1 } } } | limits are at least the requests",
                "scheduling: { priorityClass: hgih } | unknown priority class 'hgih'",
                "scheduling: { podAntiAffinity: [ { workload: wbe } ] } | unknown workload 'wbe'",
                "scheduling: { topologySpread: [ { maxSkew: 0 } ] } | maxSkew is at least 1, found 0",
                "scheduling: { topologySpread: [ { whenUnsatisfiable: schedule-anyway, minDomains: 3 } ] } | minDomains needs whenUnsatisfiable",
                "scheduling: { tolerations: [ { value: x } ] } | value is written with key",
                "disruptionBudget: {} | minAvailable or maxUnavailable is written, found neither",
                "disruptionBudget: { minAvailable: 1, maxUnavailable: 1 } | minAvailable or maxUnavailable is written, found both",
                "serviceAccount: { calls: [ { service: S3, actions: [x] } ] } | service is an IAM prefix such as sqs, found 'S3'",
                "securityContext: { hostPath: [var] } | hostPath holds absolute paths, found 'var'",
                "autoscaling: { metrics: [ { type: external, metric: x } ] } | value or averageValue is written, found neither",
                "autoscaling: { metrics: [ { type: container-resource, container: opa, resource: cpu, utilization: 60% } ] } | unknown container 'opa'",
                "autoscaling: { behavior: { scaleUp: { policies: [] } } } | policies is not empty",
                "autoscaling: { behavior: { scaleDown: { policies: [ { type: pods, value: 1, period: 31m } ] } } } | period lies between 1s and 30m, found 31m",
                "scaledObject: { triggers: [] } | triggers holds at least one trigger",
                "scaledObject: { triggers: [ { type: cpu, utilization: 60% } ] } | minReplicaCount is at least 1 where CPU",
                "scaledObject: { triggers: [ { type: aws-sqs-queue, queue: orders } ] } | unknown queue 'orders'",
                "rollout: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0% } } } | maxUnavailable and maxSurge are not both 0",
                "rollout: { strategy: { canary: { steps: [] } } } | steps holds at least one step",
                "rollout: { strategy: { canary: { steps: [ setWeight: 101 ] } } } | setWeight lies between 0 and 100, found 101",
                "rollout: { strategy: { canary: { steps: [ setCanaryScale: 2 ] } } } | setCanaryScale, which needs trafficRouting",
                "rollout: { rollback: { path: rollouts-abort } } | rollback.path rollouts-abort needs a canary or blueGreen strategy",
                "rollout: { progressDeadlineAbort: true } | progressDeadlineAbort needs a canary or blueGreen strategy",
                "rollout: { minReady: 11m } | progressDeadline is longer than minReady, found 10m and 11m",
            })
    void saysWhatIsWrongWithAWorkload(String keys, String expected) {
        String problem = workload(keys).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }

    @Test
    void hasOneAutoscalerOnly() {
        String problem = workload("autoscaling: {}")
                .architecture(
                        WEB,
                        WEB
                                + "        scaledObject: { minReplicaCount: 1, triggers: [ { type: cpu, utilization: 60% } ] }\n")
                .onlyProblem();

        assertTrue(problem.contains("scaledObject and autoscaling exclude each other"), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parallelism: 1 | workload or image is written, found neither",
                "workload: wbe | unknown workload 'wbe'",
                "workload: web, nodePools: [spot] | unknown node pool 'spot'",
                "workload: web, parallelism: 0 | parallelism is at least 1, found 0",
                "workload: web, timeZone: Berlin | expected an IANA time zone",
                "workload: web, concurrencyPolicy: forbd | did you mean 'forbid'?",
            })
    void saysWhatIsWrongWithACronJob(String keys, String expected) {
        String problem = cronJob(keys).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }
}
