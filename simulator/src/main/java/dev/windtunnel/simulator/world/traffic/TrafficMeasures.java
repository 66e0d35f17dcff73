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
