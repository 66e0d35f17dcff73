package dev.windtunnel.model.unit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cron schedule of five fields: minute, hour, day of month, month, day of week; or {@code @hourly}, {@code @daily},
 * {@code @weekly}, {@code @monthly}, {@code @yearly}. It is read as Kubernetes reads it (robfig/cron v3): months and weekdays
 * may be named, Sunday is 0, and if both day fields are given either of them is enough. It holds no time zone: who holds the
 * schedule says which clocks it follows.
 *
 * @param text as written, with single spaces
 */
public record Schedule(String text) {

    private static final Map<String, String> MACROS = macros();

    /** A date such as February 29 comes back after eight years at most (1896, 1904; the same around 2100). */
    private static final int YEARS_AHEAD = 8;

    private record Fields(
            CronField minute, CronField hour, CronField dayOfMonth, CronField month, CronField dayOfWeek) {

        boolean hasDay(LocalDate day) {
            boolean byMonth = dayOfMonth.contains(day.getDayOfMonth());
            boolean byWeek = dayOfWeek.contains(day.getDayOfWeek().getValue() % 7);
            boolean oneIsOpen = dayOfMonth.isAny() || dayOfWeek.isAny();
            return month.contains(day.getMonthValue()) && (oneIsOpen ? byMonth && byWeek : byMonth || byWeek);
        }
    }

    /** @throws IllegalArgumentException if it is no schedule, or one that never comes, such as February 30 */
    public Schedule {
        text = String.join(" ", text.strip().split("\\s+"));
        Fields fields = fields(text);
        // Any year with a leap day shows each date that exists.
        if (next(fields, LocalDateTime.of(2024, 1, 1, 0, 0).minusMinutes(1)).isEmpty()) {
            throw new IllegalArgumentException("the schedule '" + text + "' never comes: no month has such a day");
        }
    }

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static Schedule parse(String text) {
        return new Schedule(text);
    }

    private static Map<String, String> macros() {
        Map<String, String> macros = new TreeMap<>();
        macros.put("@hourly", "0 * * * *");
        macros.put("@daily", "0 0 * * *");
        macros.put("@midnight", "0 0 * * *");
        macros.put("@weekly", "0 0 * * 0");
        macros.put("@monthly", "0 0 1 * *");
        macros.put("@yearly", "0 0 1 1 *");
        macros.put("@annually", "0 0 1 1 *");
        return macros;
    }

    private static Fields fields(String text) {
        String[] words =
                MACROS.getOrDefault(text.toLowerCase(Locale.ROOT), text).split(" ", -1);
        if (words.length != 5) {
            throw Notation.unexpected(
                    "a cron schedule of five fields (minute hour day-of-month month day-of-week) such as '0 3 * * sun'",
                    text);
        }
        return new Fields(
                CronField.parse(words[0], CronField.MINUTE),
                CronField.parse(words[1], CronField.HOUR),
                CronField.parse(words[2], CronField.DAY_OF_MONTH),
                CronField.parse(words[3], CronField.MONTH),
                CronField.parse(words[4], CronField.DAY_OF_WEEK));
    }

    /** Whether it comes in this minute. */
    public boolean comesIn(LocalDateTime minute) {
        Fields fields = fields(text);
        return fields.minute().contains(minute.getMinute())
                && fields.hour().contains(minute.getHour())
                && fields.hasDay(minute.toLocalDate());
    }

    /** The first minute after this moment in which it comes. */
    public LocalDateTime nextAfter(LocalDateTime moment) {
        return next(fields(text), moment)
                .orElseThrow(() -> new IllegalStateException("schedule '" + text + "' does not come after " + moment));
    }

    private static Optional<LocalDateTime> next(Fields fields, LocalDateTime moment) {
        LocalDateTime earliest = moment.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        LocalDate last = earliest.toLocalDate().plusYears(YEARS_AHEAD);
        LocalTime from = earliest.toLocalTime();
        for (LocalDate day = earliest.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (fields.hasDay(day)) {
                Optional<LocalTime> time = timeOfDay(fields, from);
                if (time.isPresent()) {
                    return Optional.of(day.atTime(time.get()));
                }
            }
            from = LocalTime.MIDNIGHT;
        }
        return Optional.empty();
    }

    private static Optional<LocalTime> timeOfDay(Fields fields, LocalTime from) {
        for (int hour = from.getHour(); hour < 24; hour++) {
            int firstMinute = hour == from.getHour() ? from.getMinute() : 0;
            for (int minute = firstMinute; minute < 60 && fields.hour().contains(hour); minute++) {
                if (fields.minute().contains(minute)) {
                    return Optional.of(LocalTime.of(hour, minute));
                }
            }
        }
        return Optional.empty();
    }

    /** The notation that {@link #parse} reads. */
    @Override
    public String toString() {
        return text;
    }
}
