package dev.windtunnel.model.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be used. Carries every problem that was found, not only the first. */
public final class InputRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @throws IllegalArgumentException without problems */
    public InputRejected(List<Problem> problems) {
        super(problems.stream().map(Problem::print).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("input is rejected for a reason, found no problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** One problem. */
    public InputRejected(Problem problem) {
        this(List.of(problem));
    }

    /** In the order of the files and their lines. */
    public List<Problem> problems() {
        return problems;
    }
}
