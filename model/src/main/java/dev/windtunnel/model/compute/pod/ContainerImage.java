package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.compute.node.CpuArchitecture;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The image of a container (S37). A tag may hold {@code {sha}} for the commit, as in {@code prod-{sha}}: each release then
 * has a tag of its own, and none is ever moved.
 */
@Doc("Container image")
public record ContainerImage(
        @Doc("Repository in the registry, by name, or the address of a public one")
        String repository,

        @Doc("Tag; {sha} stands for the commit, as in 'prod-{sha}'. Absent means latest, unless there is a digest")
        @Nullable String tag,

        @Doc("Digest, sha256: and 64 hexadecimal digits; absent means that the tag decides") @Nullable String digest,

        @Doc("Architectures it is built for: amd64, arm64 or both (R-CMP-03)") @Default("[amd64]")
        List<CpuArchitecture> architectures) {

    /** @throws IllegalArgumentException if the digest is none or there is no architecture */
    public ContainerImage {
        architectures = List.copyOf(architectures);
        if (repository.isBlank()) {
            throw new IllegalArgumentException("repository is not empty");
        }
        if (digest != null && !digest.matches("sha256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("digest is sha256: and 64 hexadecimal digits, found " + digest);
        }
        if (architectures.isEmpty()) {
            throw new IllegalArgumentException("architectures holds at least one of amd64, arm64");
        }
    }

    /** Whether it always means the same bytes: by its digest, or by a tag that names the commit (R-DEL-02). */
    public boolean isPinned() {
        return digest != null || (tag != null && (tag.contains("{sha}") || tag.matches("(.*-)?[0-9a-f]{7,40}")));
    }
}
