package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class DatabaseRules {

    private static final List<DesignRule> ALL = List.of(
            new StandbyInProduction(),
            new BackupsKept(),
            new RestorePracticed(),
            new BackupsElsewhere(),
            new SnapshotBeforeRelease(),
            new StorageGrows(),
            new ReplicasForReadingOnly(),
            new MaintenanceAtQuietTimes(),
            new SteadyClassInProduction());

    private DatabaseRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
