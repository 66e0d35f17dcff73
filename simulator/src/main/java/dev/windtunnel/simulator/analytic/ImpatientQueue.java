package dev.windtunnel.simulator.analytic;

import java.util.function.DoubleUnaryOperator;

/**
 * M/M/c with patience: who waits longer than that leaves without having been served. Exponential patience is Erlang A; a fixed
 * one is a pool with an acquire timeout. Any load is fine, as leaving keeps the queue finite.
 *
 * <p>Found by integrating the density of the offered wait, v(x) = lambda p(c-1) exp(lambda H(x) - c mu x), where H(x) is the
 * integral of P(patience > u) up to x (Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005). The exponent is concave,
 * so the mass sits around one peak whose flanks bound the integration.
 */
public final class ImpatientQueue {

    private final double serviceRate;
    private final Patience patience;
    private final OfferedWait offered;
    private final double arrivalRate;
    private final int servers;
    private final double probabilityOfWaiting;
    private final double served;

    private ImpatientQueue(double arrivalRate, int servers, double meanService, Patience patience) {
        Check.positive("arrival rate", arrivalRate);
        Check.atLeast(1, "servers", servers);
        Check.positive("mean service time", meanService);
        this.arrivalRate = arrivalRate;
        this.servers = servers;
        this.serviceRate = 1 / meanService;
        this.patience = patience;
        this.offered = OfferedWait.of(arrivalRate, servers * serviceRate, patience);
        // p(0) + ... + p(c-1) over p(c-1) is 1 / B(c-1), and all probabilities sum to 1.
        double idle = StrictMath.exp(-offered.logScale()) / ErlangB.blocking(servers - 1, arrivalRate * meanService);
        double waiting = arrivalRate * offered.integral(x -> 1);
        this.probabilityOfWaiting = waiting / (idle + waiting);
        this.served = 1 - probabilityOfWaiting + waits(patience::survival);
    }

    /** With exponential patience: Erlang A. All times in seconds. */
    public static ImpatientQueue exponential(double arrivalRate, int servers, double meanService, double meanPatience) {
        return new ImpatientQueue(arrivalRate, servers, meanService, new Patience.Exponential(meanPatience));
    }

    /** With the same patience for all: an acquire timeout, counted from arrival in the queue. */
    public static ImpatientQueue timeout(double arrivalRate, int servers, double meanService, double timeout) {
        return new ImpatientQueue(arrivalRate, servers, meanService, new Patience.Fixed(timeout));
    }

    /** P(all servers are busy on arrival). */
    public double probabilityOfWaiting() {
        return probabilityOfWaiting;
    }

    /** The share of requests that leave unserved. */
    public double abandonment() {
        return waits(x -> 1 - patience.survival(x));
    }

    /** Busy share of the servers. */
    public double utilization() {
        return arrivalRate * served / (servers * serviceRate);
    }

    /** Seconds in queue over all, those who left included. */
    public double meanWaitOfAll() {
        return waits(patience::expectedUpTo);
    }

    /** Seconds in queue over those who were served. */
    public double meanWaitOfServed() {
        return waits(x -> x * patience.survival(x)) / served;
    }

    /** Requests waiting, on average. */
    public double meanQueueLength() {
        return arrivalRate * meanWaitOfAll();
    }

    /** P(wait > t) of those who were served. */
    public double servedWaitSurvival(double seconds) {
        return share(offered.integralFrom(seconds, patience::survival)) / served;
    }

    /** The wait that the given share of those served does not exceed. */
    public double servedWaitQuantile(double share) {
        return Quantile.of(this::servedWaitSurvival, share, 1 / serviceRate);
    }

    /** P(wait + service > t) of those who were served. */
    public double servedSojournSurvival(double seconds) {
        double waited = share(offered.integralUpTo(
                seconds, x -> patience.survival(x) * StrictMath.exp(-serviceRate * (seconds - x))));
        double unqueued = (1 - probabilityOfWaiting) * StrictMath.exp(-serviceRate * seconds);
        return servedWaitSurvival(seconds) + (waited + unqueued) / served;
    }

    /** The sojourn that the given share of those served does not exceed. */
    public double servedSojournQuantile(double share) {
        return Quantile.of(this::servedSojournSurvival, share, 1 / serviceRate);
    }

    /** Expectation of a function of the offered wait, over all who find the servers busy. */
    private double waits(DoubleUnaryOperator of) {
        return share(offered.integral(of));
    }

    private double share(double integral) {
        return probabilityOfWaiting * integral / offered.integral(x -> 1);
    }
}
