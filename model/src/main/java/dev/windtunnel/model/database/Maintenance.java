package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.WeeklyWindow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When and how the database is patched and upgraded (S34, S42; RDS-31 to RDS-34). */
@Doc("When and how the database is patched and upgraded")
public record Maintenance(
        @Doc("Weekly window of at least 30 minutes, sun:06:00-sun:06:30; absent means that RDS chooses one (RDS-34)")
        @Nullable WeeklyWindow window,

        @Doc("Whether RDS installs minor versions in the window") @Default("true")
        boolean autoMinorVersionUpgrade,

        @Doc("How a version is upgraded: in-place takes primary and standby down together (RDS-31, RDS-33)")
        @Default("in-place")
        Upgrade upgrade,

        @Doc("Outage of an in-place upgrade that is accepted; absent means that nobody has said so (RDS-31)") @Nullable Duration acceptedOutage) {

    /** How a version is upgraded. */
    public enum Upgrade {
        /** The instances themselves, down for minutes (RDS-31). */
        IN_PLACE,
        /** A second set of instances, and a switch of under a minute (RDS-33). */
        BLUE_GREEN
    }

    /** @throws IllegalArgumentException if the window is shorter than RDS allows */
    public Maintenance {
        if (window != null && window.length().compareTo(Duration.ofMinutes(30)) < 0) {
            throw new IllegalArgumentException("window lasts at least 30m, found " + Durations.print(window.length()));
        }
    }

    /** What RDS does without a word. */
    public Maintenance() {
        this(null, true, Upgrade.IN_PLACE, null);
    }
}
