package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import java.util.List;

/** A container image that a pipeline makes and the registry keeps under this name (S35, S37). */
@Doc("A container image")
public record Image(
        @Named String name,

        @Doc("Architectures that it runs on, one or more") @Default("[amd64]")
        List<Architecture> architectures,

        @Doc("Compressed bytes of one architecture in the registry (ECR-02)") @Default("60MB")
        ByteSize compressed,

        @Doc("Whether build tools stay out of it (multi-stage build)") @Default("true")
        boolean multiStage,

        @Doc("Workloads that run it; empty means the workload of its name") @Default("[]")
        List<String> workloads) {

    /** A processor's instruction set. */
    public enum Architecture {
        /** x86-64. */
        AMD64,
        /** Graviton. */
        ARM64
    }

    /** @throws IllegalArgumentException without an architecture */
    public Image {
        architectures = List.copyOf(architectures);
        workloads = List.copyOf(workloads);
        if (architectures.isEmpty()) {
            throw new IllegalArgumentException("architectures has at least one of amd64, arm64");
        }
    }

    /** The workloads that run it. */
    public List<String> runBy() {
        return workloads.isEmpty() ? List.of(name) : workloads;
    }
}
