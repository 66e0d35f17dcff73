package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.node.BusyTimes;
import dev.windtunnel.model.database.Backups;
import dev.windtunnel.model.database.Maintenance;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.WeeklyWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** The database is worked on in a window at a quiet time, and its versions are upgraded without an outage or with one that was agreed. */
final class MaintenanceAtQuietTimes implements DesignRule {

    /** A Monday; the windows of backups and of maintenance are both in UTC, so any week does. */
    private static final LocalDate WEEK = LocalDate.of(2026, 1, 5);

    /** The daily backup window is at least this long, and what is not written of it is taken to be (RDS-50). */
    private static final int BACKUP_MINUTES = 30;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-10",
            Severity.WARNING,
            "RDS works in its window, if need be at noon; an upgrade in place takes primary and standby down together for minutes",
            List.of("S34", "S42"),
            "RDS-31, RDS-33, RDS-34",
            "write database.maintenance with a window at a quiet time, and upgrade: blue-green or an acceptedOutage");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            if (Stated.isKeeping(design, environment)) {
                judge(environment, environment.database().maintenance(), findings);
            }
        }
    }

    private static void judge(Environment environment, Maintenance maintenance, Findings findings) {
        WeeklyWindow window = maintenance.window();
        if (window == null) {
            findings.at(
                    Design.path(environment, "database.maintenance.window"),
                    "expected a window at a quiet time, found none: RDS chooses one");
        } else {
            window(environment, window, findings);
        }
        if (maintenance.upgrade() == Maintenance.Upgrade.IN_PLACE && maintenance.acceptedOutage() == null) {
            findings.at(
                    Design.path(environment, "database.maintenance.upgrade"),
                    "expected blue-green or an acceptedOutage, found in-place: nobody has agreed to the outage");
        }
    }

    private static void window(Environment environment, WeeklyWindow window, Findings findings) {
        String path = Design.path(environment, "database.maintenance.window");
        environment.cluster().nodePools().stream()
                .flatMap(pool ->
                        BusyTimes.during(window, pool)
                                .map(busy -> BusyTimes.words(busy) + ", of pool " + pool.name())
                                .stream())
                .findFirst()
                .ifPresent(busy -> findings.at(path, window + " overlaps a time in which no node may go, " + busy));
        if (overlaps(window, environment.database().backups())) {
            findings.at(
                    path,
                    window + " overlaps the backup window, "
                            + environment.database().backups().window() + " UTC; RDS refuses that");
        }
    }

    /** RDS refuses a maintenance window that overlaps the daily backup window (RDS API reference, ModifyDBInstance). */
    private static boolean overlaps(WeeklyWindow window, Backups backups) {
        LocalTime start = backups.windowStart().orElse(null);
        if (start == null) {
            return false;
        }
        LocalTime end = backups.window() == null
                ? start.plusMinutes(BACKUP_MINUTES)
                : LocalTime.parse(backups.window().substring(backups.window().length() - 5));
        for (DayOfWeek day : DayOfWeek.values()) {
            DayOfWeek endDay = end.isAfter(start) ? day : day.plus(1);
            if (window.overlaps(new WeeklyWindow(day, start, endDay, end, ZoneOffset.UTC), WEEK)) {
                return true;
            }
        }
        return false;
    }
}
