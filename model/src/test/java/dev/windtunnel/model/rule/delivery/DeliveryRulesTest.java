package dev.windtunnel.model.rule.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the rules about delivery find when a piece of the customer is changed. */
class DeliveryRulesTest {

    @Nested
    final class OfImagesCheckedBeforePush {

        private final DesignRule rule = new ImagesCheckedBeforePush();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void missesStages() {
            Designs design = Designs.shipped()
                    .after("  pipelines:\n    backend:", "        sbom: { tool: syft }\n", "")
                    .after("  pipelines:\n    backend:", "        sign: { tool: cosign }\n", "");

            assertEquals(
                    List.of(
                            "delivery.pipelines.backend.stages: expected stages of kind sbom, sign before push, found none"),
                    design.found(rule));
        }

        @Test
        void wantsThemBeforeThePush() {
            Designs design = Designs.shipped()
                    .after(
                            "  pipelines:\n    backend:",
                            "        sign: { tool: cosign }\n        push: { tool: docker }\n",
                            "        push: { tool: docker }\n        sign: { tool: cosign }\n");

            assertEquals(
                    List.of("delivery.pipelines.backend.stages.sign: expected it before push, found it behind"),
                    design.found(rule));
        }

        @Test
        void wantsThemToStopTheRun() {
            Designs design = Designs.shipped()
                    .after(
                            "    frontend:\n      repository: frontend",
                            "scan: { tool: trivy,",
                            "scan: { onFailure: warn, tool: trivy,");

            assertEquals(
                    List.of(
                            "delivery.pipelines.frontend.stages.scan.onFailure: expected stop, found warn: the image is pushed all the same"),
                    design.found(rule));
        }

