package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Backups of the database in another region (S46, RDS-56 to RDS-59). */
@Doc("Backups in another region")
public record BackupCopy(
        @Named String region,

        @Doc(
                "What is copied: snapshots, or automated-backups with their logs, for recovery to a point in time (RDS-57)")
        @Default("snapshots")
        Method method,

        @Doc("Time from one snapshot copied to the next; automated-backups follow within minutes (RDS-57, RDS-58)")
        @Default("24h")
        Duration interval,

        @Doc("Time that a copy is kept") @Default("7d") Duration retention,

        @Doc("KMS key of that region that encrypts the copies; an encrypted database needs one (RDS-59)") @Nullable String key) {

    /** What is copied. */
    public enum Method {
        /** Whole snapshots, one after the other (RDS-58). */
        SNAPSHOTS,
        /** Snapshots and transaction logs, all the time (RDS-57). */
        AUTOMATED_BACKUPS
    }

    /** @throws IllegalArgumentException if nothing would be copied or kept */
    public BackupCopy {
        if (interval.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("interval is at least 1h, found " + Durations.print(interval));
        }
        boolean kept = retention.compareTo(Duration.ofDays(1)) >= 0;
        if (!kept || (method == Method.AUTOMATED_BACKUPS && retention.compareTo(Duration.ofDays(35)) > 0)) {
            throw new IllegalArgumentException("retention is at least 1d, and at most 35d for automated-backups, found "
                    + Durations.print(retention));
        }
    }
}
