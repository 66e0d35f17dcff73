package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.retry.Backoff;
import dev.windtunnel.model.retry.Jitter;
import dev.windtunnel.model.retry.RetryWords;
import dev.windtunnel.model.unit.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retries of the application's database calls. SQLAlchemy does none: when a connection is lost its transaction is lost with
 * it, and its manual leaves the retry to a decorator around the operation ("How do I retry a statement execution
 * automatically?", SQLAlchemy FAQ). This is such a decorator around each statement, which holds its worker while it waits.
 */
@Doc("Retries of failed database calls; SQLAlchemy does none of its own")
public record StatementRetries(
        @Doc("Tries of a statement beyond its first, 1 to 10") @Default("3")
        int max,

        @Doc(
                "What is tried again: connection-lost (no connection, or no answer on it, as in a failover), refused (the database has no connection left), pool-timeout")
        @Default("[connection-lost]")
        List<String> on,

        @Doc("Waits before the retries, the worker being held; absent means from 100ms to 5s (estimate)")
        @Default("{ base: 100ms, factor: 2, cap: 5s }")
        Backoff backoff,

        @Doc("Which part of a backoff is left to chance: full, none or equal") @Default("full")
        Jitter jitter,

        @Doc("Retries allowed, as a share of the statements of the last 10 s, all pods together; absent means no bound")
        @Nullable Share budget) {

    /** No connection could be opened, or a statement got no answer on its connection. */
    public static final String CONNECTION_LOST = "connection-lost";

    /** The database accepts no further connection (RDS-21). */
    public static final String REFUSED = "refused";

    /** No connection of the pool became free in time. */
    public static final String POOL_TIMEOUT = "pool-timeout";

    /** @throws IllegalArgumentException if max is out of its range or {@code on} holds what is unknown */
    public StatementRetries {
        on = List.copyOf(on);
        RetryWords.check(on, List.of(CONNECTION_LOST, REFUSED, POOL_TIMEOUT));
        if (budget != null && budget.value() == 0) {
            throw new IllegalArgumentException("budget is above 0%; leave retries out for none");
        }
        if (max < 1 || max > 10) {
            throw new IllegalArgumentException(
                    "max lies between 1 and 10, found " + max + "; leave retries out for none");
        }
    }
}
