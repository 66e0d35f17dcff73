package dev.windtunnel.model.rule.cost;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class CostRules {

    private static final List<DesignRule> ALL = List.of(new CommitmentsAfterCalm());

    private CostRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
