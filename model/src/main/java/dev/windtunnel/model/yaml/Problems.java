package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with all files of one reading, and quotes the line where it is. */
final class Problems {

    /** More than this many say nothing new; a file of another kind would print pages. */
    private static final int MOST_REPORTED = 100;

    private final Map<String, SourceText> sources = new LinkedHashMap<>();
    private final List<Problem> found = new ArrayList<>();

    /** Makes the lines of a file known; problems are sorted in the order of these calls. */
    void quoteFrom(SourceText source) {
        sources.putIfAbsent(source.name(), source);
    }

    void add(Position position, String path, String message, @Nullable String advice) {
        add(new Problem(position, path, message, advice, null));
    }

    void add(Position position, String path, String message) {
        add(position, path, message, null);
    }

    /** Adds what another reader found; the source line is filled in where it is known. */
    void add(Problem problem) {
        SourceText source = sources.get(problem.position().file());
        String line = problem.sourceLine() == null && source != null
                ? source.line(problem.position().line())
                : problem.sourceLine();
        Problem quoted = new Problem(problem.position(), problem.path(), problem.message(), problem.advice(), line);
        // A node behind an alias is read wherever it is used; its problem is told once.
        if (!found.contains(quoted)) {
            found.add(quoted);
        }
    }

    /** How many so far. */
    int count() {
        return found.size();
    }

    /** @throws InputRejected if anything was found, in the order of files, lines and columns */
    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        List<String> files = new ArrayList<>(sources.keySet());
        Comparator<Problem> order = Comparator.comparingInt((Problem problem) -> {
                    int file = files.indexOf(problem.position().file());
                    return file < 0 ? files.size() : file;
                })
                .thenComparingInt(problem -> problem.position().line())
                .thenComparingInt(problem -> problem.position().column());
        List<Problem> sorted = found.stream().sorted(order).toList();
        if (sorted.size() > MOST_REPORTED) {
            List<Problem> first = new ArrayList<>(sorted.subList(0, MOST_REPORTED));
            first.add(Problem.at(
                    Position.of(sorted.getLast().position().file()),
                    "",
                    (sorted.size() - MOST_REPORTED) + " further problems are not shown"));
            sorted = first;
        }
        throw new InputRejected(sorted);
    }
}
