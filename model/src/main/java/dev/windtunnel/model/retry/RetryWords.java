package dev.windtunnel.model.retry;

import dev.windtunnel.model.problem.NearestName;
import java.util.List;

/** Checks a list of words that say what is tried again. */
public final class RetryWords {

    private RetryWords() {}

    /**
     * Makes sure that a list holds known words, each once, and one at least.
     *
     * @param on the words found, the value of a key {@code on}
     * @param known the words there are
     * @throws IllegalArgumentException with what was found, what was expected and the nearest word
     */
    public static void check(List<String> on, List<String> known) {
        if (on.isEmpty()) {
            throw new IllegalArgumentException("on holds one word at least of " + String.join(", ", known));
        }
        for (String word : on) {
            if (!known.contains(word)) {
                List<String> near = NearestName.of(word, known, 1);
                throw new IllegalArgumentException("on holds words of " + String.join(", ", known) + ", found '" + word
                        + "'" + (near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?"));
            }
        }
        if (on.stream().distinct().count() < on.size()) {
            throw new IllegalArgumentException("on holds each word once, found " + String.join(", ", on));
        }
    }
}
