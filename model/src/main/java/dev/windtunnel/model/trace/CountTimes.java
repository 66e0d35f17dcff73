package dev.windtunnel.model.trace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Timestamps of counts, in seconds since 1970: ISO 8601, seconds or milliseconds since 1970, or {@code 2026-11-27 09:25[:00]}
 * with dashes or slashes where the file says or is known to mean UTC. The date of the row before is remembered: parsing it
 * again is most of the work of a large trace.
 */
final class CountTimes {

    /** What a file says of its zone. */
    enum Zone {
        /** UTC and nothing else, because the column's name says so. */
        UTC_ONLY,
        /** Each timestamp says its own. */
        STATED,
        /** UTC unless stated. */
        UTC_ASSUMED
    }

    /** Larger numbers are milliseconds: as seconds they would lie beyond the year 5000. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    private final Zone zone;
    private String lastDate = "";
    private long lastMidnight;

    CountTimes(Zone zone) {
        this.zone = zone;
    }

    /** What {@link #second} takes, for messages. */
    String expected() {
        return switch (zone) {
            case UTC_ONLY -> "a UTC timestamp such as 1998-06-23T15:57Z";
            case STATED ->
                "a timestamp with its zone such as 2026-11-27T09:25-05:00, or seconds or milliseconds since 1970";
            case UTC_ASSUMED -> "a timestamp such as 2026/11/27 09:25:00";
        };
    }

    /** @throws DateTimeParseException if it is none of them */
    long second(String text) {
        boolean isPlain = text.length() >= 17
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.endsWith("Z")
                && (text.length() == 17 || (text.length() == 20 && text.charAt(16) == ':'));
        long hour = isPlain ? Digits.number(text, 11, 13) : -1;
        long minute = isPlain ? Digits.number(text, 14, 16) : -1;
        long second = isPlain && text.length() == 20 ? Digits.number(text, 17, 19) : 0;
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (!isTime) {
            return uncommonSecond(text);
        }
        if (lastDate.isEmpty() || !text.startsWith(lastDate)) {
            lastMidnight = LocalDate.parse(text.substring(0, 10)).toEpochDay() * 86_400;
            lastDate = text.substring(0, 10);
        }
        return lastMidnight + hour * 3600 + minute * 60 + second;
    }

    private long uncommonSecond(String text) {
        long number = Digits.number(text, 0, text.length());
        if (number >= 0) {
            boolean isMillis = number >= MOST_SECONDS;
            if (isMillis && number % 1000 != 0) {
                throw new DateTimeParseException("not a whole second", text, 0);
            }
            return isMillis ? number / 1000 : number;
        }
        String iso = text.replace('/', '-').replace(' ', 'T');
        boolean hasNoZone = iso.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
        if (hasNoZone && zone != Zone.STATED) {
            try {
                return LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
            } catch (DateTimeException noSuchDay) {
                throw new DateTimeParseException("no such day", text, 0, noSuchDay);
            }
        }
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getNano() != 0 || (zone == Zone.UTC_ONLY && time.getOffset().getTotalSeconds() != 0)) {
            throw new DateTimeParseException("not a whole second of UTC", text, 0);
        }
        return time.toEpochSecond();
    }
}
