package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a workload's pods beside what runs: image, further containers, probes, placement, identity, security. Its keys stand among the workload's. */
@Doc("Image, containers, probes, placement, identity and security of the pods")
public record PodTemplate(
        @Doc("Image of the application's container; absent means that nothing is said of it") @Nullable ContainerImage image,

        @Doc("Containers that run to their end before the application starts, by name") @Default("{}")
        List<InitContainer> initContainers,

        @Doc("Containers beside the application's, by name; the mesh's proxy is 'sidecar'") @Default("{}")
        List<ExtraContainer> sidecars,

        @Doc("Startup, readiness and liveness probe") @Default("{}")
        Probes probes,

        @Doc("Node selector, affinity, tolerations, spread, priority") @Default("{}")
        Scheduling scheduling,

        @Doc("Service account, IAM role and calls of AWS; absent means the namespace's default account and no calls")
        @Nullable ServiceAccount serviceAccount,

        @Doc("What the pods may do to their node") @Default("{}")
        SecurityContext securityContext) {

    /** Copies the lists. */
    public PodTemplate {
        initContainers = List.copyOf(initContainers);
        sidecars = List.copyOf(sidecars);
    }

    /** Pods of which nothing is said. */
    public static PodTemplate ofDefaults() {
        return new PodTemplate(
                null, List.of(), List.of(), Probes.none(), Scheduling.anywhere(), null, SecurityContext.ofDefaults());
    }
}
