package dev.windtunnel.model.architecture;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;

/** A finding of a design rule that the design keeps, and why; reports repeat the reason. */
@Doc("A finding that stays, and why")
public record Suppression(
        @Doc("Id of the design rule, R-NET-06") String rule,

        @Doc("Keys of what is accepted, environments.stage.vpc; everything below counts; empty means everywhere")
        @Default("''")
        String at,

        @Doc("Why it stays, one sentence") String because) {

    /** @throws IllegalArgumentException without a reason */
    public Suppression {
        if (because.isBlank()) {
            throw new IllegalArgumentException("because says why the finding stays");
        }
    }

    /** Whether a finding at these keys is meant. */
    public boolean covers(String path) {
        return at.isEmpty() || path.equals(at) || path.startsWith(at + ".");
    }
}
