package dev.windtunnel.simulator.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/** An open Jackson network: Poisson arrivals from outside, exponential service, random routing, no limits. */
public final class OpenNetwork {

    private final List<Flow> flows;
    private final double external;

    private OpenNetwork(List<Flow> flows, double external) {
        this.flows = flows;
        this.external = external;
    }

    /**
     * A station.
     *
     * @param servers 0 for a pure delay, where nobody waits
     * @param meanService seconds per visit
     */
    public record Station(String name, int servers, double meanService) {

        /** @throws IllegalArgumentException if a value is out of range */
        public Station {
            Check.atLeast(0, "servers of " + name, servers);
            Check.positive("mean service time of " + name, meanService);
        }
    }

    /**
     * A station and the visits that pay it.
     *
     * @param rate visits per second
     */
    public record Flow(Station station, double rate) {

        /** Busy share of the servers; 0 for a delay. */
        public double utilization() {
            return station.servers() == 0 ? 0 : rate * station.meanService() / station.servers();
        }

        /** Seconds per visit, waiting included; infinite at or above full utilization. */
        public double meanSojourn() {
            if (station.servers() == 0 || rate == 0) {
                return station.meanService();
            }
            return new ErlangC(rate, station.servers(), station.meanService()).meanSojourn();
        }

        /** Requests there, on average. */
        public double meanInSystem() {
            return rate == 0 ? 0 : rate * meanSojourn();
        }
    }

    /**
     * Solves the traffic equations: rate(j) = external(j) + sum over i of rate(i) routing(i, j).
     *
     * @param external arrivals per second from outside, one per station, not all 0
     * @param routing from row to column; what a row lacks to 1 leaves the network
     * @throws IllegalArgumentException if shapes differ, a row exceeds 1, or requests never leave
     */
    public static OpenNetwork of(List<Station> stations, double[] external, double[][] routing) {
        int n = stations.size();
        if (external.length != n || routing.length != n) {
            throw new IllegalArgumentException("one arrival rate and one row of routing per station, found " + n + ", "
                    + external.length + " and " + routing.length);
        }
        double[][] balance = new double[n][n];
        for (int i = 0; i < n; i++) {
            requireRow(stations.get(i), routing[i], n);
            Check.notNegative("arrival rate of " + stations.get(i).name(), external[i]);
            balance[i][i] += 1;
            for (int j = 0; j < n; j++) {
                balance[j][i] -= routing[i][j];
            }
        }
        LUDecomposition solver = new LUDecomposition(new Array2DRowRealMatrix(balance, false), 1e-12);
        if (!solver.getSolver().isNonSingular()) {
            throw new IllegalArgumentException(
                    "some requests never leave\nMaybe a row of the routing sums to 1 in a loop.");
        }
        double[] rates = solver.getSolver().solve(new ArrayRealVector(external)).toArray();
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            flows.add(new Flow(stations.get(i), Math.max(0, rates[i])));
        }
        return new OpenNetwork(
                List.copyOf(flows),
                Check.positive("arrival rate", Arrays.stream(external).sum()));
    }

    /** In the order of the stations. */
    public List<Flow> flows() {
        return flows;
    }

    /** Seconds from entering to leaving the network, by Little's law. */
    public double meanSojourn() {
        return flows.stream().mapToDouble(Flow::meanInSystem).sum() / external;
    }

    private static void requireRow(Station station, double[] row, int n) {
        double sum = 0;
        for (double share : row) {
            sum += Check.share("routing from " + station.name(), share);
        }
        if (row.length != n || sum > 1 + 1e-12) {
            throw new IllegalArgumentException("routing from " + station.name() + " must be " + n
                    + " shares of at most 1, found " + row.length + " that sum to " + sum);
        }
    }
}
