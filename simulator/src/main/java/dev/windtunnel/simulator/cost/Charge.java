package dev.windtunnel.simulator.cost;

import dev.windtunnel.model.catalog.Evidence;
import dev.windtunnel.model.catalog.Price;
import dev.windtunnel.model.catalog.TieredPrice;
import dev.windtunnel.model.unit.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A quantity of something that AWS bills, before its price is applied. */
record Charge(String account, String service, String item, Quantity quantity) {

    /**
     * The line at a price in monthly bands, each for the part of the quantity inside it.
     *
     * @param periodNanos billed time; above a month the bands widen in proportion, as if traffic were spread evenly over
     *     the months; below a month they stand as they are
     * @return nothing if the quantity lies outside the bands whose price is known
     */
    Optional<Bill.Line> at(TieredPrice price, BigInteger periodNanos) {
        BigInteger left = quantity.count();
        BigDecimal priceTimesCount = BigDecimal.ZERO;
        List<Price> used = new ArrayList<>();
        for (TieredPrice.Tier tier : price.tiers()) {
            BigInteger from = bound(tier.from(), periodNanos);
            BigDecimal end = tier.to();
            BigInteger upTo = end == null ? quantity.count() : bound(end, periodNanos);
            BigInteger inside = quantity.count().min(upTo).subtract(from).max(BigInteger.ZERO);
            if (inside.signum() > 0) {
                priceTimesCount = priceTimesCount.add(tier.price().usd().usd().multiply(new BigDecimal(inside)));
                left = left.subtract(inside);
                used.add(tier.price());
            }
        }
        if (left.signum() > 0) {
            return Optional.empty();
        }
        if (used.isEmpty()) {
            used.add(price.first());
        }
        BigDecimal amount = quantity.perUnit(priceTimesCount);
        return Optional.of(line(price.unit(), meanPrice(amount, used), amount, used));
    }

    private BigInteger bound(BigDecimal units, BigInteger periodNanos) {
        BigInteger months = periodNanos.max(Quantity.NANOS_PER_MONTH);
        return units.multiply(new BigDecimal(quantity.perUnit()))
                .multiply(new BigDecimal(months))
                .divide(new BigDecimal(Quantity.NANOS_PER_MONTH), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    private Money meanPrice(BigDecimal amount, List<Price> used) {
        return used.size() == 1
                ? used.getFirst().usd()
                : new Money(amount.divide(quantity.units(), Quantity.DECIMALS, RoundingMode.HALF_UP));
    }

    private Bill.Line line(String unit, Money unitPrice, BigDecimal amount, List<Price> used) {
        return new Bill.Line(
                account,
                service,
                item,
                quantity.units().stripTrailingZeros(),
                unit,
                unitPrice,
                new Money(amount),
                used.stream().map(Price::evidence).reduce(Evidence.SOURCED, Evidence::weaker),
                joined(used.stream().map(Price::date).toList()),
                joined(used.stream().map(Price::source).toList()));
    }

    private static String joined(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("; "));
    }
}
