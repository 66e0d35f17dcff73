package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS Config: a recorder in each account, rules, and an aggregator that sees all (S07, S52). */
@Doc("AWS Config")
public record ConfigRecorder(
        @Doc("Account whose aggregator sees all; absent means that each sees its own") @Nullable String aggregator,

        @Inline Coverage coverage,

        @Doc("continuous (each change) or daily") @Default("continuous")
        Recording recording,

        @Doc("Rules, by their identifiers: encrypted-volumes, s3-bucket-public-read-prohibited") @Default("[]")
        List<String> rules,

        @Doc("Conformance packs, whole sets of rules: Operational-Best-Practices-for-CIS") @Default("[]")
        List<String> conformancePacks,

        @Doc("Bucket that takes the history; absent means one of the account's own") @Nullable String bucket) {

    /** When a change is recorded; each recorded item is billed. */
    public enum Recording {
        /** At once. */
        CONTINUOUS,
        /** Once a day, if anything changed. */
        DAILY
    }

    /** Copies the lists. */
    public ConfigRecorder {
        rules = List.copyOf(rules);
        conformancePacks = List.copyOf(conformancePacks);
    }
}
