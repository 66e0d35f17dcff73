package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with all files of one reading, and quotes the line where it is. */
final class Problems {

    /** More than this many say nothing new; a file of another kind would print pages. */
    private static final int MOST_REPORTED = 100;

    /** Whoever finds so many is told enough; a file that is wrong in every line must not fill the memory. */
    private static final int MOST_KEPT = 2_000;

    private final Map<String, SourceText> sources = new LinkedHashMap<>();
    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<Problem> inherited = new LinkedHashSet<>();
    private @Nullable Inheritance inheritance;

    /** Makes the lines of a file known; problems are sorted in the order of these calls. */
    void quoteFrom(SourceText source) {
        sources.putIfAbsent(source.name(), source);
    }

    /** Says of problems in inherited values where they are inherited from. */
    void explainBy(Inheritance known) {
        inheritance = known;
    }

    /** The line at a position; null if no file is known that has it. */
    @Nullable String line(Position position) {
        SourceText source = sources.get(position.file());
        return source == null ? null : source.line(position.line());
    }

    void add(Position position, String path, String message, @Nullable String advice) {
        add(new Problem(position, path, message, advice, null));
    }

    void add(Position position, String path, String message) {
        add(position, path, message, null);
    }

    /**
     * Adds what another reader found; the source line is filled in where it is known.
     *
     * @throws InputRejected if so many were found that the rest says nothing new
     */
    void add(Problem problem) {
        // A node behind an alias is read wherever it is used; its problem is told once.
        Problem quoted = new Problem(
                problem.position(),
                problem.path(),
                problem.message(),
                problem.advice(),
                problem.sourceLine() == null ? line(problem.position()) : problem.sourceLine());
        boolean isInherited = inheritance != null
                && inheritance.note(problem.position(), problem.path()).isPresent();
        (isInherited ? inherited : found).add(quoted);
        if (count() >= MOST_KEPT) {
            throwIfAny();
        }
    }

    /** What is wrong in the environment that wrote it is said there, and not once more for each that inherits it. */
    private List<Problem> all() {
        Set<String> said = new LinkedHashSet<>();
        found.forEach(problem -> said.add(problem.position() + problem.message()));
        List<Problem> all = new ArrayList<>(found);
        for (Problem problem : inherited) {
            if (inheritance != null && said.add(problem.position() + problem.message())) {
                String note = inheritance
                        .note(problem.position(), problem.path())
                        .map(text -> "; " + text)
                        .orElse("");
                all.add(new Problem(
                        problem.position(),
                        problem.path(),
                        problem.message() + note,
                        problem.advice(),
                        problem.sourceLine()));
            }
        }
        return all;
    }

    /** How many so far. */
    int count() {
        return found.size() + inherited.size();
    }

    /** @throws InputRejected if anything was found, in the order of files, lines and columns */
    void throwIfAny() {
        if (count() == 0) {
            return;
        }
        List<String> files = new ArrayList<>(sources.keySet());
        Comparator<Problem> order = Comparator.comparingInt((Problem problem) -> {
                    int file = files.indexOf(problem.position().file());
                    return file < 0 ? files.size() : file;
                })
                .thenComparingInt(problem -> problem.position().line())
                .thenComparingInt(problem -> problem.position().column());
        List<Problem> sorted = all().stream().sorted(order).toList();
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
