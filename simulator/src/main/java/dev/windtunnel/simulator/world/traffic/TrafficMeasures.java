package dev.windtunnel.simulator.world.traffic;

/** What has been asked and tried since the beginning; reads only. */
public final class TrafficMeasures {

    private final Traffic traffic;
    private final BalancerSide balancer;
    private final DatabaseClientSide databaseClient;

    TrafficMeasures(Traffic traffic, BalancerSide balancer, DatabaseClientSide databaseClient) {
        this.traffic = traffic;
        this.balancer = balancer;
        this.databaseClient = databaseClient;
    }

    /** How often an endpoint was asked of the load balancer's targets, tries one by one, whether or not one took it. */
    public long asked(int endpoint) {
        return traffic.offered.of(endpoint);
    }

    /** How often a worker of a workload was taken. */
    public long workersTaken(int workload) {
        return traffic.workerUse.taken(workload);
    }

    /** How often a request wanted a connection of its workload's pools; it gets it at once, later or never. */
    public long connectionsWanted(int workload) {
        return traffic.poolUse.wanted(workload);
    }

    /** How often one was taken. */
    public long connectionsTaken(int workload) {
        return traffic.poolUse.taken(workload);
    }

    /** Connection-nanoseconds of a workload's pools, up to a multiple of 2^64: only differences mean something. */
    public long connectionNanos(int workload, long now) {
        return traffic.poolUse.heldNanos(workload, now);
    }

    /** Time for which an endpoint's hot row is locked by those who asked for it so far. */
    public long lockedNanos(int endpoint) {
        return traffic.rowLocks.heldNanos(endpoint);
    }

    /** Requests that came to the rate limit, refused ones too; 0 without one. */
    public long askedOfLimit() {
        return balancer.askedOfLimit();
    }

    /** Tries of a gateway; all zero where none tries again. */
    public GatewayCounts gateway() {
        GatewaySide gateway = balancer.gateway();
        return gateway == null ? new GatewayCounts(0, 0, 0, 0) : gateway.counts();
    }

    /** Attempts of clients that a gateway holds, whichever try they are at. */
    int heldAtGateway() {
        GatewaySide gateway = balancer.gateway();
        return gateway == null ? 0 : gateway.active();
    }

    /** Statements that database clients tried; all zero where none tries again. */
    public StatementCounts statements() {
        return databaseClient.statementCounts();
    }
}
