package dev.windtunnel.model.catalog;

import dev.windtunnel.model.unit.Money;

/**
 * A unit price with where it comes from. List price in US dollars, without tax, discount or free allowance.
 *
 * @param usd per unit, never negative; zero only where the price list itself says that something is free
 * @param unit what one of it is: {@code hour}, {@code GB}, {@code GB-month} (a month is 730 hours), {@code LCU-hour} ...
 * @param date of the price as the source states it, in the source's own precision; empty if the price is unsourced
 * @param source file and revision, or what the figure was derived from; never empty
 */
public record Price(Money usd, String unit, Evidence evidence, String date, String source) {

    /** @throws IllegalArgumentException if the price is negative or has no source */
    public Price {
        if (usd.compareTo(Money.ZERO) < 0) {
            throw new IllegalArgumentException("a price is not negative, found " + usd + " per " + unit);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a price states its source, found none for " + usd + " per " + unit);
        }
    }

    /** The same figure used where no figure is known: an estimate that says so. */
    Price borrowed(String from, String region) {
        return new Price(usd, unit, Evidence.ESTIMATE, date, from + " price, none known in " + region + "; " + source);
    }
}
