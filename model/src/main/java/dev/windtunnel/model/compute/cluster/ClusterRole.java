package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role of Kubernetes' own access control (S53; R-CIS-01). */
@Doc("A role in the cluster")
public record ClusterRole(
        @Named String name,

        @Doc("Namespace it holds for; absent means the whole cluster") @Nullable String namespace,

        @Doc("What may be done, such as get, list, update; '*' means all")
        List<String> verbs,

        @Doc("To what, such as pods, deployments; '*' means all")
        List<String> resources,

        @Doc("Who has it: Identity Center roles, groups or service accounts") @Default("[]")
        List<String> subjects) {

    /** @throws IllegalArgumentException if it allows nothing */
    public ClusterRole {
        verbs = List.copyOf(verbs);
        resources = List.copyOf(resources);
        subjects = List.copyOf(subjects);
        if (verbs.isEmpty() || resources.isEmpty()) {
            throw new IllegalArgumentException((verbs.isEmpty() ? "verbs" : "resources") + " is not empty");
        }
    }

    /** Whether it names a verb or a resource by a wildcard. */
    public boolean hasWildcard() {
        return verbs.contains("*") || resources.contains("*");
    }
}
