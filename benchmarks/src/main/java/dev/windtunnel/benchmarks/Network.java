package dev.windtunnel.benchmarks;

import java.util.List;

/**
 * A tandem of stations with exponential service, Poisson arrivals into the first: the same work for every engine.
 *
 * @param arrivalsPerSecond into the first station
 * @param stations in the order in which a customer visits them
 */
record Network(String name, double arrivalsPerSecond, List<Station> stations) {

    /** One server that is too fast for its load, as many as it takes: first come, first served. */
    record Station(int servers, double meanServiceSeconds) {}

    /** M/M/10 at a load of 0.8. */
    static final Network MM10 = new Network("M/M/10, rho 0.8", 800, List.of(new Station(10, 0.01)));

    /** Load balancer, application, database. */
    static final Network TANDEM = new Network(
            "tandem 4/50/20", 800, List.of(new Station(4, 0.0025), new Station(50, 0.05), new Station(20, 0.02)));

    /** Erlang C: the mean wait at a station that sees Poisson arrivals (Burke). */
    double erlangWaitSeconds(Station station) {
        double load = arrivalsPerSecond * station.meanServiceSeconds();
        double blocking = 1;
        for (int servers = 1; servers <= station.servers(); servers++) {
            blocking = load * blocking / (servers + load * blocking);
        }
        double rho = load / station.servers();
        double waits = blocking / (1 - rho * (1 - blocking));
        return waits * station.meanServiceSeconds() / (station.servers() - load);
    }
}
