package dev.windtunnel.model.rule.delivery;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.pod.ContainerImage;
import dev.windtunnel.model.delivery.Promotion;
import dev.windtunnel.model.delivery.Registry;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs is named by a tag that never moves, comes from the shared registry, and reached production through stage. */
final class ImagesThatNeverChange implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DEL-02",
            Severity.ERROR,
            "a tag that moves makes tested and running images differ, and a rollback roll back to nothing known",
            List.of("S37"),
            "customer's document, Image build pipeline",
            "write delivery.registry.tags: immutable, delivery.promotion with tags such as prod-{sha} and from: stage, and images with such a tag or a digest");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        Registry registry = design.architecture().delivery().registry();
        if (registry != null) {
            registry(design, registry, findings);
            promotion(design, findings);
        }
        for (Environment environment : Scope.beyondDevelopment(design)) {
            for (Workload workload : environment.workloads()) {
                image(environment, workload, registry, findings);
            }
        }
    }

    private static void registry(Design design, Registry registry, Findings findings) {
        if (registry.tags() != Registry.Mutability.IMMUTABLE) {
            findings.at("delivery.registry.tags", "expected immutable, found mutable");
        }
        List<String> locked = design.environments().stream()
                .map(Environment::account)
                .filter(account -> !account.equals(registry.account()))
                .filter(account -> !registry.pulledBy().contains(account))
                .toList();
        if (!locked.isEmpty()) {
            findings.at(
                    "delivery.registry.pulledBy",
                    "expected " + String.join(", ", locked) + ", whose clusters pull images from account "
                            + registry.account() + ", found "
                            + (registry.pulledBy().isEmpty() ? "none" : String.join(", ", registry.pulledBy())));
        }
    }

    private static void promotion(Design design, Findings findings) {
        if (design.environments().size() == 1) {
            return;
        }
        for (Environment environment : Scope.production(design)) {
            Promotion promotion = design.architecture().delivery().promotion().stream()
                    .filter(each -> each.environment().equals(environment.name()))
                    .findFirst()
                    .orElse(null);
            if (promotion == null) {
                findings.at(
                        "delivery.promotion",
                        "expected how an image gets into " + environment.name() + ", found nothing");
            } else if (promotion.from() == null) {
                findings.at(
                        "delivery.promotion." + environment.name() + ".from",
                        "expected an environment in which the image has run before, found the pipeline itself");
            }
        }
    }

    private static void image(
            Environment environment, Workload workload, @Nullable Registry registry, Findings findings) {
        ContainerImage image = workload.template().image();
        if (image == null) {
            return;
        }
        String path = Scope.path(environment, workload, "image");
        if (!image.isPinned()) {
            findings.at(
                    path + ".tag",
                    "expected a digest, or a tag with the commit such as " + environment.name() + "-{sha}, found "
                            + (image.tag() == null ? "no tag, which is latest" : image.tag()));
        }
        if (registry != null && isElsewhere(image.repository())) {
            findings.at(
                    path + ".repository",
                    "expected a repository of the registry in account " + registry.account() + ", found "
                            + image.repository());
        }
    }

    /** Whether a repository names a host, as Docker reads it: its first part holds a dot or a colon. */
    private static boolean isElsewhere(String repository) {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        return first.contains(".") || first.contains(":");
    }
}
