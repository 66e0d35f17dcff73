package dev.windtunnel.simulator.compile;

import java.util.List;

/**
 * What an endpoint's requests do beside computing and querying, in the order of their path: calls, the cache lookup, the
 * statements, calls. {@link #PLAIN} is nothing.
 *
 * @param before calls before the statements
 * @param cache index of the cache that reads go through; -1 without one
 * @param after calls after the statements
 * @param meanCallNanos mean time that a request spends in calls
 */
public record CompiledPath(List<Call> before, int cache, List<Call> after, double meanCallNanos) {

    /** No cache. */
    public static final int NO_CACHE = -1;

    /** Computing and statements only. */
    public static final CompiledPath PLAIN = new CompiledPath(List.of(), NO_CACHE, List.of(), 0);

    /** Copies. */
    public CompiledPath {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Whether there is nothing but computing and statements. */
    public boolean isPlain() {
        return before.isEmpty() && after.isEmpty() && cache == NO_CACHE;
    }

    /**
     * Calls to one service, one after the other.
     *
     * @param service index of the service
     * @param calls how many
     * @param probability that a request makes them, 0..1
     * @param optional whether the request goes on when one fails
     */
    public record Call(int service, int calls, double probability, boolean optional) {}
}
