package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;
import java.util.List;

/**
 * What the application uses beside its database, in numbers. {@link #NONE} is nothing.
 *
 * @param services on the internet, sorted by name
 * @param caches sorted by name
 * @param natConnections connections that a NAT gateway holds at once to one service
 * @param targets connections between the load balancer and its targets
 */
public record CompiledSurroundings(List<Service> services, List<Cache> caches, int natConnections, Targets targets) {

    /** Connections of a NAT gateway with one address to one destination (NAT-05). */
    public static final int NAT_CONNECTIONS = 55_000;

    /** The application calls nobody and caches nothing. */
    public static final CompiledSurroundings NONE = new CompiledSurroundings(List.of(), List.of());

    /** With the NAT gateway's own limit, over plain connections that are only counted. */
    public CompiledSurroundings(List<Service> services, List<Cache> caches) {
        this(services, caches, NAT_CONNECTIONS, Targets.COUNTED);
    }

    /** Copies. */
    public CompiledSurroundings {
        services = List.copyOf(services);
        caches = List.copyOf(caches);
    }

    /**
     * Connections between the load balancer's nodes and their targets.
     *
     * @param tracked whether each has its age
     * @param tls whether a new one takes a TLS handshake
     * @param handshakeCpuNanos CPU time of that at the target
     */
    public record Targets(boolean tracked, boolean tls, long handshakeCpuNanos) {

        /** Plain connections, one number for each target. */
        public static final Targets COUNTED = new Targets(false, false, 0);
    }

    /**
     * A service on the internet.
     *
     * @param latencyNanos from sending a call to its answer
     * @param meanNanos mean of it
     * @param errorShare share of calls answered with an error, 0..1
     * @param concurrency calls that it takes at once; Integer.MAX_VALUE without a limit
     */
    public record Service(
            String name,
            QuantileTable latencyNanos,
            double meanNanos,
            double errorShare,
            long timeoutNanos,
            long requestBytes,
            long responseBytes,
            int concurrency) {}

    /**
     * A cache.
     *
     * @param isInProcess whether each worker process has its own, in its memory
     * @param hitRatio of a warm cache, 0..1
     * @param warmUp lookups after which an empty one has 1 - 1/e of its hit ratio; of each process
     * @param cold whether it is empty at the start
     * @param latencyNanos the node's own time
     * @param meanNanos mean of it
     * @param zone of the node; -1 in process
     * @param nanosPerLookup time between two lookups of a node that is never idle; 0 without a limit
     * @param bytes of a lookup and its answer
     */
    public record Cache(
            String name,
            boolean isInProcess,
            double hitRatio,
            int warmUp,
            boolean cold,
            QuantileTable latencyNanos,
            double meanNanos,
            int zone,
            long timeoutNanos,
            double nanosPerLookup,
            long bytes) {}
}
