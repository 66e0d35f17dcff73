package dev.windtunnel.model.trace;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a trace while they are read: seconds since 1970 and counts, and what was wrong with them. */
final class CountRows {

    private static final int MOST_NAMED = 10;
    private static final int MAX_INTERVALS = 10_000_000;
    private static final String HEADER = "timestamp_utc,requests";

    /** Times that say their zone, or count since 1970. */
    private static final Pattern OTHER_HEADER =
            Pattern.compile("(timestamp|time|epoch|epoch_s|epoch_ms),(requests|count)(,.*)?");

    /** CloudWatch writes sums as decimals. */
    private static final Pattern WHOLE_DECIMAL = Pattern.compile("([0-9]{1,15})\\.0+");

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private long malformed;
    private boolean isHeaderSeen;

    /** Columns that the header names; rows have no more. */
    private int columns = Integer.MAX_VALUE;

    private long[] seconds = new long[4096];
    private long[] counts = new long[4096];
    private int[] lines = new int[4096];
    private int size;
    private final TraceFormat format;
    private CountTimes times;

    /** Rows of a format: COUNTS, or CLOUDWATCH, which has rows of labels before the first one that begins with a time. */
    CountRows(String name, TraceFormat format) {
        this.name = name;
        this.format = format;
        times = new CountTimes(
                format == TraceFormat.CLOUDWATCH ? CountTimes.Zone.UTC_ASSUMED : CountTimes.Zone.UTC_ONLY);
    }

    /** Takes the next line of the file, the header first. Blank lines are skipped. */
    void line(int number, String line) {
        if (line.isBlank()) {
            return;
        }
        if (!isHeaderSeen && format == TraceFormat.CLOUDWATCH) {
            isHeaderSeen = beginsWithATime(line);
            if (!isHeaderSeen) {
                return;
            }
        }
        if (!isHeaderSeen) {
            isHeaderSeen = true;
            header(number, line);
            return;
        }
        String[] cells = line.split(",", 3);
        if (cells.length < 2) {
            malformed(number, 1, line, "expected a timestamp and a count, found '" + shorten(line) + "'");
            return;
        }
        if (cells.length == 3 && line.split(",", -1).length > columns) {
            malformed(
                    number,
                    1,
                    line,
                    "expected " + columns + " columns as in the header, found " + line.split(",", -1).length);
            return;
        }
        int countColumn = cells[0].length() + 2;
        try {
            long second = times.second(unquote(cells[0]));
            if (size > 0 && second <= seconds[size - 1]) {
                malformed(
                        number,
                        1,
                        line,
                        "timestamps rise from row to row, found " + Instant.ofEpochSecond(second) + " after "
                                + Instant.ofEpochSecond(seconds[size - 1]) + " of line " + lines[size - 1]);
                return;
            }
            long count = count(WHOLE_DECIMAL.matcher(unquote(cells[1])).replaceFirst("$1"));
            add(number, second, count);
        } catch (NumberFormatException notACount) {
            malformed(number, countColumn, line, String.valueOf(notACount.getMessage()));
        } catch (DateTimeParseException notATime) {
            malformed(number, 1, line, "expected " + times.expected() + ", found '" + shorten(cells[0]) + "'");
        }
    }

    /** Takes a point that another reader has understood; times do not fall. */
    void point(int number, long second, long count) {
        isHeaderSeen = true;
        if (size > 0 && second == seconds[size - 1]) {
            malformed(
                    number,
                    1,
                    "",
                    "a second count for " + Instant.ofEpochSecond(second) + ", the first one is in line "
                            + lines[size - 1]);
        } else {
            add(number, second, count);
        }
    }

    /** A line that is no text. */
    void unreadable(int number, String message) {
        isHeaderSeen = true;
        malformed(number, 1, "", message);
    }

    private boolean beginsWithATime(String line) {
        try {
            times.second(unquote(line.split(",", 2)[0]));
            return true;
        } catch (DateTimeParseException label) {
            return false;
        }
    }

    private void header(int number, String line) {
        String found = (line.startsWith("\uFEFF") ? line.substring(1) : line)
                .replace(" ", "")
                .replace("\"", "");
        columns = found.split(",", -1).length;
        if (OTHER_HEADER.matcher(found).matches()) {
            times = new CountTimes(CountTimes.Zone.STATED);
            return;
        }
        if (!found.equals(HEADER) && !found.startsWith(HEADER + ",")) {
            throw new InputRejected(new Problem(
                    new Position(name, number, 1),
                    "",
                    "expected the header " + HEADER + "[,...], found '" + shorten(line) + "'",
                    null,
                    shorten(line)));
        }
    }

