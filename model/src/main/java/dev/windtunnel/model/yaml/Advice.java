package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The second half of a problem: what to write instead. */
final class Advice {

    private static final int MOST_LISTED = 30;
    private static final int LONGEST_QUOTE = 60;

    private Advice() {}

    /** {@code did you mean 'duration'? Valid keys: scenario, start, ...}; null if there is nothing to offer. */
    static @Nullable String nearest(String found, Collection<String> valid, String kind) {
        List<String> near = NearestName.of(found, valid, 3);
        String question = near.isEmpty()
                ? ""
                : "did you mean " + near.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "))
                        + "?";
        String list =
                valid.isEmpty() || valid.size() > MOST_LISTED ? "" : "Valid " + kind + ": " + String.join(", ", valid);
        String advice = (question + " " + list).strip();
        return advice.isEmpty() ? null : advice.startsWith("Valid") ? "v" + advice.substring(1) : advice;
    }

    /** {@code 'a', 'b' and 'c'}, at most eight of them. */
    static String list(List<String> names) {
        List<String> quoted =
                names.stream().limit(8).map(name -> "'" + shorten(name) + "'").toList();
        if (names.size() > 8) {
            return String.join(", ", quoted) + " and " + (names.size() - 8) + " more";
        }
        return quoted.size() < 2
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast();
    }

    /** The text on one line, cut where it is too long for a message. */
    static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }
}
