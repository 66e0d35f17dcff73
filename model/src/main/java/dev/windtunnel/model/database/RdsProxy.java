package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;

/** An RDS Proxy: clients share its connections, and keep theirs through a failover (RDS-13 to RDS-15). */
@Doc("An RDS Proxy between the workloads and the database")
public record RdsProxy(
        @Doc("Share of max_connections that it may open, MaxConnectionsPercent (RDS-14)") @Default("100%")
        Share maxConnections,

        @Doc("Share of max_connections that it keeps open when idle, MaxIdleConnectionsPercent (RDS API reference)")
        @Default("50%")
        Share maxIdleConnections,

        @Doc("Time that a client waits for a connection, ConnectionBorrowTimeout, 0s to 5m (RDS-14)") @Default("120s")
        Duration borrowTimeout,

        @Doc("Time after which an idle client is cut off, IdleClientTimeout, 1s to 8h (RDS-14)") @Default("30m")
        Duration idleClientTimeout,

        @Doc("Whether clients have to use TLS") @Default("false")
        boolean requireTls,

        @Doc("Time that it adds to a statement (RDS-15, estimate)") @Default("lognormal(median 1ms, sigma 0.5)")
        Distribution latency) {

    /** @throws IllegalArgumentException outside the ranges that the service accepts */
    public RdsProxy {
        if (maxConnections.value() < 0.01) {
            throw new IllegalArgumentException("maxConnections lies between 1% and 100%, found " + maxConnections);
        }
        if (maxIdleConnections.compareTo(maxConnections) > 0) {
            throw new IllegalArgumentException("maxIdleConnections is at most maxConnections, " + maxConnections
                    + ", found " + maxIdleConnections);
        }
        if (borrowTimeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException(
                    "borrowTimeout lies between 0s and 5m, found " + Durations.print(borrowTimeout));
        }
        if (idleClientTimeout.compareTo(Duration.ofSeconds(1)) < 0
                || idleClientTimeout.compareTo(Duration.ofHours(8)) > 0) {
            throw new IllegalArgumentException(
                    "idleClientTimeout lies between 1s and 8h, found " + Durations.print(idleClientTimeout));
        }
    }
}
