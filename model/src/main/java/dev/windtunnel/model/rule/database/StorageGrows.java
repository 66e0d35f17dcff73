package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.Capacity;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Engine;
import dev.windtunnel.model.database.StorageGrowth;
import dev.windtunnel.model.database.VolumeType;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.ByteSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Storage grows by itself in good time, and a small gp3 volume is not asked for more than it has. */
final class StorageGrows implements DesignRule {

    /** AWS advises a maximum at least 26% above what is allocated, in percent (RDS-45). */
    private static final int LEAST_ROOM = 26;

    /** From here on gp3 is striped over four volumes (RDS-40). */
    private static final ByteSize STRIPED_FROM = ByteSize.ofMebibytes(400L << 10);

    /** I/O per second and bytes per second of gp3 below that, which cannot be raised (RDS-40). */
    private static final int SMALL_IOPS = 3_000;

    private static final ByteSize SMALL_THROUGHPUT = ByteSize.ofMebibytes(125);

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-06",
            Severity.WARNING,
            "a full volume takes no writes until somebody enlarges it, and gp3 below 400 GiB has 3,000 I/O per second whatever is asked",
            List.of("S42"),
            "RDS-40, RDS-45, RDS-46",
            "write database.volume.maxStorage at least 26% above storage; for more I/O write storage: 400Gi or type: io2");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            Database database = environment.database();
            if (database.engine() == Engine.POSTGRES) {
                room(environment, database, findings);
                asked(environment, database, findings);
            }
        }
    }

    private static void room(Environment environment, Database database, Findings findings) {
        ByteSize most = most(database);
        long least = Math.ceilDiv(database.storage().bytes() * (100 + LEAST_ROOM), 100L << 30);
        String path = Design.path(environment, "database.volume.maxStorage");
        if (most == null) {
            findings.at(
                    path,
                    "expected storage to grow by itself up to at least " + least + "Gi, " + LEAST_ROOM + "% above "
                            + database.storage() + ", found no maximum: it does not grow");
        } else if (most.bytes() < database.storage().bytes() / 100.0 * (100 + LEAST_ROOM)) {
            findings.at(
                    path,
                    "expected at least " + least + "Gi, " + LEAST_ROOM + "% above " + database.storage() + ", found "
                            + most);
        }
    }

    private static @Nullable ByteSize most(Database database) {
        StorageGrowth growth =
                database.capacity() == null ? null : database.capacity().growth();
        ByteSize ordered = database.volume().maxStorage();
        return ordered != null || growth == null ? ordered : growth.maxStorage();
    }

    private static void asked(Environment environment, Database database, Findings findings) {
        boolean isSmall =
                database.volume().type() == VolumeType.GP3 && database.storage().compareTo(STRIPED_FROM) < 0;
        if (!isSmall) {
            return;
        }
        Capacity capacity = database.capacity();
        Integer iops = database.volume().iops();
        Integer simulated = capacity == null ? null : capacity.iops();
        if (iops != null && iops > SMALL_IOPS) {
            tooMuch(environment, "volume.iops", SMALL_IOPS + " I/O per second", iops, findings);
        } else if (iops == null && simulated != null && simulated > SMALL_IOPS) {
            tooMuch(environment, "capacity.iops", SMALL_IOPS + " I/O per second", simulated, findings);
        }
        ByteSize throughput = database.volume().throughput();
        if (throughput != null && throughput.compareTo(SMALL_THROUGHPUT) > 0) {
            tooMuch(environment, "volume.throughput", SMALL_THROUGHPUT + " per second", throughput, findings);
        }
    }

    private static void tooMuch(Environment environment, String key, String has, Object found, Findings findings) {
        findings.at(
                Design.path(environment, "database." + key),
                "a gp3 volume of " + environment.database().storage() + ", below " + STRIPED_FROM + ", has " + has
                        + ", found " + found + " asked for");
    }
}
