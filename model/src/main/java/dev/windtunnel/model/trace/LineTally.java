package dev.windtunnel.model.trace;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.unit.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of the lines of a log while they are read, and keeps the first of each kind that must be told. */
final class LineTally {

    private static final int MOST_NAMED = 5;
    private static final int LONGEST_SHOWN = 80;

    private final String source;
    private final Map<String, Long> reasons = new TreeMap<>();
    private final List<Problem> firstMalformed = new ArrayList<>();
    private final List<String> firstBackward = new ArrayList<>();
    private final List<Problem> firstUnmatched = new ArrayList<>();
    private final List<String> unmatchedTexts = new ArrayList<>();
    private long lines;
    private long blank;
    private long malformed;
    private long outside;
    private long used;
    private long backward;
    private long further;
    private String firstFurther = "";
    private long unmatched;

    LineTally(String source) {
        this.source = source;
    }

    void blank() {
        lines++;
        blank++;
    }

    void malformed(String file, int line, LogFormat.Wrong wrong, String text) {
        lines++;
        malformed++;
        reasons.merge(wrong.kind(), 1L, Long::sum);
        if (firstMalformed.size() < MOST_NAMED) {
            firstMalformed.add(new Problem(
                    new Position(file, line, 1), "", shorten(wrong.detail(), 160), null, shorten(text, LONGEST_SHOWN)));
        }
    }

    void outside() {
        lines++;
        outside++;
    }

    void used() {
        lines++;
        used++;
    }

    void backward(String file, int line) {
        backward++;
        if (firstBackward.size() < MOST_NAMED) {
            firstBackward.add(file + ":" + line);
        }
    }

    /** A well-formed line has more fields than are known. */
    void further(String file, int line, int fields) {
        further++;
        if (further == 1) {
            firstFurther = fields + " at " + file + ":" + line;
        }
    }

    void unmatched(String file, int line, String method, String path) {
        unmatched++;
        if (firstUnmatched.size() < MOST_NAMED) {
            String asked = method + " " + shorten(path, LONGEST_SHOWN);
            unmatchedTexts.add(asked + " at " + file + ":" + line);
            firstUnmatched.add(
                    Problem.at(new Position(file, line, 1), "", "no endpoint has the method and path " + asked));
        }
    }

    long usedSoFar() {
        return used;
    }

    /**
     * Refuses a log of which too much is malformed.
     *
     * @throws InputRejected with the first malformed lines and how many there are
     */
    void refuseTooManyMalformed(Share allowed) {
        long written = lines - blank;
        if (malformed <= allowed.value() * written) {
            return;
        }
        List<Problem> problems = new ArrayList<>(firstMalformed);
        problems.add(Problem.at(
                Position.of(source),
                "",
                malformed + " of " + written + " lines are malformed, found " + told() + "; expected at most " + allowed
                        + " of them, or more if 'malformed' says so"));
        throw new InputRejected(problems);
    }

    private String told() {
        List<String> each = new ArrayList<>();
        reasons.forEach((reason, times) -> each.add(reason + " " + times));
        return String.join(", ", each);
    }

    /**
     * Refuses a log that holds requests of no endpoint.
     *
     * @throws InputRejected with the first of them
     */
    void refuseUnmatched(List<String> endpoints) {
        if (unmatched == 0) {
            return;
        }
        List<Problem> problems = new ArrayList<>(firstUnmatched);
        problems.add(new Problem(
                Position.of(source),
                "",
                unmatched + " of " + used + " requests match no endpoint",
                "add endpoints to " + String.join(", ", endpoints) + ", or write 'unmatched: shares'",
                null));
        throw new InputRejected(problems);
    }

    /** @param uncovered parts of the window of which the log may hold nothing */
    LinesRead total(List<String> uncovered) {
        return new LinesRead(
                source,
                lines,
                blank,
                outside,
                used,
                malformed,
                reasons,
                firstMalformed.stream()
                        .map(problem -> problem.position().file() + ":"
                                + problem.position().line())
                        .toList(),
                backward,
                firstBackward,
                further,
                firstFurther,
                unmatched,
                unmatchedTexts,
                uncovered);
    }

    /** What a log holds may be anything: control characters are shown, not sent to a terminal. */
    private static String shorten(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(longest).forEach(c -> shown.append(Character.isISOControl(c) ? '\uFFFD' : (char) c));
        return text.length() <= longest ? shown.toString() : shown.append("...").toString();
    }
}
