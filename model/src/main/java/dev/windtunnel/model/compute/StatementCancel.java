package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Doc;

/** What a worker does with the statement that it waits for when the client of its request has left. */
@Doc("What becomes of a running statement whose client has left")
public enum StatementCancel {
    /**
     * The driver closes its connection and the worker is free. PostgreSQL works on until it writes to the closed socket,
     * or until it looks ({@code client_connection_check_interval}); so long its backend counts against max_connections.
     */
    CLOSE,
    /** The worker sits in its driver until the answer is there, as psycopg2 does in a thread, and stops then. */
    WAIT,
    /** The driver asks the server to cancel, as asyncpg does: the statement ends at once. */
    CANCEL
}
