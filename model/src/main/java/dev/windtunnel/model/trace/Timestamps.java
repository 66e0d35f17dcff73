package dev.windtunnel.model.trace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * Nanoseconds since 1970 of the timestamps that logs have. The date of the line before is remembered: finding the day again
 * is most of the work of a large log.
 */
final class Timestamps {

    /** Not a timestamp. */
    static final long NONE = Long.MIN_VALUE;

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final long SECOND = 1_000_000_000L;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    private String lastDate = "";
    private long lastMidnight;

    /** {@code 2019-10-11T15:01:12.376735Z}: UTC with up to nine decimals. */
    long iso(String text) {
        int length = text.length();
        if (length < 20 || text.charAt(10) != 'T' || text.charAt(length - 1) != 'Z') {
            return NONE;
        }
        long second = clock(text, 11);
        long decimals = decimals(text, 19, length - 1);
        if (second < 0 || decimals < 0) {
            return NONE;
        }
        if (!text.startsWith(lastDate) || lastDate.length() != 10) {
            boolean isDate = text.charAt(4) == '-' && text.charAt(7) == '-';
            long midnight = isDate ? midnight(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)) : NONE;
            if (midnight == NONE) {
                return NONE;
            }
            remember(text.substring(0, 10), midnight);
        }
        return (lastMidnight + second) * SECOND + decimals;
    }

    /** {@code 23/Jun/1998:15:57:00 +0200}: the time of a common log, a whole second with its offset. */
    long common(String text) {
        if (text.length() != 26 || text.charAt(11) != ':' || text.charAt(20) != ' ') {
            return NONE;
        }
        long second = clock(text, 12);
        long hours = number(text, 22, 24);
        long minutes = number(text, 24, 26);
        char sign = text.charAt(21);
        boolean isOffset = (sign == '+' || sign == '-') && hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60;
        if (second < 0 || !isOffset) {
            return NONE;
        }
        if (!text.startsWith(lastDate) || lastDate.length() != 11) {
            boolean isDate = text.charAt(2) == '/' && text.charAt(6) == '/';
            long month = MONTHS.indexOf(text.substring(3, 6)) + 1L;
            long midnight = isDate ? midnight(number(text, 7, 11), month, number(text, 0, 2)) : NONE;
            if (midnight == NONE) {
                return NONE;
            }
            remember(text.substring(0, 11), midnight);
        }
        long offset = (hours * 60 + minutes) * 60;
        return (lastMidnight + second - (sign == '+' ? offset : -offset)) * SECOND;
    }

    private void remember(String date, long midnight) {
        lastDate = date;
        lastMidnight = midnight;
    }

    /** Second of the day of {@code hh:mm:ss}, -1 if it is none. A leap second is the one before it. */
    private static long clock(String text, int from) {
        long hour = number(text, from, from + 2);
        long minute = number(text, from + 3, from + 5);
        long second = number(text, from + 6, from + 8);
        boolean isTime = text.charAt(from + 2) == ':'
                && text.charAt(from + 5) == ':'
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second <= 60;
        return isTime ? (hour * 60 + minute) * 60 + Math.min(second, 59) : -1;
    }

    /** Nanoseconds of {@code .376735}, -1 if it is neither that nor nothing. */
    private static long decimals(String text, int from, int to) {
        if (from == to) {
            return 0;
        }
        long number = text.charAt(from) == '.' && to - from <= 10 ? number(text, from + 1, to) : -1;
        for (int digits = to - from - 1; digits < 9 && number > 0; digits++) {
            number *= 10;
        }
        return number;
    }

    private static long number(String text, int from, int to) {
        return Digits.number(text, from, to);
    }

    private static long midnight(long year, long month, long day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return NONE;
        }
        try {
            return LocalDate.of((int) year, (int) month, (int) day).toEpochDay() * 86_400;
        } catch (DateTimeException noSuchDay) {
            return NONE;
        }
    }
}
