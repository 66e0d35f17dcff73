package dev.windtunnel.model.rule;

/** Something that a careful reviewer would object to. Has no state; looks at one design at a time. */
public interface DesignRule {

    /** Its id, severity, reason and source. */
    RuleFacts facts();

    /** Looks, and tells of what it finds. */
    void judge(Design design, Findings findings);
}
