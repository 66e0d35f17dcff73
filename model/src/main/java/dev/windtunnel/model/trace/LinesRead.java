package dev.windtunnel.model.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the lines of a log: every one is in exactly one of blank, malformed, outside the window, used.
 *
 * @param source the log as the user named it
 * @param lines lines read
 * @param blank lines without anything but spaces, and comments that begin with {@code #}
 * @param outsideWindow well-formed lines of requests that arrived before or after the replayed window
 * @param used requests that are replayed
 * @param malformed lines that were not understood
 * @param reasons how many were malformed for which reason, by reason
 * @param firstMalformed where the first ones are, {@code file:line}
 * @param backward well-formed lines whose request arrived more than a minute before that of a line above; they are
 *     used, in order of time
 * @param firstBackward where the first ones are
 * @param further well-formed lines with more fields than the format is known to have; the further ones are not read
 * @param firstFurther how many fields the first of them has, and where it is; empty without one
 * @param unmatched used requests whose method and path no endpoint has
 * @param firstUnmatched the first ones, with where they are
 * @param uncovered parts of the window before the log's first request and after its last one, as far as they are long: whether
 *     nobody came or nobody wrote it down the log does not say
 */
public record LinesRead(
        String source,
        long lines,
        long blank,
        long outsideWindow,
        long used,
        long malformed,
        Map<String, Long> reasons,
        List<String> firstMalformed,
        long backward,
        List<String> firstBackward,
        long further,
        String firstFurther,
        long unmatched,
        List<String> firstUnmatched,
        List<String> uncovered) {

    /** @throws IllegalArgumentException if a line is lost */
    public LinesRead {
        reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
        firstMalformed = List.copyOf(firstMalformed);
        firstBackward = List.copyOf(firstBackward);
        firstUnmatched = List.copyOf(firstUnmatched);
        uncovered = List.copyOf(uncovered);
        if (blank + malformed + outsideWindow + used != lines) {
            throw new IllegalArgumentException("of " + lines + " lines " + blank + " are blank, " + malformed
                    + " malformed, " + outsideWindow + " outside the window and " + used + " used");
        }
    }

    /** The part of {@link #sentences} that is told on the screen too: how many lines were used, and what is wrong with the log. */
    public List<String> brief() {
        return sentences().subList(0, 1 + (malformed > 0 ? 1 : 0) + (backward > 0 ? 1 : 0) + (further > 0 ? 1 : 0));
    }

    /** What a reader of the run's report must know, one sentence each; the first one says how many lines were used. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(source + ": " + count(lines, "line") + " read, " + number(used) + " replayed, "
                + number(outsideWindow) + " outside the window, " + number(malformed) + " malformed"
                + (blank == 0 ? "" : ", " + number(blank) + " blank or comments"));
        if (malformed > 0) {
            List<String> each = new ArrayList<>();
            reasons.forEach((reason, times) -> each.add(reason + " " + number(times)));
            sentences.add("malformed and not replayed: " + String.join(", ", each) + "; first at "
                    + String.join(", ", firstMalformed));
        }
        if (backward > 0) {
            sentences.add(count(backward, "line") + " whose clock ran backward, sorted by time; first at "
                    + String.join(", ", firstBackward));
        }
        if (further > 0) {
            sentences.add(count(further, "line")
                    + " with more fields than are known, which were not read; the first has " + firstFurther);
        }
        if (unmatched > 0) {
            sentences.add(count(unmatched, "request")
                    + " of no endpoint's method and path, given to endpoints by their shares; first "
                    + String.join(", ", firstUnmatched));
        }
        uncovered.forEach(part ->
                sentences.add("the log holds nothing of " + part + ", which is replayed as a time without requests"));
        return sentences;
    }

    private static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
