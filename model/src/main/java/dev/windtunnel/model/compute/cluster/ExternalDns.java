package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** external-dns, which writes the records of Ingresses and Services to Route 53 (S26; its docs/flags.md). */
@Doc("external-dns")
public record ExternalDns(
        @Doc("Version; absent means that nothing is said of it") @Nullable String version,

        @Doc("Time between two looks") @Default("1m") Duration interval,

        @Doc("Time to live of records that are no alias; an alias of a load balancer has 60s") @Default("300s")
        Duration ttl,

        @Doc("sync, which deletes records too, or upsert-only") @Default("sync")
        Policy policy) {

    /** What it does with records whose source is gone. */
    public enum Policy {
        /** Deletes them. */
        SYNC,
        /** Leaves them. */
        UPSERT_ONLY
    }

    /** @throws IllegalArgumentException if the interval is zero */
    public ExternalDns {
        if (interval.isZero()) {
            throw new IllegalArgumentException("interval is longer than 0s");
        }
    }
}
