package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** SQLAlchemy's pool in each worker process and the driver's timeouts (APP-12, APP-14, RDS-12). */
@Doc("The application's database connections, per worker process")
public record DatabaseClient(
        @Doc("Connections a process keeps open") @Default("5")
        int poolSize,

        @Doc("Further connections it may open under load") @Default("10")
        int poolOverflow,

        @Doc("Time a request waits for a connection before it fails") @Default("30s")
        Duration poolTimeout,

        @Doc("Time for opening a connection; the driver's own default is no limit (RDS-12)") @Default("5s")
        Duration connectTimeout,

        @Doc(
                "Time after which unacknowledged bytes break a connection (tcp_user_timeout); the kernel's own default is about 16 minutes (RDS-12)")
        @Default("10s")
        Duration socketTimeout,

        @Doc("Retries of failed statements; absent means none, as SQLAlchemy does") @Nullable StatementRetries retries,

        @Doc(
                "What a worker does with its running statement when its client has left and the server notices (clients.cancel): close, wait or cancel")
        @Default("close")
        StatementCancel onCancel,

        @Doc(
                "PostgreSQL's client_connection_check_interval for these sessions: how often a backend that works looks whether its client is still there; 0s is PostgreSQL's default and never looks")
        @Default("0s")
        Duration checkInterval,

        @Doc("Whether a connection of the pool is tried before it is used (pool_pre_ping); SQLAlchemy does not")
        @Default("false")
        boolean prePing,

        @Doc(
                "Age at which a connection of the pool is replaced (pool_recycle); absent means never, as SQLAlchemy has it")
        @Nullable Duration recycle) {

    /** @throws IllegalArgumentException if the pool is empty or a timeout is zero */
    public DatabaseClient {
        if (poolSize < 1 || poolOverflow < 0) {
            throw new IllegalArgumentException("poolSize is at least 1 and poolOverflow at least 0");
        }
        if (poolTimeout.isZero() || connectTimeout.isZero() || socketTimeout.isZero()) {
            throw new IllegalArgumentException("poolTimeout, connectTimeout and socketTimeout are longer than 0s");
        }
        if (checkInterval.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("checkInterval is at most 1h, found " + Durations.print(checkInterval));
        }
        if (recycle != null && recycle.isZero()) {
            throw new IllegalArgumentException("recycle is longer than 0s; leave it out for never");
        }
    }

    /** A client that neither tries nor replaces the connections of its pool. */
    public DatabaseClient(
            int poolSize,
            int poolOverflow,
            Duration poolTimeout,
            Duration connectTimeout,
            Duration socketTimeout,
            @Nullable StatementRetries retries,
            StatementCancel onCancel,
            Duration checkInterval) {
        this(
                poolSize,
                poolOverflow,
                poolTimeout,
                connectTimeout,
                socketTimeout,
                retries,
                onCancel,
                checkInterval,
                false,
                null);
    }

    /** Most connections of one process. */
    public int maxPerProcess() {
        return poolSize + poolOverflow;
    }
}
