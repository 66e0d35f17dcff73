package dev.windtunnel.simulator.cost;

import dev.windtunnel.model.unit.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

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

    /** How sure a price is. */
    public enum Evidence {
        /** Copied from a price list or a file generated from one. */
        SOURCED,
        /** List price as commonly published, written from knowledge. */
        UNSOURCED,
        /** Derived. */
        ESTIMATE
    }

    /**
     * A line.
     *
     * @param service as AWS names it on an invoice
     * @param item what was used, with its type where it has one
     * @param quantity in billing units, exact enough to print
     * @param unit {@code hour}, {@code GB}, {@code GB-month}, {@code LCU-hour}, {@code address-hour}
     * @param unitPrice per unit; the mean where tiers apply
     * @param amount quantity times price, rounded to a billionth of a dollar at the latest
     * @param evidence how sure the price is
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
            String source) {}

    /** Something that costs money and has no line. */
    public record NotPriced(String account, String what, String why) {}

    /** The sum of the lines. */
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
