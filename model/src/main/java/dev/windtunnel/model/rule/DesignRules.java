package dev.windtunnel.model.rule;

import java.util.List;

/** All design rules, by id. */
public final class DesignRules {

    private static final List<DesignRule> ALL = List.of();

    private DesignRules() {}

    /** All of them, in the order of their ids. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
