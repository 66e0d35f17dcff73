package dev.windtunnel.simulator.cost;

import dev.windtunnel.model.catalog.Evidence;
import dev.windtunnel.model.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the simulated time would have cost, by account and service.
 *
 * @param lines in the order of account, service, item; exact amounts, rounded only when printed
 * @param notPriced what the design has and the bill does not: said aloud, never zero
 * @param period the simulated time
 */
public record Bill(List<Line> lines, List<NotPriced> notPriced, Duration period) {

    /** Copies. */
    public Bill {
        lines = List.copyOf(lines);
        notPriced = List.copyOf(notPriced);
    }

    /**
     * A line.
     *
     * @param service as AWS names it on an invoice
     * @param item what was used, with its type where it has one
     * @param quantity in billing units, rounded to nine decimals; the amount comes from the unrounded one
     * @param unit {@code hour}, {@code GB}, {@code GB-month}, {@code LCU-hour}, {@code address-hour}; a GB is 2^30 bytes,
     *     a month 730 hours
     * @param unitPrice per unit; the mean where tiers apply
     * @param amount quantity times price, rounded once, to a billionth of a dollar
     * @param evidence how sure the price is; the least sure one where tiers apply
     * @param priceDate of the price, as its source states it; empty if unsourced
     * @param source of the price
     */
    public record Line(
            String account,
            String service,
            String item,
            BigDecimal quantity,
            String unit,
            Money unitPrice,
            Money amount,
            Evidence evidence,
            String priceDate,
            String source) {

        /** The amount as it is printed: rounded to cents, half up. */
        public BigDecimal printedAmount() {
            return amount.cents();
        }
    }

    /** Something that costs money and has no line. */
    public record NotPriced(String account, String what, String why) {

        private static final String NOT_SIMULATED = "not simulated";

        /** Something that did not run in the simulation. */
        static NotPriced notSimulated(String account, String what) {
            return new NotPriced(account, what, NOT_SIMULATED);
        }

        /** What stands in place of an amount: {@code not simulated} or {@code not priced}. */
        public String inPlaceOfAmount() {
            return why.equals(NOT_SIMULATED) ? NOT_SIMULATED : "not priced";
        }
    }

    /** The sum of the lines, exact. */
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /**
     * The sum of the printed lines, so that a reader who adds up the column gets the total below it. It differs from
     * {@link #total()} by at most half a cent per line; invoices are added up the same way.
     */
    public BigDecimal printedTotal() {
        return lines.stream().map(Line::printedAmount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /**
     * Dollars per thousand requests, of the exact total, rounded to a billionth; nothing without requests.
     *
     * @throws IllegalArgumentException if the number of requests is negative
     */
    public Optional<Money> costPerThousandRequests(long requests) {
        if (requests < 0) {
            throw new IllegalArgumentException("a number of requests is not negative, found " + requests);
        }
        return requests == 0
                ? Optional.empty()
                : Optional.of(new Money(total().usd()
                        .movePointRight(3)
                        .divide(BigDecimal.valueOf(requests), Quantity.DECIMALS, RoundingMode.HALF_UP)));
    }
}
