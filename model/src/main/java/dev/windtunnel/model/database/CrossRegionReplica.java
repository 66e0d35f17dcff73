package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Distribution;
import org.jspecify.annotations.Nullable;

/** A read replica of an RDS instance in another region, to be promoted when the region is lost (S71, DR-10). */
@Doc("A read replica in another region (DR-10)")
public record CrossRegionReplica(
        @Named String region,

        @Doc("RDS instance class; absent means the primary's") @Key("class") @Nullable String instanceClass,

        @Doc("Whether it has a standby of its own") @Default("false")
        boolean multiAz,

        @Doc("KMS key of that region; an encrypted database needs one") @Nullable String key,

        @Doc("How far it is behind, which is the data lost when it is promoted unplanned (DR-10, estimate)")
        @Default("lognormal(median 2s, sigma 0.9)")
        Distribution lag) {}
