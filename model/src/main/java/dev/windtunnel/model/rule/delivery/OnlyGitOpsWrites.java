package dev.windtunnel.model.rule.delivery;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.delivery.Delivery;
import dev.windtunnel.model.delivery.GitOps;
import dev.windtunnel.model.delivery.Pipeline;
import dev.windtunnel.model.delivery.Repository;
import dev.windtunnel.model.delivery.StageKind;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Nothing but GitOps changes clusters, it undoes what others change in production, and what it brings was reviewed. */
final class OnlyGitOpsWrites implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DEL-04",
            Severity.WARNING,
            "what is changed past Git is in nobody's history, and gone or back at the next sync",
            List.of("S39", "S40"),
            "DEL-05, DEL-06",
            "write delivery.gitOps with onlyWriter: true and environments.prod.selfHeal: true, and reviews of at least 1 for its repository");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        Delivery delivery = design.architecture().delivery();
        GitOps gitOps = delivery.gitOps();
        if (gitOps == null) {
            if (!delivery.equals(new Delivery())) {
                findings.at(
                        "delivery.gitOps",
                        "expected Argo CD to bring changes into the clusters, found nothing that does");
            }
            return;
        }
        if (!gitOps.onlyWriter()) {
            findings.at("delivery.gitOps.onlyWriter", "expected true, found false: others may write to the clusters");
        }
        Scope.production(design).forEach(environment -> selfHeals(environment, gitOps, findings));
        delivery.repositories().stream()
                .filter(repository -> repository.name().equals(gitOps.repository()))
                .forEach(repository -> isReviewed(repository, findings));
        delivery.pipelines().forEach(pipeline -> deploysItself(pipeline, findings));
    }

    private static void selfHeals(Environment environment, GitOps gitOps, Findings findings) {
        String path = "delivery.gitOps.environments";
        gitOps.sync(environment.name())
                .ifPresentOrElse(
                        sync -> {
                            if (!sync.selfHeal()) {
                                findings.at(
                                        path + "." + environment.name() + ".selfHeal", "expected true, found false");
                            }
                        },
                        () -> findings.at(path, "expected a sync policy of " + environment.name() + ", found none"));
    }

    private static void isReviewed(Repository repository, Findings findings) {
        if (repository.reviews() < 1) {
            findings.at(
                    "delivery.repositories." + repository.name() + ".reviews",
                    "expected at least 1, found 0: anybody changes what runs");
        }
    }

    private static void deploysItself(Pipeline pipeline, Findings findings) {
        pipeline.stage(StageKind.DEPLOY)
                .ifPresent(stage -> findings.at(
                        "delivery.pipelines." + pipeline.name() + ".stages." + stage.name(),
                        "expected a stage of kind config-change, found deploy, which writes to the cluster itself"));
    }
}
