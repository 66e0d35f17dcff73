package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.unit.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An RDS for PostgreSQL instance, or an Aurora PostgreSQL cluster (S42 to S46, S71). In an Aurora cluster the class is the
 * writer's and the replicas are the readers; the standby zone is that of the reader that takes over.
 *
 * <p>What follows {@code capacity} says how the database is ordered, kept and guarded.
 */
@Doc("The RDS for PostgreSQL database, or the Aurora PostgreSQL cluster")
public record Database(
        @Doc("RDS instance class, db.m6g.large") @Key("class")
        String instanceClass,

        @Doc("single-az or multi-az") @Default("multi-az") Deployment deployment,
        @Doc("Zone of the primary at the start") String primaryZone,

        @Doc("Zone of the standby; required for multi-az") @Nullable String standbyZone,

        @Doc("Allocated storage; volume says of which type") ByteSize storage,

        @Doc("Connection limit; absent means the class's default, LEAST(memory/9531392, 5000) (RDS-20)") @Nullable Integer maxConnections,

        @Doc("Connections kept back for superusers and RDS itself (RDS-21)") @Default("12")
        int reservedConnections,

        @Doc("Time to live of the endpoint's DNS record (RDS-06)") @Default("5s")
        Duration endpointTtl,

        @Doc("Asynchronous read replicas, for endpoints with readsFrom: replica (RDS-29)") @Default("[]")
        List<ReadReplica> replicas,

        @Doc("Limits of storage, cache and locks; absent means that only CPU, connections and commit waits count")
        @Nullable Capacity capacity,

        @Doc("postgres or aurora-postgresql") @Default("postgres")
        Engine engine,

        @Doc("Version, 17 or 17.4; absent means RDS's default version") @Nullable String engineVersion,

        @Doc("The EBS volume of the instance, as it is ordered") @Default("{}")
        Volume volume,

        @Doc("Automated backups, manual snapshots and copies in other regions") @Default("{}")
        Backups backups,

        @Doc("When and how it is patched and upgraded") @Default("{}")
        Maintenance maintenance,

        @Doc(
                "KMS key that encrypts storage, backups and replicas of the region, aws/rds for RDS's own; absent means not encrypted (S50)")
        @Nullable String key,

        @Doc("Whether it cannot be deleted until this is turned off") @Default("false")
        boolean deletionProtection,

        @Doc("Where it stands, who may reach it, and with which credentials") @Default("{}")
        DatabaseAccess access,

        @Doc("An RDS Proxy between the workloads and the database; absent means none") @Nullable RdsProxy proxy,

        @Doc("What RDS records of it") @Default("{}") DatabaseMonitoring monitoring,

        @Doc("Parameters that differ from the default parameter group, each {name, value}") @Default("[]")
        List<Parameter> parameters,

        @Doc("Read replicas in other regions, by region (S71)") @Default("{}")
        List<CrossRegionReplica> crossRegionReplicas,

        @Doc(
                "What an Aurora cluster has beside writer and readers; needs engine: aurora-postgresql, absent means no more than these")
        @Nullable Aurora aurora) {

    private static final int MOST_REPLICAS = 15;
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d(\\.\\d{1,2})?");

    /** @throws IllegalArgumentException if the standby is missing, not wanted, or beside the primary */
    public Database {
        replicas = List.copyOf(replicas);
        parameters = List.copyOf(parameters);
        crossRegionReplicas = List.copyOf(crossRegionReplicas);
        if (replicas.size() > MOST_REPLICAS) {
            throw new IllegalArgumentException(
                    "a database has at most " + MOST_REPLICAS + " read replicas, found " + replicas.size());
        }
        if (deployment == Deployment.MULTI_AZ && standbyZone == null) {
            throw new IllegalArgumentException("a multi-az database needs a standbyZone");
        }
        if (deployment == Deployment.SINGLE_AZ && standbyZone != null) {
            throw new IllegalArgumentException("a single-az database has no standbyZone, found " + standbyZone);
        }
        if (primaryZone.equals(standbyZone)) {
            throw new IllegalArgumentException(
                    "primary and standby stand in different zones, found both in " + primaryZone);
        }
        if (maxConnections != null && maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections is at least 1, found " + maxConnections);
        }
        if (reservedConnections < 0) {
            throw new IllegalArgumentException("reservedConnections is not negative, found " + reservedConnections);
        }
        if (engineVersion != null && !VERSION.matcher(engineVersion).matches()) {
            throw new IllegalArgumentException(
                    "engineVersion is a version of PostgreSQL such as 17 or 17.4, found '" + engineVersion + "'");
        }
        DatabaseRules.growsTo(volume.maxStorage(), storage);
        DatabaseRules.saysFiguresOnce(volume, capacity);
        DatabaseRules.setsEachParameterOnce(parameters);
        if (engine == Engine.AURORA_POSTGRESQL) {
            DatabaseRules.isAurora(volume, standbyZone, replicas, crossRegionReplicas);
        } else if (aurora != null) {
            throw new IllegalArgumentException("aurora needs engine: aurora-postgresql, found engine: postgres");
        }
    }

    /** A database of which no more is said than what serves, as RDS gives it. */
    public Database(
            String instanceClass,
            Deployment deployment,
            String primaryZone,
            @Nullable String standbyZone,
            ByteSize storage,
            @Nullable Integer maxConnections,
            int reservedConnections,
            Duration endpointTtl,
            List<ReadReplica> replicas,
            @Nullable Capacity capacity) {
        this(
                instanceClass,
                deployment,
                primaryZone,
                standbyZone,
                storage,
                maxConnections,
                reservedConnections,
                endpointTtl,
                replicas,
                capacity,
                Engine.POSTGRES,
                null,
                new Volume(),
                new Backups(),
                new Maintenance(),
                null,
                false,
                new DatabaseAccess(),
                null,
                new DatabaseMonitoring(),
                List.of(),
                List.of(),
                null);
    }

    /** Whether its class earns CPU credits (RDS-36, R-DB-11). */
    public boolean isBurstable() {
        return instanceClass.startsWith("db.t");
    }
}
