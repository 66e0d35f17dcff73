package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.compute.node.ResourceAmount;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import org.jspecify.annotations.Nullable;

/** A namespace's LimitRange: defaults and bounds of each container (S20; Kubernetes sheet, section 6). */
@Doc("LimitRange: defaults and bounds of each container of the namespace")
public record LimitRange(
        @Doc("Requests of containers that have none; absent means none") @Nullable ResourceAmount defaultRequest,

        @Doc("Limits of containers that have none; absent means none") @Key("default") @Nullable ResourceAmount defaultLimit,

        @Doc("Fewest that a container may request; absent means no bound") @Nullable ResourceAmount min,

        @Doc("Most that a container may have as its limit; absent means no bound") @Nullable ResourceAmount max) {

    /** @throws IllegalArgumentException if a smaller one is above a larger one */
    public LimitRange {
        isAtMost("min", min, "defaultRequest", defaultRequest);
        isAtMost("defaultRequest", defaultRequest, "default", defaultLimit);
        isAtMost("default", defaultLimit, "max", max);
        isAtMost("min", min, "max", max);
        isAtMost("defaultRequest", defaultRequest, "max", max);
        isAtMost("min", min, "default", defaultLimit);
    }

    private static void isAtMost(
            String smaller, @Nullable ResourceAmount small, String larger, @Nullable ResourceAmount large) {
        if (small != null && large != null && !large.covers(small)) {
            throw new IllegalArgumentException(smaller + " is at most " + larger);
        }
    }
}
