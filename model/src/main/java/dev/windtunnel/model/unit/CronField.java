package dev.windtunnel.model.unit;

import java.util.List;
import java.util.Locale;

/**
 * One field of a cron schedule: {@code *}, {@code 5}, {@code 1-5}, {@code *}{@code /15}, {@code 10/15}, and lists of these.
 *
 * @param values bit n is set if the value n is in it
 * @param isAny whether it is a bare {@code *}, which leaves the choice of the day to the other day field
 */
record CronField(long values, boolean isAny) {

    /** What a field counts: its word, its range, and the names of its values from the lowest on, if they have names. */
    record Kind(String word, int lowest, int highest, List<String> names) {}

    static final Kind MINUTE = new Kind("minute", 0, 59, List.of());
    static final Kind HOUR = new Kind("hour", 0, 23, List.of());
    static final Kind DAY_OF_MONTH = new Kind("day of month", 1, 31, List.of());
    static final Kind MONTH = new Kind(
            "month",
            1,
            12,
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));

    /** Sunday is 0; Kubernetes does not take 7 for it (robfig/cron v3). */
    static final Kind DAY_OF_WEEK =
            new Kind("day of week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    boolean contains(int value) {
        return (values >>> value & 1) != 0;
    }

    /** @throws IllegalArgumentException with the range and what was found */
    static CronField parse(String text, Kind kind) {
        long values = 0;
        boolean isAny = false;
        for (String part : text.split(",", -1)) {
            values |= part(part, kind);
            isAny |= part.equals("*") || part.equals("?");
        }
        return new CronField(values, isAny);
    }

    private static long part(String part, Kind kind) {
        String[] halves = part.split("/", -1);
        String[] ends = halves[0].split("-", -1);
        if (halves.length > 2 || ends.length > 2) {
            throw unexpected(part, kind);
        }
        boolean isAny = halves[0].equals("*") || halves[0].equals("?");
        int from = isAny ? kind.lowest() : value(ends[0], part, kind);
        int openEnd = isAny || halves.length == 2 ? kind.highest() : from;
        int to = ends.length == 2 ? value(ends[1], part, kind) : openEnd;
        int step = halves.length == 2 ? number(halves[1], part, kind) : 1;
        if (to < from || step < 1) {
            throw unexpected(part, kind);
        }
        long values = 0;
        for (int value = from; value <= to; value += step) {
            values |= 1L << value;
        }
        return values;
    }

    private static int value(String word, String part, Kind kind) {
        int named = kind.names().indexOf(word.toLowerCase(Locale.ROOT));
        int value = named >= 0 ? kind.lowest() + named : number(word, part, kind);
        if (value < kind.lowest() || value > kind.highest()) {
            throw unexpected(part, kind);
        }
        return value;
    }

    private static int number(String digits, String part, Kind kind) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain) {
            throw unexpected(part, kind);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException unexpected(String part, Kind kind) {
        return Notation.unexpected(
                "a " + kind.word() + " from " + kind.lowest() + " to " + kind.highest()
                        + ", a range such as 1-5 or a step such as */2",
                part);
    }
}
