package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.unit.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon Macie: looks for personal data in buckets; billed by buckets watched and bytes read (S73). */
@Doc("Amazon Macie")
public record Macie(
        @Doc("Account that sees the findings of all; absent means that each sees its own") @Nullable String administrator,

        @Inline Coverage coverage,

        @Doc("Whether samples of all buckets are read each day, without a job") @Default("false")
        boolean automatedDiscovery,

        @Doc("Buckets that a job reads") @Default("[]") List<String> buckets,

        @Doc("When the job reads them: once, daily, weekly or monthly; what was read before is left out")
        @Default("once")
        Frequency frequency,

        @Doc("Share of the objects that the job reads") @Default("100%")
        Share sampling) {

    /** How often a job reads. */
    public enum Frequency {
        /** When it is made. */
        ONCE,
        /** Each day. */
        DAILY,
        /** Each week. */
        WEEKLY,
        /** Each month. */
        MONTHLY
    }

    /** @throws IllegalArgumentException if the job reads nothing */
    public Macie {
        buckets = List.copyOf(buckets);
        if (sampling.value() == 0) {
            throw new IllegalArgumentException("sampling is more than 0%");
        }
    }

    /** Whether a bucket is read, by a job or by automated discovery (R-RES-01). */
    public boolean reads(String bucket) {
        return automatedDiscovery || buckets.contains(bucket);
    }
}
