package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.compute.StatementCancel;
import dev.windtunnel.simulator.compile.CompiledAttempts.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tries again between a client's attempt and its answer, and what fails by itself, in numbers.
 *
 * @param gateway retries of the load balancer's nodes; null without
 * @param statements how each workload's database calls are tried again and given up, by index of the workload; empty where
 *     all are {@link Statements#PLAIN}
 * @param errorShares probability that the application answers 500 when the work is done, by index of the endpoint; empty
 *     where all are 0
 */
public record CompiledResilience(@Nullable Gateway gateway, List<Statements> statements, List<Double> errorShares) {

    /** Nobody tries again, nothing fails by itself. */
    public static final CompiledResilience NONE = new CompiledResilience(null, List.of(), List.of());

    /** Copies. */
    public CompiledResilience {
        statements = List.copyOf(statements);
        errorShares = List.copyOf(errorShares);
    }

    /**
     * Retries of the load balancer's nodes.
     *
     * @param waits one for each retry that a client's attempt may have, the first one first
     * @param perTryTimeoutNanos longest wait for a target's answer; 0 without
     * @param retried what is tried again, a sum of the constants here
     * @param budget retries allowed, as a share of the requests meant; {@link CompiledAttempts#UNBOUNDED} for no bound
     * @param ofActive whether the budget is of the requests active now, else of those of the last ten seconds
     * @param floor retries at a time that a budget of active requests always allows
     * @param cancels whether a target stops working for a try that was given up
     */
    public record Gateway(
            List<Wait> waits,
            long perTryTimeoutNanos,
            int retried,
            double budget,
            boolean ofActive,
            int floor,
            boolean cancels) {

        /** A connection was refused or not accepted in time. */
        public static final int CONNECT_FAILURE = 1;
        /** A connection closed before the answer. */
        public static final int RESET = 2;
        /** There was no answer in time. */
        public static final int TIMEOUT = 4;
        /** Status 500. */
        public static final int INTERNAL_ERROR = 8;
        /** Status 502. */
        public static final int BAD_GATEWAY = 16;
        /** Status 503. */
        public static final int UNAVAILABLE = 32;
        /** Status 504. */
        public static final int GATEWAY_TIMEOUT = 64;

        /** Copies. */
        public Gateway {
            waits = List.copyOf(waits);
        }
    }

    /**
     * How a workload's database calls are tried again and given up.
     *
     * @param waits one for each retry that a statement may have; empty for none
     * @param retried what is tried again, a sum of the constants here
     * @param budget retries allowed for each statement of the last ten seconds; {@link CompiledAttempts#UNBOUNDED} for no
     *     bound
     * @param onCancel what a worker does with its statement when its client has left
     * @param checkNanos how often a working backend looks whether its client is there; 0 for never
     */
    public record Statements(List<Wait> waits, int retried, double budget, StatementCancel onCancel, long checkNanos) {

        /** No connection, or no answer on it. */
        public static final int CONNECTION_LOST = 1;
        /** The database has no connection left. */
        public static final int REFUSED = 2;
        /** The pool had none in time. */
        public static final int POOL_TIMEOUT = 4;

        /** SQLAlchemy and PostgreSQL as they come: nothing is tried again, nobody looks whether a client is there. */
        public static final Statements PLAIN =
                new Statements(List.of(), 0, CompiledAttempts.UNBOUNDED, StatementCancel.CLOSE, 0);

        /** Copies. */
        public Statements {
            waits = List.copyOf(waits);
        }
    }
}
