package dev.windtunnel.model.rule;

import dev.windtunnel.model.problem.Position;
import org.jspecify.annotations.Nullable;

/**
 * An objection to a design.
 *
 * @param rule that objects
 * @param severity of this finding
 * @param path keys of the YAML that it is about; of what is not written, the keys under which it would stand
 * @param position the nearest that is written
 * @param message what was found and what was expected, one sentence
 * @param accepted why the design keeps it all the same; null if nobody said so
 */
public record Finding(
        RuleFacts rule,
        Severity severity,
        String path,
        Position position,
        String message,
        @Nullable String accepted) {

    /** Whether the design says why it stays. */
    public boolean isAccepted() {
        return accepted != null;
    }
}
