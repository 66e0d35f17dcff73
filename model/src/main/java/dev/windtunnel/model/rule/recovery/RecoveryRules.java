package dev.windtunnel.model.rule.recovery;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class RecoveryRules {

    private static final List<DesignRule> ALL =
            List.of(new TargetsWithinReach(), new RegionHasRoom(), new DrillsNameRunbooks());

    private RecoveryRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
