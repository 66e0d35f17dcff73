package dev.windtunnel.simulator.analytic;

/**
 * M/M/c: Poisson arrivals, exponential service, c servers, one unlimited queue, first come first served. With one server
 * M/M/1.
 *
 * <p>At or above full utilization there is no steady state: probabilities of waiting are 1, means and quantiles of waits are
 * infinite.
 *
 * @param arrivalRate per second, above 0
 * @param servers at least 1
 * @param meanService seconds, above 0
 */
public record ErlangC(double arrivalRate, int servers, double meanService) {

    /** @throws IllegalArgumentException if a value is out of range */
    public ErlangC {
        Check.positive("arrival rate", arrivalRate);
        Check.atLeast(1, "servers", servers);
        Check.positive("mean service time", meanService);
    }

    /** The probability of waiting as a function of servers and offered load in erlangs; 1 if the load reaches the servers. */
    public static double probabilityOfWaiting(int servers, double offeredLoad) {
        if (offeredLoad >= servers) {
            return 1;
        }
        double blocking = ErlangB.blocking(servers, offeredLoad);
        // C = B / (1 - rho (1 - B))
        return servers * blocking / (servers - offeredLoad * (1 - blocking));
    }

    /** The fewest servers of which at most the given share of requests waits longer than a time. */
    public static int serversFor(double arrivalRate, double meanService, double wait, double mostWaiting) {
        Check.positive("most waiting", Check.share("most waiting", mostWaiting));
        int servers = (int) Math.floor(arrivalRate * meanService) + 1;
        while (new ErlangC(arrivalRate, servers, meanService).waitSurvival(wait) > mostWaiting) {
            servers++;
        }
        return servers;
    }

    /** Erlangs. */
    public double offeredLoad() {
        return arrivalRate * meanService;
    }

    /** Offered load per server; 1 and more means that the queue grows without end. */
    public double utilization() {
        return offeredLoad() / servers;
    }

    /** Whether there is a steady state. */
    public boolean isStable() {
        return offeredLoad() < servers;
    }

    /** P(wait > 0). */
    public double probabilityOfWaiting() {
        return probabilityOfWaiting(servers, offeredLoad());
    }

    /** Seconds in queue, over all requests. */
    public double meanWait() {
        return isStable() ? probabilityOfWaiting() * meanWaitOfThoseWhoWait() : Double.POSITIVE_INFINITY;
    }

    /** Seconds in queue, over those who wait: 1 / (c mu - lambda). */
    public double meanWaitOfThoseWhoWait() {
        return isStable() ? 1 / drainRate() : Double.POSITIVE_INFINITY;
    }

    /** Seconds from arrival to departure. */
    public double meanSojourn() {
        return meanWait() + meanService;
    }

    /** Requests waiting, on average. */
    public double meanQueueLength() {
        return arrivalRate * meanWait();
    }

    /** Requests waiting or in service, on average. */
    public double meanInSystem() {
        return arrivalRate * meanSojourn();
    }

    /** P(wait > t) = C exp(-(c mu - lambda) t). */
    public double waitSurvival(double seconds) {
        return isStable() ? probabilityOfWaiting() * StrictMath.exp(-drainRate() * seconds) : 1;
    }

    /** The wait that the given share of requests does not exceed, seconds; 0 if so many do not wait at all. */
    public double waitQuantile(double share) {
        Check.quantileShare(share);
        if (!isStable()) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, StrictMath.log(probabilityOfWaiting() / (1 - share)) / drainRate());
    }

    /**
     * P(sojourn > t) = (1 - C) exp(-mu t) + C P(wait + service > t): the share that a client's timeout cuts off, as long as
     * the server does the work all the same.
     */
    public double sojournSurvival(double seconds) {
        return isStable() ? sojournSurvival(seconds, probabilityOfWaiting()) : 1;
    }

    /** The sojourn that the given share of requests does not exceed, seconds. */
    public double sojournQuantile(double share) {
        Check.quantileShare(share);
        if (!isStable()) {
            return Double.POSITIVE_INFINITY;
        }
        double waiting = probabilityOfWaiting();
        return Quantile.of(seconds -> sojournSurvival(seconds, waiting), share, meanService);
    }

    private double sojournSurvival(double seconds, double waiting) {
        double mu = 1 / meanService;
        double theta = drainRate();
        double alone = StrictMath.exp(-mu * seconds);
        return (1 - waiting) * alone + waiting * ExponentialSum.survival(theta, mu, seconds);
    }

    private double drainRate() {
        return (servers - offeredLoad()) / meanService;
    }
}
