package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** IAM Access Analyzer: what outsiders may reach, and which permissions nobody uses (S48, S52). */
@Doc("IAM Access Analyzer")
public record AccessAnalyzer(
        @Doc("Account that sees the findings of all; absent means that each sees its own") @Nullable String administrator,

        @Inline Coverage coverage,

        @Doc("Time after which an unused permission is a finding, 1d to 365d; absent means that use is not looked at")
        @Nullable Duration unusedAccessAfter) {

    /** @throws IllegalArgumentException for a time that the service does not accept */
    public AccessAnalyzer {
        if (unusedAccessAfter != null && (unusedAccessAfter.toDays() < 1 || unusedAccessAfter.toDays() > 365)) {
            throw new IllegalArgumentException(
                    "unusedAccessAfter lies between 1d and 365d, found " + Durations.print(unusedAccessAfter));
        }
    }
}
