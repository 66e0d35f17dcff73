package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Schedule;
import dev.windtunnel.model.unit.WeeklyWindow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The times at which a design says that it is busy: those in which a budget with a schedule lets no node of a pool go. A
 * budget that always counts says nothing of times.
 */
public final class BusyTimes {

    /** A week of winter and one of summer, for zones whose clocks change. */
    private static final List<LocalDate> WEEKS = List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 7, 6));

    private static final int DAYS_OF_WEEK = 7;

    /** Maintenance windows begin and end at such steps at the finest. */
    private static final Duration STEP = Duration.ofMinutes(5);

    /** Any number of nodes: a budget of 0 allows none of them. */
    private static final int MANY = 100;

    private BusyTimes() {}

    /** The first budget of a pool that lets no node go while a window is open. */
    public static Optional<DisruptionBudget> during(WeeklyWindow window, NodePool pool) {
        return pool.disruption().budgets().stream()
                .filter(budget -> budget.nodes().roundedUp(MANY) == 0)
                .filter(budget -> WEEKS.stream().anyMatch(week -> meets(window, budget, week)))
                .findFirst();
    }

    /** When a budget counts, in words: {@code 0 12 * * * UTC for 11h}. */
    public static String words(DisruptionBudget budget) {
        return budget.schedule() + " UTC for " + Durations.print(lasts(budget));
    }

    private static boolean meets(WeeklyWindow window, DisruptionBudget budget, LocalDate week) {
        Schedule schedule = budget.schedule();
        if (schedule == null) {
            return false;
        }
        LocalDateTime end = week.plusDays(DAYS_OF_WEEK).atStartOfDay();
        LocalDateTime start = schedule.nextAfter(week.minusDays(1).atStartOfDay());
        while (start.isBefore(end)) {
            LocalDateTime over = start.plus(lasts(budget));
            for (LocalDateTime at = start; at.isBefore(over); at = at.plus(STEP)) {
                if (window.contains(at.toInstant(ZoneOffset.UTC))) {
                    return true;
                }
            }
            start = schedule.nextAfter(start);
        }
        return false;
    }

    private static Duration lasts(DisruptionBudget budget) {
        return budget.duration() == null ? Duration.ZERO : budget.duration();
    }
}
