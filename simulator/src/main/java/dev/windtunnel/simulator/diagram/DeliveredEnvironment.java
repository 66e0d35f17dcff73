package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.cluster.Admission;
import dev.windtunnel.model.compute.cluster.SignatureVerification;
import dev.windtunnel.model.compute.pod.ContainerImage;
import dev.windtunnel.model.compute.rollout.Rollback;
import dev.windtunnel.model.delivery.Delivery;
import dev.windtunnel.model.delivery.GitOps;
import dev.windtunnel.model.delivery.Promotion;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a change's way: Argo CD brings it in, the admission controller judges it, pods run it, and a way leads back (S37,
 * S39, S40, S62).
 *
 * <p>Ids: {@code environment.<name>}, {@code argocd.<environment>}, {@code admission.<environment>}, {@code
 * cluster.<environment>}, {@code workload.<name>.<environment>}.
 */
final class DeliveredEnvironment {

    private final Delivery delivery;
    private final Environment environment;
    private final String name;

    DeliveredEnvironment(Delivery delivery, Environment environment) {
        this.delivery = delivery;
        this.environment = environment;
        this.name = environment.name();
    }

    /** What a promotion is, beside its arrow. */
    static String promoted(Promotion promotion) {
        return switch (promotion.approval()) {
            case AUTOMATIC -> "promoted";
            case REVIEW -> "after " + EnvironmentParts.counted(promotion.approvers(), "review");
            case RELEASE_MANAGER -> "by the release manager";
        };
    }

    private Optional<GitOps.Sync> sync() {
        GitOps gitOps = delivery.gitOps();
        return gitOps == null ? Optional.empty() : gitOps.sync(name);
    }

    Group group() {
        List<Element> content = new ArrayList<>();
        sync().ifPresent(sync -> content.add(new Node("argocd." + name, NodeKind.GIT_OPS, lines(sync))));
        if (judges()) {
            content.add(new Node("admission." + name, NodeKind.ADMISSION, admissionLines()));
        }
        List<Element> pods = new ArrayList<>();
        for (Workload workload : environment.workloads()) {
            pods.add(new Node("workload." + workload.name() + "." + name, NodeKind.WORKLOAD, lines(workload)));
        }
        content.add(new Group(
                "cluster." + name,
                GroupKind.CLUSTER,
                "EKS " + environment.cluster().version(),
                tag(),
                pods.size() > 6 ? Arrangement.GRID : Arrangement.COLUMN,
                pods));
        return new Group(
                "environment." + name,
                GroupKind.ACCOUNT,
                "Environment " + name,
                "account " + environment.account(),
                Arrangement.COLUMN,
                content);
    }

    private boolean judges() {
        Admission admission = environment.cluster().admission();
        return admission.engine() != Admission.Engine.NONE || admission.signatures() != null;
    }

    private static List<String> lines(GitOps.Sync sync) {
        List<String> how = new ArrayList<>();
        how.add(sync.automated() ? "automatic" : "by hand");
        if (sync.selfHeal()) {
            how.add("self-heal");
        }
        if (sync.prune()) {
            how.add("prune");
        }
        List<String> lines = new ArrayList<>(List.of("Argo CD", String.join(", ", how)));
        if (!sync.windows().isEmpty()) {
            lines.add(EnvironmentParts.counted(sync.windows().size(), "sync window"));
        }
        return lines;
    }

    private List<String> admissionLines() {
        Admission admission = environment.cluster().admission();
        List<String> lines = new ArrayList<>();
        lines.add(admission.engine() == Admission.Engine.NONE ? "Admission" : Words.capitalized(admission.engine()));
        int constraints = admission.constraints().size();
        if (constraints > 0) {
            lines.add(constraints == 1 ? "1 policy" : constraints + " policies");
        }
        SignatureVerification signatures = admission.signatures();
        if (signatures != null) {
            lines.add("verifies signatures of " + signatures.signedBy());
        }
        return lines;
    }

    private String tag() {
        return delivery.promotion().stream()
                .filter(promotion -> promotion.environment().equals(name))
                .findFirst()
                .map(promotion -> "images " + promotion.tag())
                .orElse("");
    }

    private List<String> lines(Workload workload) {
        List<String> lines = new ArrayList<>(List.of(workload.name()));
        ContainerImage image = workload.template().image();
        lines.add(image == null ? workload.startup().image() + " image" : image.repository());
        String back = back(workload);
        if (!back.isEmpty()) {
            lines.add("rollback: " + back);
        }
        return lines;
    }

    /** How a release goes back: what the workload of this environment says, or else what the design does; empty if neither. */
    private String back(Workload workload) {
        Rollback own = workload.rollout().rollback();
        if (own != null) {
            return way(own.path(), own.automatic());
        }
        return delivery.rollback().stream()
                .filter(rollback -> rollback.workload().equals(workload.name()))
                .findFirst()
                .map(rollback -> way(rollback.by(), rollback.automatic()))
                .orElse("");
    }

    private static String way(Enum<?> path, boolean automatic) {
        return automatic ? Words.of(path) + ", automatic" : Words.of(path);
    }

    /** From the repository that says what runs to the pods. */
    List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        String last = null;
        GitOps gitOps = delivery.gitOps();
        if (gitOps != null && sync().isPresent()) {
            last = "argocd." + name;
            boolean drawn = delivery.repositories().stream()
                    .anyMatch(repository -> repository.name().equals(gitOps.repository()));
            if (drawn) {
                edges.add(solid("repository." + gitOps.repository(), last, "sync"));
            }
        }
        if (judges()) {
            add(edges, last, "admission." + name, "applies");
            last = "admission." + name;
        }
        add(edges, last, "cluster." + name, judges() ? "lets in" : "applies");
        return edges;
    }

    private static void add(List<Edge> edges, @Nullable String from, String to, String label) {
        if (from != null) {
            edges.add(solid(from, to, label));
        }
    }

    private static Edge solid(String from, String to, String label) {
        return new Edge(from, to, EdgeKind.SOLID, label, true);
    }
}
