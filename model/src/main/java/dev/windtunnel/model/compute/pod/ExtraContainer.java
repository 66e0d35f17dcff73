package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.compute.node.ResourceAmount;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import org.jspecify.annotations.Nullable;

/** A container beside the application's: a log shipper, OPA, Envoy (S41). The mesh's proxy is the workload's {@code sidecar}. */
@Doc("A container beside the application's")
public record ExtraContainer(
        @Named String name,

        @Doc("Its image; absent means that nothing is said of it") @Nullable ContainerImage image,

        @Doc("What the scheduler sets aside for it; absent means nothing") @Nullable ResourceAmount requests,

        @Doc("What it may use at most; absent means no bound") @Nullable ResourceAmount limits,

        @Doc(
                "Whether it is an init container with restartPolicy Always: started before the application, stopped after it")
        @Default("false")
        boolean startsFirst) {

    /** @throws IllegalArgumentException if a limit is below its request */
    public ExtraContainer {
        limitsCover(limits, requests);
    }

    static void limitsCover(@Nullable ResourceAmount limits, @Nullable ResourceAmount requests) {
        if (limits != null && requests != null && !limits.covers(requests)) {
            throw new IllegalArgumentException("limits are at least the requests");
        }
    }
}
