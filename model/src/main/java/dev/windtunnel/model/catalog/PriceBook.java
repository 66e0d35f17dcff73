package dev.windtunnel.model.catalog;

import dev.windtunnel.model.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The list prices of one region.
 *
 * <p>Each price says how sure it is and where it comes from. What the region has no row for is taken from us-east-1 as an
 * {@link Evidence#ESTIMATE} whose source says so. What us-east-1 does not know either is absent: a missing price is never
 * zero. Safe for any number of threads.
 */
public final class PriceBook {

    private static final String HOUR = "hour";
    private static final String GLOBAL = "global";
    private static final int NANO_DOLLARS = 9;

    private final String region;
    private final @Nullable PriceBook home;
    private final Lazy<Sheet> onDemand;
    private final Lazy<Sheet> spot;
    private final Lazy<Sheet> databases;
    private final Lazy<Sheet> databaseStorage;
    private final Lazy<Sheet> services;
    private final Lazy<Sheet> globalServices;

    PriceBook(String region, @Nullable PriceBook home) {
        this.region = region;
        this.home = home;
        onDemand = new Lazy<>(() -> Sheet.ofRegion("ec2-on-demand.csv", region, "instance_type"));
        spot = new Lazy<>(() -> Sheet.ofRegion("ec2-spot.csv", region, "instance_type"));
        databases = new Lazy<>(() -> Sheet.ofRegion("rds-postgres.csv", region, "db_instance_class", "deployment"));
        databaseStorage = new Lazy<>(() -> Sheet.ofRegion("rds-storage.csv", region, "item"));
        services = new Lazy<>(() -> Sheet.ofRegion("services.csv", region, "service", "item"));
        globalServices = new Lazy<>(() -> Sheet.ofRegion("services.csv", GLOBAL, "service", "item"));
    }

    /** The region, {@code eu-west-1}. */
    public String region() {
        return region;
    }

    /**
     * An hour of an EC2 instance (Linux, shared tenancy).
     *
     * <p>A Spot price is the mean over the region's zones where market prices were observed; elsewhere the On-Demand price
     * less the savings that the Spot Advisor reports, an estimate that tends to be too low by 5 to 20 points for T types.
     */
    public Optional<Price> instanceHour(String type, boolean spot) {
        return spot ? hereOrHome(book -> book.spotHour(type)) : hereOrHome(book -> book.onDemandHour(type));
    }

    /**
     * How often Spot instances of a type were interrupted in this region, by the Spot Advisor of June 2025. Only the
     * region's own rows count: another region's capacity says nothing of it.
     */
    public Optional<InterruptionBand> interruptionBand(String type) {
        return first(spot.get(), type)
                .map(row -> row.text("interruption_band_per_month"))
                .filter(band -> !band.isEmpty())
                .map(InterruptionBand::of);
    }

    /**
     * The price of {@link #instanceHour} in billionths of a dollar, for comparing offers.
     *
     * @throws IllegalArgumentException if no price is known
     */
    public long instanceHourNanoUsd(String type, boolean spot) {
        Price price = instanceHour(type, spot)
                .orElseThrow(() -> new IllegalArgumentException("no " + (spot ? "Spot" : "On-Demand") + " price of "
                        + type + " is known in " + region
                        + "\nMaybe the type is misspelled: Catalog.instanceTypeNames() has all."));
        return price.usd()
                .usd()
                .movePointRight(NANO_DOLLARS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** An hour of an RDS for PostgreSQL instance; Multi-AZ includes the standby. */
    public Optional<Price> databaseHour(String databaseClass, boolean multiAz) {
        String key = databaseClass + "/" + (multiAz ? "multi-az" : "single-az");
        return hereOrHome(book -> first(book.databases.get(), key).map(row -> sourced(row, "usd_per_hour")));
    }

    /** A GB-month of RDS gp3 storage, per GB that the user provisions; Multi-AZ includes the standby's copy. */
    public Optional<Price> databaseStorageGbMonth(boolean multiAz) {
        String column = multiAz ? "multi_az_usd" : "single_az_usd";
        return hereOrHome(book -> first(book.databaseStorage.get(), "gp3 storage")
                .filter(row -> !row.isEmpty(column))
                .map(row -> stated(row, column)));
    }

    /**
     * Anything else, by the names in {@code services.csv}: {@code service("nat-gateway", "data processed")}.
     *
     * <p>Services that have one price worldwide (Route 53, CloudFront) are found in every region.
     */
    public Optional<TieredPrice> service(String service, String item) {
        String key = service + "/" + item;
        Optional<TieredPrice> own = tiered(services.get().rows(key))
                .or(() -> tiered(globalServices.get().rows(key)));
        PriceBook elsewhere = home;
        return own.isPresent() || elsewhere == null
                ? own
                : elsewhere.service(service, item).map(price -> price.borrowed(elsewhere.region, region));
    }

    private Optional<Price> hereOrHome(Function<PriceBook, Optional<Price>> lookup) {
        Optional<Price> own = lookup.apply(this);
        PriceBook elsewhere = home;
        return own.isPresent() || elsewhere == null
                ? own
                : lookup.apply(elsewhere).map(price -> price.borrowed(elsewhere.region, region));
    }

    private Optional<Price> onDemandHour(String type) {
        return first(onDemand.get(), type).map(row -> sourced(row, "usd_per_hour_linux_shared"));
    }

    /** Some advisor rows state savings on an On-Demand price that nobody knows: they have no price and do not count. */
    private Optional<Price> spotHour(String type) {
        List<Sheet.Row> priced = spot.get().rows(type).stream()
                .filter(row -> !row.isEmpty("usd_per_hour"))
                .toList();
        List<Sheet.Row> observed =
                priced.stream().filter(row -> !row.isEmpty("az_id")).toList();
        return observed.isEmpty() ? priced.stream().findFirst().map(PriceBook::advised) : Optional.of(meanOf(observed));
    }

    private static Price advised(Sheet.Row row) {
        String source =
                "On-Demand less " + row.text("savings_pct_over_on_demand") + " % (Spot Advisor); " + row.text("source");
        return new Price(money(row, "usd_per_hour"), HOUR, Evidence.ESTIMATE, row.text("data_date"), source);
    }

    private static Price meanOf(List<Sheet.Row> zones) {
        BigDecimal sum =
                zones.stream().map(row -> row.decimal("usd_per_hour")).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(zones.size()), NANO_DOLLARS, RoundingMode.HALF_UP);
        Sheet.Row row = zones.getFirst();
        String source = "mean of observed prices in " + zones.size() + " zones; " + row.text("source");
        return new Price(new Money(mean), HOUR, Evidence.SOURCED, row.text("data_date"), source);
    }

    private static Optional<TieredPrice> tiered(List<Sheet.Row> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<TieredPrice.Tier> tiers = new ArrayList<>();
        for (Sheet.Row row : rows) {
            BigDecimal to = row.isEmpty("tier_to") ? null : row.decimal("tier_to");
            tiers.add(new TieredPrice.Tier(row.decimal("tier_from"), to, stated(row, "usd")));
        }
        Sheet.Row lowest = rows.getFirst();
        return Optional.of(new TieredPrice(lowest.text("unit"), lowest.text("free_allowance"), tiers));
    }

    /** A row of a file that was copied from price lists as a whole. */
    private static Price sourced(Sheet.Row row, String column) {
        return new Price(money(row, column), HOUR, Evidence.SOURCED, row.text("price_date"), row.text("source"));
    }

    /** A row that states its own confidence; what qualifies it, as in {@code sourced (old)}, stays with the source. */
    private static Price stated(Sheet.Row row, String column) {
        String confidence = row.text("confidence");
        Evidence evidence =
                switch (confidence.split(" ", 2)[0]) {
                    case "sourced" -> Evidence.SOURCED;
                    case "unsourced" -> Evidence.UNSOURCED;
                    default ->
                        throw new IllegalStateException(row.file() + ": confidence is sourced or unsourced, found "
                                + confidence + " in " + row.fields());
                };
        boolean qualified = confidence.contains("(");
        String source = qualified ? confidence + ": " + row.text("source") : row.text("source");
        return new Price(money(row, column), row.text("unit"), evidence, row.text("price_date"), source);
    }

    private static Money money(Sheet.Row row, String column) {
        return new Money(row.decimal(column));
    }

    private static Optional<Sheet.Row> first(Sheet sheet, String key) {
        return sheet.rows(key).stream().findFirst();
    }
}
