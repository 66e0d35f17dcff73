package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.database.Aurora;
import dev.windtunnel.model.database.BackupCopy;
import dev.windtunnel.model.database.Backups;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.DatabaseAccess;
import dev.windtunnel.model.database.DatabaseMonitoring;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.database.Engine;
import dev.windtunnel.model.database.Maintenance;
import dev.windtunnel.model.database.RdsProxy;
import dev.windtunnel.model.database.Volume;
import dev.windtunnel.model.database.VolumeType;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.unit.WeeklyWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a database is ordered, kept and guarded, as it is written, and what is said of what RDS would refuse. */
final class DatabaseInputTest {

    private static final String DATABASE = "{ class: db.m6g.large, primaryZone: a, standbyZone: b, storage: 100Gi }";
    private static final String PROD = "    dns: { name: shop.example }\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft with(String keys) {
        return Draft.in(folder).architecture(DATABASE, DATABASE.replace(" }", ", " + keys + " }"));
    }

    private static Database databaseOf(Draft draft) {
        return draft.read().environment().database();
    }

    @Test
    void isWhatRdsGivesWhereNothingIsSaid() {
        Database written = databaseOf(Draft.in(folder));

        Database given = new Database(
                "db.m6g.large",
                Deployment.MULTI_AZ,
                "a",
                "b",
                ByteSize.parse("100Gi"),
                null,
                12,
                Duration.ofSeconds(5),
                List.of(),
                null);
        assertEquals(given, written);
        assertEquals(Engine.POSTGRES, written.engine());
        assertEquals(new Volume(VolumeType.GP3, null, null, null), written.volume());
        assertEquals(new Backups(Duration.ofDays(1), null, false, 100, List.of()), written.backups());
        assertEquals(new Maintenance(null, true, Maintenance.Upgrade.IN_PLACE, null), written.maintenance());
        assertEquals(DatabaseAccess.Tier.ISOLATED, written.access().subnets());
        assertEquals(new DatabaseMonitoring(), written.monitoring());
        assertNull(written.key());
        assertNull(written.proxy());
        assertFalse(written.deletionProtection());
    }

    @Test
    void readsBackupsAndTheirCopies() {
        Backups backups = databaseOf(with("backups: { retention: 30d, window: 23:50-00:20, snapshotBeforeRelease: true,"
                        + " copies: { eu-central-1: { method: automated-backups, retention: 14d } } }"))
                .backups();

        assertEquals(Duration.ofDays(30), backups.retention());
        assertTrue(backups.hasPointInTimeRecovery());
        assertEquals(LocalTime.of(23, 50), backups.windowStart().orElseThrow());
        assertTrue(backups.snapshotBeforeRelease());
        BackupCopy copy = backups.copies().getFirst();
        assertEquals("eu-central-1", copy.region());
        assertEquals(BackupCopy.Method.AUTOMATED_BACKUPS, copy.method());
        assertEquals(Duration.ofDays(14), copy.retention());
    }

    @Test
    void hasNoPointInTimeRecoveryWithoutBackups() {
        assertFalse(databaseOf(with("backups: { retention: 0d }")).backups().hasPointInTimeRecovery());
    }

    @Test
    void readsVolumeMaintenanceProxyAndParameters() {
        Database database = databaseOf(with("volume: { type: io2, iops: 20000, maxStorage: 200Gi },"
                + " maintenance: { window: \"sun:06:00-sun:06:30\", upgrade: blue-green }, proxy: {},"
                + " parameters: [ { name: rds.force_ssl, value: 1 } ], key: aws/rds, engineVersion: 17.4"));

        assertEquals(new Volume(VolumeType.IO2, 20_000, null, ByteSize.parse("200Gi")), database.volume());
        assertEquals(
                WeeklyWindow.parse("sun:06:00-sun:06:30"),
                database.maintenance().window());
        assertEquals(Maintenance.Upgrade.BLUE_GREEN, database.maintenance().upgrade());
        RdsProxy proxy = Objects.requireNonNull(database.proxy());
        assertEquals(Share.ALL, proxy.maxConnections());
        assertEquals(Duration.ofMinutes(2), proxy.borrowTimeout());
        assertEquals(Duration.ofMinutes(30), proxy.idleClientTimeout());
        assertEquals("1", database.parameters().getFirst().value());
        assertEquals("aws/rds", database.key());
        assertEquals("17.4", database.engineVersion());
    }

    @Test
    void readsWhoMayReachItAndWithWhat() {
        DatabaseAccess access = databaseOf(
                        with("access: { securityGroups: [db], workloads: [web], secret: login }, key: data")
                                .architecture(PROD, PROD + "    keys: { data: {} }\n    secrets: { login: {} }\n"))
                .access();

        assertEquals(List.of("db"), access.securityGroups());
        assertEquals(List.of("web"), access.workloads());
        assertEquals("login", access.secret());
        assertEquals(5432, access.port());
    }

    @Test
    void readsAGlobalAuroraCluster() {
        Database database = databaseOf(with("engine: aurora-postgresql, replicas: [ { zone: b, class: db.m6g.large } ],"
                + " aurora: { serverless: { max: 16 }, globalRpo: 20s,"
                + " secondaries: { eu-central-1: { readers: 0 } } }"));

        Aurora aurora = Objects.requireNonNull(database.aurora());
        assertEquals(Engine.AURORA_POSTGRESQL, database.engine());
        assertEquals(new Aurora.Serverless(0.5, 16), aurora.serverless());
        assertEquals("eu-central-1", aurora.secondaries().getFirst().region());
        assertEquals(0, aurora.secondaries().getFirst().readers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backups: { retention: 36d } | retention is a number of whole days from 0d to 35d",
                "backups: { window: 03:00-03:20 } | window is a daily window in UTC of at least 30 minutes",
                "backups: { window: 3am } | window is a daily window in UTC of at least 30 minutes",
                "backups: { retention: 0d, copies: { eu-central-1: { method: automated-backups } } } | copies with method: automated-backups need automated backups",
                "volume: { type: io1 } | type io1 and io2 need iops",
                "volume: { type: gp2, iops: 3000 } | iops of a gp2 volume follow from its size",
                "volume: { type: io2, iops: 3000, throughput: 200Mi } | throughput is provisioned with gp3 only",
                "volume: { maxStorage: 109Gi } | volume.maxStorage is at least 10% above storage",
                "volume: { iops: 4000 }, capacity: { iops: 5000 } | volume.iops is the same as capacity.iops",
                "maintenance: { window: \"sun:06:00-sun:06:10\" } | window lasts at least 30m",
                "proxy: { maxConnections: 40% } | maxIdleConnections is at most maxConnections",
                "proxy: { borrowTimeout: 6m } | borrowTimeout lies between 0s and 5m",
                "monitoring: { enhancedMonitoring: 20s } | enhancedMonitoring is one of 0s, 1s, 5s",
                "monitoring: { performanceInsightsRetention: 30d } | performanceInsightsRetention is 7d, a multiple of 31d",
                "parameters: [ { name: x, value: 1 }, { name: x, value: 2 } ] | parameters sets 'x' twice",
                "access: { publiclyAccessible: true } | publiclyAccessible needs subnets: public",
                "aurora: {} | aurora needs engine: aurora-postgresql",
                "engine: aurora-postgresql | standbyZone is the zone of a reader in replicas",
                "engineVersion: latest | engineVersion is a version of PostgreSQL",
                "key: data | unknown key 'data'",
                "access: { workloads: [wed] } | unknown workload 'wed'",
                "access: { secret: login } | unknown secret 'login'",
                "backups: { copies: { us-east-1: {} } } | us-east-1' is the region of the database itself",
                "backups: { copies: { eu-central-2: {} } } | unknown region 'eu-central-2'",
                "crossRegionReplicas: { eu-central-1: { class: db.m6g.larg } } | unknown database class 'db.m6g.larg'"
            })
    void refusesWhatRdsWouldRefuse(String keys, String message) {
        String problem = with(keys).onlyProblem();

        assertTrue(problem.startsWith("architecture.yaml:5"), problem);
        assertTrue(problem.contains(message), problem);
    }

    @Test
    void offersTheNearestRegion() {
        String problem =
                with("backups: { copies: { eu-central-2: {} } }").printed().getFirst();

        assertTrue(problem.contains("did you mean 'eu-central-1'"), problem);
    }
}