        @Test
        void wantsImagesPushed() {
            Designs design =
                    Designs.shipped().after("  pipelines:\n    backend:", "        push: { tool: docker }\n", "");

            assertEquals(
                    List.of(
                            "delivery.pipelines.backend.stages: expected a stage of kind push for the images that it makes, found none"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfImagesThatNeverChange {

        private final DesignRule rule = new ImagesThatNeverChange();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsTagsThatStay() {
            Designs design = Designs.shipped().after("  registry:", "tags: immutable", "tags: mutable");

            assertEquals(List.of("delivery.registry.tags: expected immutable, found mutable"), design.found(rule));
        }

        @Test
        void wantsTheCommitInTheTag() {
            Designs design =
                    Designs.shipped().after("  prod:\n    account: prod", "tag: \"prod-{sha}\"", "tag: stable");

            assertEquals(
                    List.of(
                            "environments.prod.workloads.frontend.image.tag: expected a digest, or a tag with the commit such as prod-{sha}, found stable"),
                    design.found(rule));
        }

        @Test
        void wantsImagesOfTheRegistry() {
            Designs design = Designs.shipped()
                    .after(
                            "  prod:\n    account: prod",
                            "repository: innovate/frontend",
                            "repository: public.ecr.aws/innovate/frontend");

            assertEquals(
                    List.of(
                            "environments.prod.workloads.frontend.image.repository: expected a repository of the registry in account shared-services, found public.ecr.aws/innovate/frontend",
                            "environments.stage.workloads.frontend.image.repository: expected a repository of the registry in account shared-services, found public.ecr.aws/innovate/frontend"),
                    design.found(rule));
        }

        @Test
        void wantsEveryClusterToPull() {
            Designs design = Designs.shipped().after("  registry:", "pulledBy: [dev, stage, prod]", "pulledBy: [dev]");

            assertEquals(
                    List.of(
                            "delivery.registry.pulledBy: expected stage, prod, whose clusters pull images from account shared-services, found dev"),
                    design.found(rule));
        }

        @Test
        void wantsImagesOfProductionToHaveRunBefore() {
            Designs design = Designs.shipped()
                    .after("  promotion:", "prod: { tag: \"prod-{sha}\", from: stage,", "prod: { tag: \"prod-{sha}\",");

            assertEquals(
                    List.of(
                            "delivery.promotion.prod.from: expected an environment in which the image has run before, found the pipeline itself"),
                    design.found(rule));
        }

        @Test
        void wantsToKnowHowProductionGetsIt() {
            Designs design = Designs.shipped()
                    .after(
                            "  promotion:",
                            "    prod: { tag: \"prod-{sha}\", from: stage, byDigest: true, approval: review, approvers: 2 }\n",
                            "");

            assertEquals(
                    List.of("delivery.promotion: expected how an image gets into prod, found nothing"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfSignaturesVerified {

        private final DesignRule rule = new SignaturesVerified();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsThemVerified() {
            Designs design = Designs.shipped()
                    .after(
                            "      admission:",
                            "        signatures: { signedBy: cosign, repositories: [innovate/*] }\n",
                            "");

            assertEquals(
                    List.of(
                            "environments.prod.cluster.admission.signatures: expected signatures to be verified, found no such policy"),
                    design.found(rule));
        }

        @Test
        void wantsSomebodyToVerifyThem() {
            Designs design = Designs.shipped()
                    .after("      admission:", "        engine: gatekeeper\n", "")
                    .after(
                            "      admission:",
                            "        constraints:\n          images-from-our-registry: { kind: image-provenance, excludedNamespaces: [kube-system] }\n          no-privileged-containers: { kind: no-privileged, excludedNamespaces: [kube-system, platform] }\n          network-policy-required: { kind: require-network-policy, excludedNamespaces: [kube-system, platform, observability] }\n          no-latest-tag: { kind: no-latest-tag }\n          requests-required: { kind: require-requests, enforcementAction: warn }\n",
                            "");

            assertEquals(
                    List.of(
                            "environments.prod.cluster.admission.engine: expected gatekeeper or kyverno to verify signatures, found none"),
                    design.found(rule));
        }

        @Test
        void wantsUnsignedImagesRefused() {
            Designs design = Designs.shipped()
                    .after(
                            "      admission:",
                            "signatures: { signedBy: cosign,",
                            "signatures: { signedBy: cosign, enforcementAction: warn,");

            assertEquals(
                    List.of(
                            "environments.prod.cluster.admission.signatures.enforcementAction: expected deny, found warn, which lets unsigned images in"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfOnlyGitOpsWrites {

        private final DesignRule rule = new OnlyGitOpsWrites();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsNobodyElse() {
            Designs design = Designs.shipped().after("  gitOps:", "    onlyWriter: true\n", "");

            assertEquals(
                    List.of("delivery.gitOps.onlyWriter: expected true, found false: others may write to the clusters"),
                    design.found(rule));
        }

        @Test
        void wantsProductionHealed() {
            Designs design = Designs.shipped()
                    .after(
                            "  gitOps:",
                            "      prod:\n        automated: true\n        selfHeal: true\n",
                            "      prod:\n        automated: true\n");

            assertEquals(
                    List.of("delivery.gitOps.environments.prod.selfHeal: expected true, found false"),
                    design.found(rule));
        }

        @Test
        void wantsReviews() {
            Designs design = Designs.shipped()
                    .after(
                            "  repositories:",
                            "platform-config: { kind: platform-config, reviews: 2 }",
                            "platform-config: { kind: platform-config }");

            assertEquals(
                    List.of(
                            "delivery.repositories.platform-config.reviews: expected at least 1, found 0: anybody changes what runs"),
                    design.found(rule));
        }

        @Test
        void wantsNoPipelineToDeploy() {
            Designs design = Designs.shipped()
                    .after(
                            "  pipelines:\n    backend:",
                            "        config-change: { tool: git }\n",
                            "        deploy: { tool: kubectl }\n");

            assertEquals(
                    List.of(
                            "delivery.pipelines.backend.stages.deploy: expected a stage of kind config-change, found deploy, which writes to the cluster itself"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfWayBackInTime {

        private final DesignRule rule = new WayBackInTime();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsAWayBackForEachService() {
            Designs design = Designs.shipped()
                    .after(
                            "  rollback:\n    backend",
                            "    frontend: { by: git-revert, schema: compatible, runbook: bad-release }\n",
                            "")
                    .after(
                            "          minReady: 10s",
                            "          rollback: { path: git-revert, runbook: bad-release }\n",
                            "");

            assertEquals(
                    List.of(
                            "delivery.rollback.frontend: expected a way back from a bad release of frontend, found none"),
                    design.found(rule));
        }

        @Test
        void knowsThatArgoTakesAnUndoBack() {
            Designs design = Designs.shipped().after("  rollback:\n    backend", "by: git-revert", "by: rollout-undo");

            assertEquals(
                    List.of(
                            "delivery.rollback.frontend.by: expected git-revert, found rollout-undo, which Argo CD's self-heal takes back after 5s"),
                    design.found(rule));
        }

        @Test
        void addsUpWhatTheWayBackTakes() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "availability: { good: 99.9%",
                            "availability: { good: 99.99%");

            assertEquals(
                    List.of(
                            "delivery.rollback.frontend: a release that fails every request is taken back after page 5s + people 20m19s + way back 10m = 30m24s, and the 4m19s that availability allows (99.99% over 30d) are spent"),
                    design.found(rule));
        }
    }
}