    private static long count(String text) {
        int digitsFrom = text.startsWith("-") ? 1 : 0;
        if (Digits.number(text, digitsFrom, text.length()) < 0) {
            throw new NumberFormatException("expected a whole number of requests, found '" + shorten(text) + "'");
        }
        long count = Long.parseLong(text);
        if (count < 0) {
            throw new NumberFormatException("a count is not negative, found " + count);
        }
        return count;
    }

    private void add(int line, long second, long count) {
        if (size == MAX_INTERVALS) {
            throw tooLong(line);
        }
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        seconds[size] = second;
        counts[size] = count;
        lines[size] = line;
        size++;
    }

    private void malformed(int line, int column, String text, String message) {
        malformed++;
        if (malformed <= MOST_NAMED) {
            problems.add(new Problem(
                    new Position(name, line, column), "", message, null, text.isEmpty() ? null : shorten(text)));
        }
    }

    /**
     * The trace.
     *
     * @throws InputRejected if there is none to make of these rows
     */
    CountTrace toTrace() {
        if (!isHeaderSeen) {
            throw new InputRejected(Problem.at(
                    Position.of(name),
                    "",
                    format == TraceFormat.CLOUDWATCH
                            ? "the export has no row that begins with a time"
                            : "the trace is empty; expected the header " + HEADER));
        }
        if (malformed > MOST_NAMED) {
            problems.add(Problem.at(
                    Position.of(name), "", malformed + " lines are malformed, the first " + MOST_NAMED + " are shown"));
        }
        if (!problems.isEmpty()) {
            throw new InputRejected(problems);
        }
        if (size < 2) {
            throw new InputRejected(Problem.at(
                    Position.of(name),
                    "",
                    size == 0
                            ? "the trace has a header and no rows"
                            : "the trace has a single row; two are needed to tell its step"));
        }
        long step = mostFrequentStep();
        return new CountTrace(name, Instant.ofEpochSecond(seconds[0]), Duration.ofSeconds(step), spread(step));
    }

    private long mostFrequentStep() {
        Map<Long, Integer> frequency = new TreeMap<>();
        for (int row = 1; row < size; row++) {
            frequency.merge(seconds[row] - seconds[row - 1], 1, Integer::sum);
        }
        long step = 0;
        int most = 0;
        for (Map.Entry<Long, Integer> candidate : frequency.entrySet()) {
            if (candidate.getValue() > most) {
                most = candidate.getValue();
                step = candidate.getKey();
            }
        }
        return step;
    }

    /** One count for each interval; those without a row stay missing. */
    private long[] spread(long step) {
        long intervals = (seconds[size - 1] - seconds[0]) / step + 1;
        if (intervals > MAX_INTERVALS) {
            throw tooLong(lines[size - 1]);
        }
        long[] spread = new long[(int) intervals];
        Arrays.fill(spread, CountTrace.MISSING);
        for (int row = 0; row < size; row++) {
            long offset = seconds[row] - seconds[0];
            if (offset % step != 0) {
                malformed(
                        lines[row],
                        1,
                        "",
                        "the step of the trace is " + step + " s; " + Instant.ofEpochSecond(seconds[row])
                                + " is no whole number of steps after the first row");
                continue;
            }
            spread[(int) (offset / step)] = counts[row];
        }
        if (malformed > 0) {
            throw offStep();
        }
        return spread;
    }

    private InputRejected offStep() {
        if (malformed > MOST_NAMED) {
            problems.add(Problem.at(
                    Position.of(name),
                    "",
                    malformed + " rows are off the step, the first " + MOST_NAMED + " are shown"));
        }
        return new InputRejected(problems);
    }

    private InputRejected tooLong(int line) {
        return new InputRejected(
                Problem.at(new Position(name, line, 1), "", "a trace has at most " + MAX_INTERVALS + " intervals"));
    }

    private static String unquote(String cell) {
        String text = cell.strip();
        boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String shorten(@Nullable String text) {
        String line = text == null ? "" : text.strip();
        return line.length() <= 80 ? line : line.substring(0, 80) + "...";
    }
}
