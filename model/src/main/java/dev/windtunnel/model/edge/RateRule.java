package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of a web ACL that counts requests of each address (S18, WAF-04). */
@Doc("A rate-based rule of a web ACL")
public record RateRule(
        @Named String name,

        @Doc("Requests of one address within the window beyond which it is limited, 10 to 2000000000 (WAF-04)")
        long limit,

        @Doc("Window, 1m, 2m, 5m or 10m (WAF-04)") @Default("5m")
        Duration window,

        @Doc("block or count") @Default("block") ManagedRuleGroup.Action action,

        @Doc("Only requests whose path begins so; absent means all") @Nullable String path) {

    private static final List<Duration> WINDOWS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));

    /** Capacity units of a rate-based rule on addresses. */
    static final int CAPACITY_UNITS = 2;

    /** @throws IllegalArgumentException if limit or window are none that WAF takes */
    public RateRule {
        if (limit < 10 || limit > 2_000_000_000L) {
            throw new IllegalArgumentException("limit lies between 10 and 2000000000, found " + limit);
        }
        if (!WINDOWS.contains(window)) {
            throw new IllegalArgumentException("window is 1m, 2m, 5m or 10m, found " + Durations.print(window));
        }
    }
}
