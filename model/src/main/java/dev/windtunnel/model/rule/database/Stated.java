package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.Backups;
import dev.windtunnel.model.database.Maintenance;
import dev.windtunnel.model.rule.Design;

/**
 * Whether a design says enough of how a database is kept to be held to it. One environment that says nothing of backups,
 * maintenance or recovery is a sketch of what runs: what it leaves out is not a decision.
 */
final class Stated {

    private Stated() {}

    static boolean isKeeping(Design design, Environment environment) {
        return design.environments().size() > 1
                || environment.recovery() != null
                || !environment.database().backups().equals(new Backups())
                || !environment.database().maintenance().equals(new Maintenance());
    }
}
