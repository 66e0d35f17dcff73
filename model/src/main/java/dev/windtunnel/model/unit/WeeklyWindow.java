package dev.windtunnel.model.unit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A stretch of every week, such as a maintenance window: {@code sun:03:00-sun:05:00}, as RDS writes it, with an IANA time zone
 * behind it if it is not UTC: {@code sun:03:00-sun:05:00 America/New_York}. The end is not part of it. A window may reach over
 * the end of the week.
 *
 * @param startMinute minutes from Monday 00:00 to its start, local to the zone, 0 to 10,079
 * @param endMinute the same to its end; smaller than the start if the window reaches over the end of the week
 * @param zone the zone whose clocks it follows, through changes to summer time
 */
public record WeeklyWindow(int startMinute, int endMinute, ZoneId zone) {

    private static final String EXPECTED =
            "a weekly window such as 'sun:03:00-sun:05:00' (UTC) or 'sun:03:00-sun:05:00 America/New_York'";
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

    /** @throws IllegalArgumentException if a minute lies outside the week or the window is empty */
    public WeeklyWindow {
        if (Math.min(startMinute, endMinute) < 0 || Math.max(startMinute, endMinute) >= MINUTES_OF_WEEK) {
            throw new IllegalArgumentException(
                    "a minute of the week lies between 0 and 10079, found " + startMinute + " and " + endMinute);
        }
        if (startMinute == endMinute) {
            throw new IllegalArgumentException("a weekly window ends later than it starts");
        }
    }

    /** A window on local clocks. */
    public WeeklyWindow(DayOfWeek startDay, LocalTime start, DayOfWeek endDay, LocalTime end, ZoneId zone) {
        this(minute(startDay, start), minute(endDay, end), zone);
    }

    private static int minute(DayOfWeek day, LocalTime time) {
        return (day.getValue() - 1) * MINUTES_OF_DAY + time.getHour() * 60 + time.getMinute();
    }

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static WeeklyWindow parse(String text) {
        String[] words = text.strip().split(" +", -1);
        String[] ends = words[0].split("-", -1);
        if (words.length > 2 || ends.length != 2) {
            throw Notation.unexpected(EXPECTED, text);
        }
        ZoneId zone = words.length == 1 ? ZoneOffset.UTC : zone(words[1], text);
        return new WeeklyWindow(minuteOfWeek(ends[0], text), minuteOfWeek(ends[1], text), zone);
    }

    private static ZoneId zone(String name, String text) {
        if (name.equals("UTC")) {
            return ZoneOffset.UTC;
        }
        // The set of ids is asked first: ZoneId.of alone would take "+3" and other spellings that are no place.
        if (!new TreeSet<>(ZoneId.getAvailableZoneIds()).contains(name)) {
            throw Notation.unexpected(EXPECTED, text);
        }
        return ZoneId.of(name);
    }

    private static int minuteOfWeek(String end, String text) {
        String[] parts = end.split(":", -1);
        if (parts.length != 3) {
            throw Notation.unexpected(EXPECTED, text);
        }
        int day = DAYS.indexOf(parts[0].toLowerCase(Locale.ROOT));
        if (day < 0) {
            throw Notation.unexpected(EXPECTED, text);
        }
        return day * MINUTES_OF_DAY + twoDigits(parts[1], 23, text) * 60 + twoDigits(parts[2], 59, text);
    }

    private static int twoDigits(String digits, int max, String text) {
        boolean plain = digits.length() == 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain || Integer.parseInt(digits) > max) {
            throw Notation.unexpected(EXPECTED, text);
        }
        return Integer.parseInt(digits);
    }

    /** How long it lasts, by clocks that are not changed during it. */
    public Duration length() {
        return Duration.ofMinutes(Math.floorMod(endMinute - startMinute, MINUTES_OF_WEEK));
    }

    /** Whether the moment lies in it. */
    public boolean contains(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        int minute = minute(local.getDayOfWeek(), local.toLocalTime());
        return Math.floorMod(minute - startMinute, MINUTES_OF_WEEK) < length().toMinutes();
    }

    /** Whether the two share a minute in the week around a date, each with the offset that its zone has at noon of it. */
    public boolean overlaps(WeeklyWindow other, LocalDate date) {
        int start = utcStart(date);
        int otherStart = other.utcStart(date);
        return Math.floorMod(otherStart - start, MINUTES_OF_WEEK) < length().toMinutes()
                || Math.floorMod(start - otherStart, MINUTES_OF_WEEK)
                        < other.length().toMinutes();
    }

    private int utcStart(LocalDate date) {
        int offsetSeconds =
                zone.getRules().getOffset(date.atTime(LocalTime.NOON)).getTotalSeconds();
        return startMinute - Math.floorDiv(offsetSeconds, 60);
    }

    /** The notation that {@link #parse} reads. */
    @Override
    public String toString() {
        String ends = printed(startMinute) + "-" + printed(endMinute);
        return zone.equals(ZoneOffset.UTC) ? ends : ends + " " + zone.getId();
    }

    private static String printed(int minuteOfWeek) {
        int minute = minuteOfWeek % MINUTES_OF_DAY;
        return String.format(
                Locale.ROOT, "%s:%02d:%02d", DAYS.get(minuteOfWeek / MINUTES_OF_DAY), minute / 60, minute % 60);
    }
}
