package dev.windtunnel.desktop.viewmodel;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times are said, the same in every country. */
final class Wording {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Wording() {}

    /** {@code 08:12}, hours and minutes of simulated time; hours go on past 24. */
    static String clock(long nanos) {
        long minutes = nanos / 60_000_000_000L;
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /** {@code 1,234,567}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 41%}, rounded down. */
    static String percent(double share) {
        return (int) Math.floor(share * 100) + "%";
    }

    /** {@code 2026-11-27 00:00}. */
    static String moment(ZonedDateTime time) {
        return MOMENT.format(time);
    }
}
