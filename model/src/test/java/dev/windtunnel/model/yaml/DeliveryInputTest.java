package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.delivery.Delivery;
import dev.windtunnel.model.delivery.GitOps;
import dev.windtunnel.model.delivery.Image;
import dev.windtunnel.model.delivery.Pipeline;
import dev.windtunnel.model.delivery.Registry;
import dev.windtunnel.model.delivery.Stage;
import dev.windtunnel.model.delivery.StageKind;
import dev.windtunnel.model.unit.Distribution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How code reaches the clusters, as it is written, and what is said of what cannot be. */
final class DeliveryInputTest {

    private static final String END = "endpoints:\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft with(String delivery) {
        return Draft.in(folder).architecture(END, "delivery: { " + delivery + " }\n" + END);
    }

    private static Delivery deliveryOf(Draft draft) {
        return draft.read().architecture().delivery();
    }

    @Test
    void saysNothingUnlessToldSo() {
        assertEquals(new Delivery(), deliveryOf(Draft.in(folder)));
    }

    @Test
    void readsStagesInOrderByTheirNames() {
        Pipeline pipeline = deliveryOf(with("repositories: { web: { kind: application } }, pipelines: { web: {"
                        + " repository: web, runner: codebuild, stages: { lint: { tool: ruff }, unit: { kind: test },"
                        + " scan: { blockOn: critical, time: 40s }, sign: {}, push: {} },"
                        + " images: { web: { architectures: [amd64, arm64] } } } }"))
                .pipelines()
                .getFirst();

        assertEquals(
                List.of(StageKind.LINT, StageKind.TEST, StageKind.SCAN, StageKind.SIGN, StageKind.PUSH),
                pipeline.stages().stream().map(Stage::does).toList());
        assertTrue(pipeline.does(StageKind.SIGN, StageKind.PUSH));
        assertFalse(pipeline.does(StageKind.PUSH, StageKind.SIGN));
        assertFalse(pipeline.does(StageKind.SBOM, StageKind.PUSH));
        Stage scan = pipeline.stage(StageKind.SCAN).orElseThrow();
        assertEquals(Stage.Severity.CRITICAL, scan.blockOn());
        assertTrue(scan.isGate());
        assertEquals(Distribution.parse("40s"), scan.duration());
        assertEquals(
                Distribution.parse("lognormal(median 20s, sigma 0.35)"),
                pipeline.stages().getFirst().duration());
        assertEquals(Distribution.parse("lognormal(median 35s, sigma 0.4)"), pipeline.timeToRunner());
        Image image = pipeline.images().getFirst();
        assertEquals(List.of(Image.Architecture.AMD64, Image.Architecture.ARM64), image.architectures());
        assertEquals(List.of("web"), image.runBy());
    }

    @Test
    void everyKindOfStageTakesTime() {
        for (StageKind kind : StageKind.values()) {
            assertTrue(kind.usualTime().meanSeconds() > 0, kind.word());
            assertEquals(kind, StageKind.ofWord(kind.word()).orElseThrow());
        }
    }

    @Test
    void hasTheDefaultsOfEcrAndArgoCd() {
        Delivery delivery = deliveryOf(with("repositories: { config: { kind: platform-config } },"
                + " registry: { account: dev }, gitOps: { repository: config, environments: { prod: {} } }"));

        Registry registry = Objects.requireNonNull(delivery.registry());
        assertEquals(Registry.Mutability.MUTABLE, registry.tags());
        assertFalse(registry.scanOnPush());
        GitOps gitOps = Objects.requireNonNull(delivery.gitOps());
        assertEquals(Duration.ofMinutes(3), gitOps.reconcileInterval().plus(gitOps.reconcileJitter()));
        GitOps.Sync prod = gitOps.sync("prod").orElseThrow();
        assertFalse(prod.automated());
        assertFalse(prod.selfHeal());
        assertFalse(gitOps.sync("dev").isPresent());
    }

    @Test
    void readsPromotionAndRollback() {
        Delivery delivery = deliveryOf(with("promotion: { dev: { tag: \"dev-{sha}\" },"
                + " prod: { tag: \"prod-{sha}\", from: dev, approval: review, approvers: 2 } },"
                + " rollback: { web: { by: rollout-abort, automatic: true } }"));

        assertEquals(Distribution.parse("0s"), delivery.promotion().getFirst().timeToAgree());
        assertEquals(
                Distribution.parse("lognormal(median 45m, sigma 1.0)"),
                delivery.promotion().getLast().timeToAgree());
        assertTrue(delivery.rollback().getFirst().automatic());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pipelines: { p: { repository: wep, stages: { lint: {} } } }, repositories: { web: { kind: application } } | unknown repository 'wep' | did you mean 'web'",
                "pipelines: { p: { repository: web, stages: { lint: {} } } } | unknown repository 'web' | none is declared; add it below 'delivery.repositories'",
                "repositories: { web: { kind: application } }, pipelines: { p: { repository: web, stages: {} } } | stages has at least one stage | architecture.yaml",
                "repositories: { web: { kind: application } }, pipelines: { p: { repository: web, stages: { look: {} } } } | a stage named 'look' needs a kind | architecture.yaml",
                "repositories: { web: { kind: application, reviews: -1 } } | reviews is not negative | architecture.yaml",
                "registry: { account: dov } | unknown account 'dov' | did you mean 'dev'",
                "registry: { account: dev, replication: [eu-central-2] } | unknown region 'eu-central-2' | did you mean 'eu-central-1'",
                "promotion: { prud: { tag: \"x-{sha}\" } } | unknown environment 'prud' | did you mean 'prod'",
                "promotion: { prod: { tag: latest } } | tag holds {sha} | architecture.yaml",
                "promotion: { prod: { tag: \"x-{sha}\", approval: review } } | approvers is at least 1 | architecture.yaml",
                "rollback: { wed: {} } | unknown workload 'wed' | did you mean 'web'",
                "rollback: { web: { runbook: undo } } | unknown runbook 'undo' | add it below 'operations.runbooks'",
                "repositories: { c: { kind: platform-config } }, gitOps: { repository: c, environments: { prod: { selfHeal: true } } } | selfHeal needs automated: true | architecture.yaml"
            })
    void refusesWhatCannotBe(String delivery, String message, String advice) {
        String problem = with(delivery).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:"), problem);
        assertTrue(problem.contains(message), problem);
        assertTrue(problem.contains(advice), problem);
    }
}
