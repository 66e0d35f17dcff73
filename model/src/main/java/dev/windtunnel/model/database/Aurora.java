package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an Aurora cluster has beside writer and readers (S71, AUR-01 to AUR-06). The database's class is the writer's, its
 * replicas are the readers.
 */
@Doc("What an Aurora cluster has beside its writer (class, primaryZone) and readers (replicas)")
public record Aurora(
        @Doc("How storage is billed: standard pays for I/O, io-optimized does not") @Default("standard")
        StorageMode storageMode,

        @Doc("Capacity range of Serverless v2; absent means instances of a fixed class") @Nullable Serverless serverless,

        @Doc("Regions of a Global Database that hold a copy, by region, at most 10") @Default("{}")
        List<GlobalSecondary> secondaries,

        @Doc(
                "Data that may be lost at most: commits wait once every secondary is behind by more (rds.global_db_rpo, at least 20s); absent means that commits never wait (AUR-05)")
        @Nullable Duration globalRpo) {

    /** How storage is billed. */
    public enum StorageMode {
        /** Storage and each I/O. */
        STANDARD,
        /** Storage at a higher price, I/O included. */
        IO_OPTIMIZED
    }

    /**
     * The range in which Serverless v2 scales an instance, in Aurora capacity units of about 2 GiB.
     *
     * @param min least capacity; 0 lets an idle instance pause
     */
    @Doc("Aurora capacity units (ACU), each about 2 GiB of memory")
    public record Serverless(
            @Doc("Least capacity in ACU, 0 to 256 in steps of 0.5; 0 lets an idle instance pause") @Default("0.5")
            double min,

            @Doc("Most capacity in ACU, 1 to 256 in steps of 0.5")
            double max) {

        /** @throws IllegalArgumentException outside what the service accepts */
        public Serverless {
            if (!isCapacity(min) || min > max) {
                throw new IllegalArgumentException(
                        "min lies between 0 and max in steps of 0.5, found " + min + " with max " + max);
            }
            if (!isCapacity(max) || max < 1) {
                throw new IllegalArgumentException("max lies between 1 and 256 in steps of 0.5, found " + max);
            }
        }

        private static boolean isCapacity(double units) {
            return units >= 0 && units <= 256 && units * 2 == Math.rint(units * 2);
        }
    }

    private static final int MOST_SECONDARIES = 10;

    /** @throws IllegalArgumentException with more regions, or a shorter RPO, than the service accepts */
    public Aurora {
        secondaries = List.copyOf(secondaries);
        if (secondaries.size() > MOST_SECONDARIES) {
            throw new IllegalArgumentException("secondaries are at most 10 regions, found " + secondaries.size());
        }
        if (globalRpo != null && secondaries.isEmpty()) {
            throw new IllegalArgumentException("globalRpo needs secondaries");
        }
        if (globalRpo != null && globalRpo.compareTo(Duration.ofSeconds(20)) < 0) {
            throw new IllegalArgumentException("globalRpo is at least 20s, found " + Durations.print(globalRpo));
        }
    }

    /** A cluster in one region, on instances, that pays for its I/O. */
    public Aurora() {
        this(StorageMode.STANDARD, null, List.of(), null);
    }
}
