package dev.windtunnel.model.rule.compute;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.pod.ContainerImage;
import dev.windtunnel.model.delivery.Image;
import dev.windtunnel.model.delivery.Pipeline;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Images are built for every architecture of the nodes that their pods may stand on. What a workload's image says counts;
 * where it says nothing, what the pipelines build.
 */
final class ImagesForEveryNode implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CMP-03",
            Severity.ERROR,
            "on a node of another architecture the container ends at once with 'exec format error'",
            List.of("S21", "S35"),
            "Kubernetes sheet, section 11.1",
            "build the image for both and write image.architectures: [amd64, arm64], or leave such pools out of nodePools");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    /** An image's architectures and where they are written. */
    private record Built(String path, List<String> architectures) {}

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            for (Workload workload : environment.workloads()) {
                Set<String> needed = needed(design, environment, workload.nodePools());
                built(design, environment, workload).forEach(built -> missing(needed, built, findings));
            }
            for (CronJob job : environment.cronJobs()) {
                said(Design.path(environment, "cronJobs." + job.name() + ".image"), job.image())
                        .ifPresent(built -> missing(needed(design, environment, job.nodePools()), built, findings));
            }
        }
    }

    private static void missing(Set<String> needed, Built built, Findings findings) {
        List<String> missing = needed.stream()
                .filter(architecture -> !built.architectures.contains(architecture))
                .toList();
        if (!missing.isEmpty()) {
            findings.at(
                    built.path,
                    "its pods may stand on nodes of " + String.join(" and ", needed) + ", found an image for "
                            + String.join(" and ", built.architectures) + " only");
        }
    }

    private static Set<String> needed(Design design, Environment environment, List<String> pools) {
        Set<String> needed = new TreeSet<>();
        for (NodePool pool : environment.cluster().nodePools()) {
            if (pools.isEmpty() || pools.contains(pool.name())) {
                pool.instanceTypes().stream()
                        .flatMap(name -> design.catalog().instanceType(name).stream())
                        .map(InstanceType::architecture)
                        .forEach(needed::add);
            }
        }
        return needed;
    }

    private static List<Built> built(Design design, Environment environment, Workload workload) {
        List<Built> built = new ArrayList<>();
        said(Scope.path(environment, workload, "image"), workload.template().image())
                .or(() -> byPipelines(design, workload))
                .ifPresent(built::add);
        workload.template().sidecars().forEach(sidecar -> said(
                        Scope.path(environment, workload, "sidecars." + sidecar.name() + ".image"), sidecar.image())
                .ifPresent(built::add));
        workload.template().initContainers().forEach(init -> said(
                        Scope.path(environment, workload, "initContainers." + init.name() + ".image"), init.image())
                .ifPresent(built::add));
        return built;
    }

    private static Optional<Built> said(String path, @Nullable ContainerImage image) {
        return Optional.ofNullable(image)
                .map(its -> new Built(
                        path + ".architectures",
                        its.architectures().stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private static Optional<Built> byPipelines(Design design, Workload workload) {
        for (Pipeline pipeline : design.architecture().delivery().pipelines()) {
            for (Image image : pipeline.images()) {
                if (image.runBy().contains(workload.name())) {
                    return Optional.of(new Built(
                            "delivery.pipelines." + pipeline.name() + ".images." + image.name() + ".architectures",
                            image.architectures().stream()
                                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                                    .toList()));
                }
            }
        }
        return Optional.empty();
    }
}
