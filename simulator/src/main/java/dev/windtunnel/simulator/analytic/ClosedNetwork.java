package dev.windtunnel.simulator.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Users who think, send a request through stations, and think again: a closed product-form network. The numbers of exact mean
 * value analysis, but by convolution in logarithms: the recursion over marginal probabilities loses all digits for several
 * servers near saturation, this only adds what is positive.
 *
 * @param population users, at least 1
 * @param meanThink seconds between answer and next request; 0 for none
 * @param stations visited by each request, at least one
 */
public record ClosedNetwork(int population, double meanThink, List<Station> stations) {

    /** @throws IllegalArgumentException if a value is out of range */
    public ClosedNetwork {
        Check.atLeast(1, "population", population);
        Check.notNegative("mean think time", meanThink);
        stations = List.copyOf(stations);
        Check.atLeast(1, "stations", stations.size());
    }

    /**
     * A station: first come first served with exponential service, or processor sharing with any.
     *
     * @param servers 0 for a pure delay
     * @param demand seconds of service per request, over all visits
     */
    public record Station(String name, int servers, double demand) {

        /** @throws IllegalArgumentException if a value is out of range */
        public Station {
            Check.atLeast(0, "servers of " + name, servers);
            Check.positive("demand of " + name, demand);
        }
    }

    /**
     * The steady state.
     *
     * @param throughput requests per second
     * @param meanResponse seconds, all stations
     * @param residences seconds per request at each station, in order
     */
    public record Solution(double throughput, double meanResponse, List<Double> residences) {

        /** Copies the list. */
        public Solution {
            residences = List.copyOf(residences);
        }
    }

    /** Costs stations times population squared steps. */
    public Solution solve() {
        List<double[]> weights = new ArrayList<>();
        weights.add(weights(0, meanThink));
        stations.forEach(station -> weights.add(weights(station.servers(), station.demand())));
        List<double[]> before = prefixes(weights);
        List<double[]> after = prefixes(weights.reversed()).reversed();
        double[] all = before.getLast();
        double throughput = StrictMath.exp(all[population - 1] - all[population]);

        List<Double> residences = new ArrayList<>();
        double response = 0;
        for (int i = 1; i < weights.size(); i++) {
            double[] others = convolve(before.get(i), after.get(i + 1));
            double mean = 0;
            for (int n = 1; n <= population; n++) {
                mean += n * StrictMath.exp(weights.get(i)[n] + others[population - n] - all[population]);
            }
            residences.add(mean / throughput);
            response += mean / throughput;
        }
        return new Solution(throughput, response, residences);
    }

    /** Logarithm of the unnormalized weight of n requests: demand^n over the product of min(j, servers) for j = 1..n. */
    private double[] weights(int servers, double demand) {
        double[] weight = new double[population + 1];
        for (int n = 1; n <= population; n++) {
            int busy = servers == 0 ? n : Math.min(n, servers);
            weight[n] = weight[n - 1] + StrictMath.log(demand / busy);
        }
        return weight;
    }

    /** Element i is the convolution of the first i. */
    private List<double[]> prefixes(List<double[]> weights) {
        double[] nothing = new double[population + 1];
        Arrays.fill(nothing, Double.NEGATIVE_INFINITY);
        nothing[0] = 0;
        List<double[]> prefixes = new ArrayList<>(List.of(nothing));
        weights.forEach(weight -> prefixes.add(convolve(prefixes.getLast(), weight)));
        return prefixes;
    }

    private double[] convolve(double[] a, double[] b) {
        double[] sum = new double[population + 1];
        for (int n = 0; n <= population; n++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= n; k++) {
                largest = Math.max(largest, a[k] + b[n - k]);
            }
            double scaled = 0;
            for (int k = 0; k <= n; k++) {
                double term = a[k] + b[n - k] - largest;
                // Below exp(-40) a term cannot change the sum.
                scaled += term > -40 ? StrictMath.exp(term) : 0;
            }
            sum[n] = largest + StrictMath.log(scaled);
        }
        return sum;
    }
}
