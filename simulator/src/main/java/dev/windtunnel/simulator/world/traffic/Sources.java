package dev.windtunnel.simulator.world.traffic;

/** The ranks of the exact plant's sources: events at the same nanosecond happen in this order. */
final class Sources {

    static final int CLIENT_TIMEOUT = 0;
    static final int IDLE_TIMEOUT = 1;
    static final int CONNECT_TIMEOUT = 2;
    static final int DELAYS = 3;
    static final int DATABASE = 4;
    static final int ARRIVALS = 5;
    static final int ATTEMPT_TIMEOUT = 6;
    static final int HEDGE = 7;
    private static final int FIXED = 8;
    private static final int PER_WORKLOAD = 4;

    private final int zones;
    private final int workloads;
    private final int replicas;

    Sources(int zones, int workloads, int replicas) {
        this.replicas = replicas;
        this.zones = zones;
        this.workloads = workloads;
    }

    /** Answers of the database on their way to a zone. */
    int replies(int zone) {
        return FIXED + zone;
    }

    /** Sync workers that fell silent. */
    int workerTimeout(int workload) {
        return FIXED + zones + PER_WORKLOAD * workload;
    }

    /** Waits for a pooled connection. */
    int poolTimeout(int workload) {
        return workerTimeout(workload) + 1;
    }

    /** Dials of a silent database. */
    int databaseConnectTimeout(int workload) {
        return workerTimeout(workload) + 2;
    }

    /** Statements sent to a silent database. */
    int socketTimeout(int workload) {
        return workerTimeout(workload) + 3;
    }

    /** The first node; a node's source is this plus its slot. */
    int firstNode() {
        return firstReplica() + replicas;
    }

    /** The first read replica; the others follow. */
    int firstReplica() {
        return FIXED + zones + PER_WORKLOAD * workloads;
    }
}
