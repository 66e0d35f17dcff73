package dev.windtunnel.model.storage;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;

/** S3 Object Lock: objects that nobody may delete or overwrite for a time (S51, S78). */
@Doc("S3 Object Lock")
public record ObjectLock(
        @Doc("governance (some may lift it) or compliance (nobody may)") @Default("governance")
        Mode mode,

        @Doc("Time that each object is locked, in whole days")
        Duration retention) {

    /** Whether anybody may lift it. */
    public enum Mode {
        /** Those with a permission of their own may. */
        GOVERNANCE,
        /** Nobody may, the root user neither. */
        COMPLIANCE
    }

    /** @throws IllegalArgumentException if nothing is locked */
    public ObjectLock {
        LifecycleRule.requireDays("retention", retention, 1);
    }
}
