package dev.windtunnel.model.catalog;

import dev.windtunnel.model.house.Exempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What AWS offers: instance types, database classes, and what they cost in each region.
 *
 * <p>The figures are embedded CSV files; their README says where they come from. Files are read when something in them is
 * first asked for, and only the rows of the region asked for are kept. Safe for any number of threads; what was read once
 * does not change.
 */
@Exempt(from = "hash-order", because = "books are looked up by region and never iterated")
public final class Catalog {

    /** The region whose prices stand in where another has none. */
    static final String HOME_REGION = "us-east-1";

    private static final Catalog EMBEDDED = new Catalog();

    private static final List<String> REGIONS =
            List.of(HOME_REGION, "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-1");

    private final Lazy<Sheet> instanceTypes = new Lazy<>(() -> Sheet.whole("ec2-instance-types.csv", "instance_type"));
    private final Lazy<Sheet> databaseClasses =
            new Lazy<>(() -> Sheet.whole("rds-instance-classes.csv", "db_instance_class"));
    private final Map<String, PriceBook> books = new ConcurrentHashMap<>();

    private Catalog() {}

    /** The catalog that is built in. */
    public static Catalog embedded() {
        return EMBEDDED;
    }

    /** The EC2 types known, grouped by family, small to large: general, compute and memory families from generation 5 on, and T. */
    public List<String> instanceTypeNames() {
        return instanceTypes.get().keys();
    }

    /** The RDS classes known, {@code db.m5.large} and so on. */
    public List<String> databaseClassNames() {
        return databaseClasses.get().keys();
    }

    /** The regions with prices of their own. */
    public List<String> regionNames() {
        return REGIONS;
    }

    /** The EC2 type of this name. Its row is parsed on each call: keep what you got. */
    public Optional<InstanceType> instanceType(String name) {
        return instanceTypes.get().rows(name).stream().findFirst().map(InstanceType::of);
    }

    /** The RDS class of this name, {@code db.m6g.large}. */
    public Optional<DatabaseClass> databaseClass(String name) {
        return databaseClasses.get().rows(name).stream().findFirst().map(DatabaseClass::of);
    }

    /**
     * The prices of a region. A region that is not among {@link #regionNames()} has none of its own: it gets those of
     * us-east-1, each marked as an estimate.
     */
    public PriceBook prices(String region) {
        if (region.equals(HOME_REGION)) {
            return home();
        }
        PriceBook home = home();
        return books.computeIfAbsent(region, missing -> new PriceBook(missing, home));
    }

    private PriceBook home() {
        return books.computeIfAbsent(HOME_REGION, region -> new PriceBook(region, null));
    }
}
