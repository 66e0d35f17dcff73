package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Engine;

/** What the instances of a database are called (S42, S43, S71). */
final class DatabaseNames {

    private DatabaseNames() {}

    private static boolean isAurora(Database database) {
        return database.engine() == Engine.AURORA_POSTGRESQL;
    }

    /** The one that writes. */
    static String primary(Database database) {
        return isAurora(database) ? "Aurora writer" : "RDS primary";
    }

    /** The one that takes over. */
    static String standby(Database database) {
        return isAurora(database) ? "Aurora standby" : "RDS standby";
    }

    /** One that only reads. */
    static String reader(Database database) {
        return isAurora(database) ? "Aurora reader" : "RDS read replica";
    }
}
