package dev.windtunnel.model.rule.capacity;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class CapacityRules {

    private static final List<DesignRule> ALL = List.of(
            new PeakSurvivesZone(),
            new FaultsSeenInTime(),
            new OnDemandBase(),
            new PoolLimitsAdmitMost(),
            new FewestSurviveZone());

    private CapacityRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
