package dev.windtunnel.model.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price in bands of quantity per month: each band's price applies only to the quantity inside it.
 *
 * @param unit of quantity and of the bands' bounds
 * @param freeAllowance what AWS deducts beside the bands, in the source's words; empty if nothing is known
 * @param tiers bands without gaps, at least one, in rising order; the last one may end where the source ends
 */
public record TieredPrice(String unit, String freeAllowance, List<Tier> tiers) {

    /**
     * A band.
     *
     * @param from first quantity in it
     * @param to first quantity above it; absent means no upper bound
     */
    public record Tier(BigDecimal from, @Nullable BigDecimal to, Price price) {}

    /** @throws IllegalArgumentException without bands, or with a gap between two */
    public TieredPrice {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("a price per " + unit + " has at least one band");
        }
        for (int tier = 1; tier < tiers.size(); tier++) {
            BigDecimal end = tiers.get(tier - 1).to();
            if (end == null || end.compareTo(tiers.get(tier).from()) != 0) {
                throw new IllegalArgumentException("band " + tier + " per " + unit + " starts at "
                        + tiers.get(tier).from() + ", where the one before it ends at " + end);
            }
        }
    }

    /** One price for every quantity. */
    public static TieredPrice flat(Price price) {
        return new TieredPrice(price.unit(), "", List.of(new Tier(BigDecimal.ZERO, null, price)));
    }

    /** The price of the first unit. */
    public Price first() {
        return tiers.getFirst().price();
    }

    TieredPrice borrowed(String from, String region) {
        List<Tier> borrowed = tiers.stream()
                .map(tier -> new Tier(tier.from(), tier.to(), tier.price().borrowed(from, region)))
                .toList();
        return new TieredPrice(unit, freeAllowance, borrowed);
    }
}
