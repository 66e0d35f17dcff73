package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Distribution;
import org.jspecify.annotations.Nullable;

/** A region of an Aurora Global Database that holds a copy of the storage (S71, AUR-05, AUR-06). */
@Doc("A secondary region of an Aurora Global Database (AUR-05)")
public record GlobalSecondary(
        @Named String region,

        @Doc("Instance class of its readers; absent means the writer's") @Key("class") @Nullable String instanceClass,

        @Doc("Readers in that region, 0 to 16; 0 keeps the storage only, and instances are made at a failover")
        @Default("1")
        int readers,

        @Doc("Whether its readers pass writes on to the writer") @Default("false")
        boolean writeForwarding,

        @Doc("KMS key of that region; an encrypted database needs one") @Nullable String key,

        @Doc("How far its storage is behind, which is the data lost in an unplanned failover (AUR-05)")
        @Default("lognormal(median 800ms, sigma 0.4)")
        Distribution lag) {

    /** @throws IllegalArgumentException with more readers than the service accepts */
    public GlobalSecondary {
        if (readers < 0 || readers > 16) {
            throw new IllegalArgumentException("readers lies between 0 and 16, found " + readers);
        }
    }
}
