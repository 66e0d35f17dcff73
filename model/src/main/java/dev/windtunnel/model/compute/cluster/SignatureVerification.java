package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** Verification of image signatures at admission (S40; R-DEL-03). */
@Doc("Verification of image signatures at admission")
public record SignatureVerification(
        @Doc("deny, warn or dryrun") @Default("deny") Enforcement enforcementAction,

        @Doc("Who must have signed: a KMS key by name, or an identity of the pipeline")
        String signedBy,

        @Doc("Repositories it holds for, by name or pattern such as innovate/*; empty means all") @Default("[]")
        List<String> repositories) {

    /** @throws IllegalArgumentException if nobody must have signed */
    public SignatureVerification {
        repositories = List.copyOf(repositories);
        if (signedBy.isBlank()) {
            throw new IllegalArgumentException("signedBy names a key or an identity");
        }
    }
}
