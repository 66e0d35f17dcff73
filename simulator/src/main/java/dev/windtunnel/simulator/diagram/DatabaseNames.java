package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Engine;
import org.jspecify.annotations.Nullable;

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

    /** The zone of an instance that does nothing but stand by; null where there is none, as in Aurora, where a reader takes over. */
    static @Nullable String standbyZone(Database database) {
        return isAurora(database) ? null : database.standbyZone();
    }

    /** One that only reads. */
    static String reader(Database database) {
        return isAurora(database) ? "Aurora reader" : "RDS read replica";
    }
}
