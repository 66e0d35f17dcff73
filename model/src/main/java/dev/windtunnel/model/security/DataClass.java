package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Data that needs the same care (S03, S73, S78). */
@Doc("A class of data")
public record DataClass(
        @Named String name,
        @Doc("public, internal, confidential or personal") Sensitivity sensitivity,

        @Doc("Stores that hold it: buckets by name, prod.database, prod.queues.orders") @Default("[]")
        List<String> stores,

        @Doc("Time that it is kept at most; absent means that nothing is said") @Nullable Duration retention,

        @Doc("Regions that it may lie in; empty means those of residency") @Default("[]")
        List<String> allowedRegions,

        @Doc("Whether it lies encrypted with a KMS key of the customer") @Default("false")
        boolean encryptionRequired) {

    /** How much harm it does in the wrong hands; the last is protected by law. */
    public enum Sensitivity {
        /** Anybody may read it. */
        PUBLIC,
        /** Everybody who works here may read it. */
        INTERNAL,
        /** Few may read it. */
        CONFIDENTIAL,
        /** It is about people. */
        PERSONAL
    }

    /** @throws IllegalArgumentException if it is kept for no time */
    public DataClass {
        stores = List.copyOf(stores);
        allowedRegions = List.copyOf(allowedRegions);
        if (retention != null && retention.isZero()) {
            throw new IllegalArgumentException("retention is longer than 0s");
        }
    }
}
