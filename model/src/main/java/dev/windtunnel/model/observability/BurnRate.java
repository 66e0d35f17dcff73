package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;

/**
 * An alert that fires while the error budget burns at this rate or faster in both windows (SLO-01, SLO-02).
 *
 * @param burn error share divided by the budget; 1 spends it exactly within the objective's window
 */
@Doc("An alert that fires while the budget burns this fast in both windows (SLO-01)")
public record BurnRate(
        @Doc("Burn rate, above 0") double burn,
        @Doc("Long window") @Key("long") Duration longWindow,

        @Doc("Short window, by which it ends soon after the cause") @Key("short")
        Duration shortWindow,

        @Doc("page or ticket") @Key("notify") @Default("page")
        Notify tells) {

    /** How urgent it is. */
    public enum Notify {
        /** Now. */
        PAGE,
        /** In office hours. */
        TICKET
    }

    /** @throws IllegalArgumentException if it would always fire, or its windows are mixed up */
    public BurnRate {
        if (!(burn > 0) || Double.isInfinite(burn)) {
            throw new IllegalArgumentException("burn is above 0, found " + burn);
        }
        Limits.atLeast("short", shortWindow, Duration.ofMinutes(1));
        if (longWindow.compareTo(shortWindow) <= 0) {
            throw new IllegalArgumentException("long is longer than short, " + Durations.print(shortWindow) + ", found "
                    + Durations.print(longWindow));
        }
    }
}
