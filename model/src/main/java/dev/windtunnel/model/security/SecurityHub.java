package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS Security Hub: findings of all services in one place, and checks against standards (S07, S52). */
@Doc("AWS Security Hub; most of its checks need config")
public record SecurityHub(
        @Doc("Account that sees the findings of all; absent means that each sees its own") @Nullable String administrator,

        @Inline Coverage coverage,

        @Doc(
                "Standards: fsbp (AWS Foundational Security Best Practices), cis, nist-800-53, pci-dss or resource-tagging")
        @Default("[fsbp, cis]")
        List<Standard> standards,

        @Doc("Region that shows the findings of all regions; absent means that each shows its own") @Nullable String aggregationRegion,

        @Doc("Where critical findings are sent: names of receivers, topics or a ticket queue") @Default("[]")
        List<String> receivers) {

    /** A standard. */
    public enum Standard {
        /** AWS Foundational Security Best Practices. */
        FSBP,
        /** CIS AWS Foundations Benchmark. */
        CIS,
        /** NIST SP 800-53. */
        NIST_800_53,
        /** PCI DSS. */
        PCI_DSS,
        /** AWS Resource Tagging Standard. */
        RESOURCE_TAGGING
    }

    /** Copies the lists. */
    public SecurityHub {
        standards = List.copyOf(standards);
        receivers = List.copyOf(receivers);
    }
}
