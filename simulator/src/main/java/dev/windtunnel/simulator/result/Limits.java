package dev.windtunnel.simulator.result;

/**
 * Names of limits: the label {@code limit} of {@code utilization} and {@code traffic.intensity} series. Some limits are places
 * that are held while others are waited for: they fill up with what these keep back, and are then not what gives way first.
 */
public final class Limits {

    /** The node whose CPU was used most. */
    public static final String BUSIEST_NODE = "busiest node's CPU";

    /** The limit on requests in front of the load balancer. */
    public static final String RATE_LIMIT = "rate limit";

    /** Connections that the database takes. */
    public static final String DATABASE_CONNECTIONS = "database connections";

    /** From this use on a limit counts as in use all the time. */
    public static final double IN_USE = 0.97;

    private static final String WORKERS = " workers";
    private static final String POOL = " database pool";

    private Limits() {}

    /** A workload's workers. */
    public static String workers(String workload) {
        return workload + WORKERS;
    }

    /** The connections of a workload's database clients. */
    public static String pool(String workload) {
        return workload + POOL;
    }

    /** The row that an endpoint's requests lock. */
    public static String hotRow(String endpoint) {
        return endpoint + "'s hot row";
    }

    /** Calls that an external service takes at once. */
    public static String callsTo(String service) {
        return service + "'s concurrent calls";
    }

    /**
     * How much of a request's way lies behind a limit: 2 for workers, held through all of it; 1 for connections, held while
     * the database works; 0 for what holds nothing else.
     */
    public static int heldBefore(String limit) {
        if (limit.endsWith(WORKERS)) {
            return 2;
        }
        return limit.endsWith(POOL) || limit.equals(DATABASE_CONNECTIONS) ? 1 : 0;
    }
}
