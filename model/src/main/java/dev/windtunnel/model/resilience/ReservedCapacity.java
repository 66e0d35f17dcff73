package dev.windtunnel.model.resilience;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import org.jspecify.annotations.Nullable;

/** Capacity that is paid for so that it is there. */
@Doc("Reserved capacity of a type")
public record ReservedCapacity(
        @Named String type,
        @Doc("Instances reserved") int count,

        @Doc("Zone, by short name; absent means spread over all") @Nullable String zone) {

    /** @throws IllegalArgumentException if nothing is reserved */
    public ReservedCapacity {
        if (count < 1) {
            throw new IllegalArgumentException("count is at least 1, found " + count);
        }
    }
}
