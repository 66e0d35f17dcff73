package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.compute.node.ResourceAmount;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Distribution;
import org.jspecify.annotations.Nullable;

/** A container that runs to its end before the application's start (Kubernetes sheet, sections 4 and 6). */
@Doc("A container that runs to its end before the application's containers start")
public record InitContainer(
        @Named String name,

        @Doc("Its image; absent means the workload's own") @Nullable ContainerImage image,

        @Doc("What the scheduler sets aside while it runs; absent means nothing") @Nullable ResourceAmount requests,

        @Doc("What it may use at most; absent means no bound") @Nullable ResourceAmount limits,

        @Doc("How long it runs (estimate)") @Default("1s") Distribution duration) {

    /** @throws IllegalArgumentException if a limit is below its request */
    public InitContainer {
        ExtraContainer.limitsCover(limits, requests);
    }
}
