package dev.windtunnel.model.scenario;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Money;

/** What it may cost. Judged only where at least 28 days were simulated. */
@Doc("What it may cost")
public record Budget(
        @Doc("US dollars a month, for the simulated accounts")
        Money monthly) {

    /** @throws IllegalArgumentException if negative */
    public Budget {
        if (monthly.compareTo(Money.ZERO) < 0) {
            throw new IllegalArgumentException("monthly is not negative, found " + monthly);
        }
    }
}
