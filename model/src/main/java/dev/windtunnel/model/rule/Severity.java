package dev.windtunnel.model.rule;

/** How much a finding matters. */
public enum Severity {
    /** Worth thinking about. */
    ADVICE,
    /** Will hurt sooner or later. */
    WARNING,
    /** Breaks what the design promises, or fails at run time. */
    ERROR;

    /** Whether this is at least as bad as the other. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }
}
