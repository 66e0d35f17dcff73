package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import org.jspecify.annotations.Nullable;

/** What the callers with keys of one plan may ask of a REST API (S77). */
@Doc("A usage plan of a REST API")
public record UsagePlan(
        @Named String name,

        @Doc("Requests of one key that are let through; absent means the API's throttle") @Nullable RateLimit throttle,

        @Doc("Requests of one key in a period; absent means no bound") @Nullable Long quota,

        @Doc("Period of the quota: day, week or month") @Default("month")
        Period period) {

    /** How long a quota counts. */
    public enum Period {
        /** A day. */
        DAY,
        /** A week. */
        WEEK,
        /** A month. */
        MONTH
    }

    /** @throws IllegalArgumentException if the quota lets nothing through */
    public UsagePlan {
        if (quota != null && quota < 1) {
            throw new IllegalArgumentException("quota is at least 1, found " + quota);
        }
    }
}
