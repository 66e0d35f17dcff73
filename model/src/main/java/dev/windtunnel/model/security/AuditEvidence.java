package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence that is gathered for auditors as it arises, by AWS Audit Manager or another collector (S78). */
@Doc("What is gathered for auditors")
public record AuditEvidence(
        @Doc("Account that gathers it") String administrator,

        @Doc("What gathers it: audit-manager, config or other") @Default("audit-manager")
        Collector collector,

        @Inline Coverage coverage,

        @Doc("Frameworks that it is sorted by: CIS AWS Benchmark, SOC 2, GDPR")
        List<String> frameworks,

        @Doc("Bucket that reports are kept in") String bucket,

        @Doc("KMS key that encrypts the evidence; absent means the collector's own") @Nullable String key,

        @Doc("Time that it is kept; absent means as long as the bucket's rules say") @Nullable Duration retention) {

    /** What gathers evidence. */
    public enum Collector {
        /** AWS Audit Manager. */
        AUDIT_MANAGER,
        /** Conformance packs of AWS Config. */
        CONFIG,
        /** A product of somebody else. */
        OTHER
    }

    /** @throws IllegalArgumentException without a framework */
    public AuditEvidence {
        frameworks = List.copyOf(frameworks);
        if (frameworks.isEmpty()) {
            throw new IllegalArgumentException("frameworks names at least one");
        }
    }
}
