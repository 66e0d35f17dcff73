package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;

/** Further attempts beside one that is slow; the first answer wins (Dean and Barroso, The Tail at Scale, 2013). */
@Doc("Hedged requests: a second attempt beside a slow first one, the first answer wins")
public record Hedge(
        @Doc("Wait before each further attempt; the 95th percentile of the latency makes 5% more requests")
        Duration after,

        @Doc("Further attempts of a request, 1 to 5") @Default("1")
        int max,

        @Doc(
                "Hedges allowed, as a share of the requests of the last 10 s, all clients together; above 0%. 10% lets the slowest tenth be hedged and keeps an overload from doubling itself (estimate)")
        @Default("10%")
        Share budget) {

    /** @throws IllegalArgumentException if after is zero, max out of its range or the budget nothing */
    public Hedge {
        if (after.isZero()) {
            throw new IllegalArgumentException("after is longer than 0s: hedging at once doubles the load");
        }
        if (max < 1 || max > 5) {
            throw new IllegalArgumentException("max lies between 1 and 5, found " + max);
        }
        if (budget.value() == 0) {
            throw new IllegalArgumentException("budget is above 0%; leave hedge out for no hedges");
        }
    }
}
