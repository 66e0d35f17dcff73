package dev.windtunnel.simulator.result;

/**
 * Why a request failed or took longer than its own work. Each request has exactly one, in the order of its path on ties.
 * Declaration order is the order of colors and columns in reports.
 */
public enum Cause {
    /** The client dialed the load balancer address of a lost zone (AZ-05, DNS-05, DNS-06). */
    DEAD_ADDRESS("lost zone's load balancer address"),
    /** The load balancer sent it to a pod that no longer answers (AZ-04, ALB-22). */
    SILENT_TARGET("pod in the lost zone"),
    /** It was being worked on when its pod or zone was lost. */
    LOST_IN_FLIGHT("lost with its pod"),
    /** The target group was empty (ALB-21). */
    NO_TARGET("no registered target"),
    /** The pod ended before the answer (ALB-20, ALB-31). */
    POD_STOPPED("pod stopped first"),
    /** It waited for, or did not get, a worker. */
    WORKER_QUEUE("waiting for a worker"),
    /** It shared a CPU: the pod's limit, its processes, or a busy node. */
    CPU("CPU contention"),
    /** It waited for a connection of the process's pool, or the database refused a further one (APP-14, RDS-21). */
    CONNECTION_POOL("database connections, pool or limit"),
    /** The database was unreachable or failing over (APP-12, RDS-11). */
    DATABASE_FAILOVER("database failover"),
    /** Its statements took longer than on an idle database. */
    DATABASE("database load"),
    /** Its worker was killed for its silence (APP-06). */
    WORKER_TIMEOUT("gunicorn worker timeout"),
    /** Handshakes and round trips. */
    NETWORK("network"),
    /** Nothing but its own work: it is a long request by nature. */
    OWN_WORK("its own work"),
    /** The rate limit in front of the load balancer refused it. */
    THROTTLED("rate limit"),
    /** Its statements read pages from storage, or waited behind others who did (RDS-40, RDS-44). */
    DATABASE_IO("database storage I/O"),
    /** It waited for a row that another request had locked. */
    DATABASE_LOCK("database row lock"),
    /** The database's storage was full and took no writes (RDS-46). */
    DATABASE_STORAGE_FULL("database storage full"),
    /** The application did the work and answered 500 all the same. */
    APPLICATION_ERROR("application error"),
    /** An external service took long, answered with an error or not at all. */
    EXTERNAL_CALL("external call"),
    /** The NAT gateway had no port left for the external service (NAT-05). */
    NAT_PORTS("NAT gateway ports"),
    /** The cache's node took long to answer. */
    CACHE("cache lookup"),
    /** The service mesh's proxy took long. */
    SIDECAR("service mesh proxy"),
    /** The load balancer sent it over a kept connection that the server was closing (APP-08). */
    KEEPALIVE_RACE("connection closed by the server");

    private static final Cause[] BY_CODE = values();

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** In words, for reports. */
    public String label() {
        return label;
    }

    /** Its place in the order, as tables of the engine store it. */
    @SuppressWarnings("EnumOrdinal") // the engine keeps causes as ints; this is the one place that translates
    public int code() {
        return ordinal();
    }

    /** The cause of a {@link #code}. */
    public static Cause ofCode(int code) {
        return BY_CODE[code];
    }
}
