package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Automated backups, manual snapshots and their copies in other regions (S44, S45, S46; RDS-50 to RDS-59). A retention above
 * zero is what makes point-in-time recovery possible.
 */
@Doc("Automated backups, manual snapshots and copies in other regions")
public record Backups(
        @Doc(
                "Days that automated backups are kept, 0d to 35d; 0d turns them off, and recovery to a point in time too (RDS-50)")
        @Default("1d")
        Duration retention,

        @Doc("Daily window in UTC of at least 30 minutes, 03:00-03:30; absent means that RDS chooses one (RDS-50)")
        @Nullable String window,

        @Doc("Whether a manual snapshot is taken before each release (S44)") @Default("false")
        boolean snapshotBeforeRelease,

        @Doc("Manual snapshots kept, oldest deleted first, at most the region's quota of 100 (RDS-56)") @Default("100")
        int manualSnapshotsKept,

        @Doc("Copies in other regions, by region (S46)") @Default("{}")
        List<BackupCopy> copies) {

    private static final Pattern WINDOW = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");
    private static final Duration LONGEST_RETENTION = Duration.ofDays(35);
    private static final int SHORTEST_WINDOW_MINUTES = 30;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int SNAPSHOT_QUOTA = 100;

    /** @throws IllegalArgumentException outside the ranges that RDS accepts */
    public Backups {
        copies = List.copyOf(copies);
        if (!retention.equals(Duration.ofDays(retention.toDays())) || retention.compareTo(LONGEST_RETENTION) > 0) {
            throw new IllegalArgumentException(
                    "retention is a number of whole days from 0d to 35d, found " + Durations.print(retention));
        }
        if (window != null && minutes(window) < SHORTEST_WINDOW_MINUTES) {
            throw new IllegalArgumentException(
                    "window is a daily window in UTC of at least 30 minutes such as 03:00-03:30, found '" + window
                            + "'");
        }
        if (manualSnapshotsKept < 0 || manualSnapshotsKept > SNAPSHOT_QUOTA) {
            throw new IllegalArgumentException(
                    "manualSnapshotsKept lies between 0 and 100, found " + manualSnapshotsKept);
        }
        boolean copiesBackups = copies.stream().anyMatch(copy -> copy.method() == BackupCopy.Method.AUTOMATED_BACKUPS);
        if (retention.isZero() && copiesBackups) {
            throw new IllegalArgumentException(
                    "copies with method: automated-backups need automated backups, and retention is 0d");
        }
    }

    /** What RDS does without a word: backups kept for a day, in a window of its own choice, copied nowhere. */
    public Backups() {
        this(Duration.ofDays(1), null, false, SNAPSHOT_QUOTA, List.of());
    }

    /** Whether the database can be brought back to a moment of the retention (S45, RDS-52). */
    public boolean hasPointInTimeRecovery() {
        return !retention.isZero();
    }

    /** When the daily window opens, in UTC. */
    public Optional<LocalTime> windowStart() {
        return Optional.ofNullable(window).map(text -> LocalTime.parse(text.substring(0, 5)));
    }

    /** Minutes of a window, which may reach over midnight; -1 if it is none. */
    private static int minutes(String window) {
        if (!WINDOW.matcher(window).matches()) {
            return -1;
        }
        int start = LocalTime.parse(window.substring(0, 5)).toSecondOfDay() / 60;
        int end = LocalTime.parse(window.substring(6)).toSecondOfDay() / 60;
        return Math.floorMod(end - start, MINUTES_OF_DAY);
    }
}
