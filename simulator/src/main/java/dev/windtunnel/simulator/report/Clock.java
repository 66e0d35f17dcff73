package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.result.TimeAxis;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Local times of the scenario in words; the day stands with them where there is more than one. */
record Clock(TimeAxis axis) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd ", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** {@code 20:15:07}. */
    String second(long nanos) {
        return at(nanos, SECONDS);
    }

    /** {@code 20:15}. */
    String minute(int minute) {
        return at(minute * 60_000_000_000L, MINUTES);
    }

    /** {@code 2026-11-27 00:00}. */
    String full(long nanos) {
        return FULL.format(axis.at(nanos));
    }

    private String at(long nanos, DateTimeFormatter format) {
        ZonedDateTime time = axis.at(nanos);
        boolean oneDay = axis.at(0)
                .toLocalDate()
                .equals(axis.at(axis.duration().toNanos() - 1).toLocalDate());
        return (oneDay ? "" : DAY.format(time)) + format.format(time);
    }
}
