package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.result.SessionOutcome;
import dev.windtunnel.simulator.world.traffic.SessionCounts;

/** Reads sessions off the plant: minute by minute, and at the end. Traffic without sessions has none of these series. */
final class SessionGauges {

    private SessionCounts before = SessionCounts.NONE;

    /** Where a value goes. */
    @FunctionalInterface
    interface Column {
        void put(String metric, double value, String... labels);
    }

    /** What happened since the last reading, and how many sessions are under way. */
    void record(SessionCounts counts, Column column) {
        column.put("sessions.active", counts.active());
        column.put("sessions.begun", (double) (counts.begun() - before.begun()));
        column.put("sessions.finished", (double) (counts.finished() - before.finished()));
        column.put("sessions.left", (double) (counts.leftSlow() - before.leftSlow()), "after", "slow page");
        column.put("sessions.left", (double) (counts.leftFailed() - before.leftFailed()), "after", "failed page");
        column.put("pages.loaded", (double) (counts.pages() - before.pages()));
        column.put("pages.slow", (double) (counts.slowPages() - before.slowPages()));
        column.put("pages.failed", (double) (counts.failedPages() - before.failedPages()));
        column.put("pages.reloaded", (double) (counts.reloads() - before.reloads()));
        before = counts;
    }

    /** Takes over what another compares its next reading with. */
    void copyFrom(SessionGauges other) {
        before = other.before;
    }

    static SessionOutcome outcome(SessionCounts counts) {
        return new SessionOutcome(
                counts.begun(),
                counts.finished(),
                counts.leftSlow(),
                counts.leftFailed(),
                counts.active(),
                counts.pages(),
                counts.slowPages(),
                counts.failedPages(),
                counts.reloads(),
                counts.endedSeconds(),
                counts.byPages());
    }
}
