package dev.windtunnel.model.rule.application;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class ApplicationRules {

    private static final List<DesignRule> ALL = List.of(
            new KeepaliveOutlastsBalancer(),
            new SyncBehindBalancer(),
            new PoolsWithinLimit(),
            new StaleConnectionsFound());

    private ApplicationRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
