package dev.windtunnel.simulator.compile;

/**
 * What an endpoint's statements ask of the database besides CPU time. {@link #NONE} asks nothing.
 *
 * @param pages 8 KiB pages that each statement reads
 * @param readsReplica whether a read replica answers them
 * @param hotShare share of requests that lock the endpoint's hot row, 0..1
 * @param holdNanos from the lock to the commit
 */
public record CompiledStatements(int pages, boolean readsReplica, double hotShare, long holdNanos) {

    /** Cached reads of the primary, no hot row. */
    public static final CompiledStatements NONE = new CompiledStatements(0, false, 0, 0);
}
