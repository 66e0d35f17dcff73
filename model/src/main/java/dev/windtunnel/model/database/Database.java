package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.unit.ByteSize;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An RDS for PostgreSQL instance on gp3 storage (S42). */
@Doc("The RDS for PostgreSQL database")
public record Database(
        @Doc("RDS instance class, db.m6g.large") @Key("class")
        String instanceClass,

        @Doc("single-az or multi-az") @Default("multi-az") Deployment deployment,
        @Doc("Zone of the primary at the start") String primaryZone,

        @Doc("Zone of the standby; required for multi-az") @Nullable String standbyZone,

        @Doc("Allocated gp3 storage") ByteSize storage,

        @Doc("Connection limit; absent means the class's default, LEAST(memory/9531392, 5000) (RDS-20)") @Nullable Integer maxConnections,

        @Doc("Connections kept back for superusers and RDS itself (RDS-21)") @Default("12")
        int reservedConnections,

        @Doc("Time to live of the endpoint's DNS record (RDS-06)") @Default("5s")
        Duration endpointTtl,

        @Doc("Asynchronous read replicas, for endpoints with readsFrom: replica (RDS-29)") @Default("[]")
        List<ReadReplica> replicas,

        @Doc("Limits of storage, cache and locks; absent means that only CPU, connections and commit waits count")
        @Nullable Capacity capacity) {

    private static final int MOST_REPLICAS = 15;

    /** @throws IllegalArgumentException if the standby is missing, not wanted, or beside the primary */
    public Database {
        replicas = List.copyOf(replicas);
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
    }
}
