package dev.windtunnel.simulator.analytic;

/**
 * M/M/c/K: at most K requests in the system, those who find it full are turned away. Any load is fine. Waits and sojourns are
 * those of accepted requests.
 *
 * @param arrivalRate per second, above 0
 * @param servers at least 1
 * @param meanService seconds, above 0
 * @param capacity K, waiting and in service, at least the servers
 */
public record FiniteQueue(double arrivalRate, int servers, double meanService, int capacity) {

    /** @throws IllegalArgumentException if a value is out of range */
    public FiniteQueue {
        Check.positive("arrival rate", arrivalRate);
        Check.atLeast(1, "servers", servers);
        Check.positive("mean service time", meanService);
        Check.atLeast(servers, "capacity", capacity);
    }

    /** The share of time with 0..K in the system. Scaled to the fullest state, so that nothing overflows. */
    public double[] probabilities() {
        return BirthDeath.probabilities(capacity, n -> arrivalRate, n -> Math.min(n, servers) / meanService);
    }

    /** The share of requests turned away. */
    public double blocking() {
        return probabilities()[capacity];
    }

    /** Accepted requests per second. */
    public double throughput() {
        return arrivalRate * (1 - blocking());
    }

    /** Mean number in the system. */
    public double meanInSystem() {
        return BirthDeath.mean(probabilities());
    }

    /** Seconds from acceptance to departure, by Little's law. */
    public double meanSojourn() {
        return meanInSystem() / throughput();
    }

    /** Seconds in queue. */
    public double meanWait() {
        double[] p = probabilities();
        double waiting = 0;
        for (int n = servers + 1; n <= capacity; n++) {
            waiting += (n - servers) * p[n];
        }
        return waiting / throughput();
    }

    /** P(wait > 0) of an accepted request. */
    public double probabilityOfWaiting() {
        double[] p = probabilities();
        double waiting = 0;
        for (int n = servers; n < capacity; n++) {
            waiting += p[n];
        }
        return waiting / (1 - p[capacity]);
    }

    /** The sojourn that the given share of accepted requests does not exceed, seconds. */
    public double sojournQuantile(double share) {
        double[] p = probabilities();
        return Quantile.of(seconds -> sojournSurvival(p, seconds), share, meanService);
    }

    /** P(sojourn > t) of an accepted request. */
    public double sojournSurvival(double seconds) {
        return sojournSurvival(probabilities(), seconds);
    }

    /**
     * Who finds n >= c in the system waits for n - c + 1 departures at rate c mu, then is served at mu. The survival of k
     * such stages and the service follows from that of k - 1: each stage is passed, or still running at t.
     */
    private double sojournSurvival(double[] p, double seconds) {
        if (servers == 1) {
            return singleServerSurvival(p, seconds);
        }
        double mu = 1 / meanService;
        double stage = servers * mu;
        double survival = StrictMath.exp(-mu * seconds);
        double alone = 0;
        for (int n = 0; n < servers; n++) {
            alone += p[n];
        }
        double sum = alone * survival;
        double overtaking = StrictMath.log(stage / (stage - mu));
        double poisson = PoissonTerms.upTo(0, stage * seconds);
        // P(E_k + S > t) = P(N < k) + e^{-mu t} (c/(c-1))^k P(N' >= k), N and N' Poisson with means c mu t and (c-1) mu
        // t.
        for (int n = servers; n < capacity; n++) {
            int stages = n - servers + 1;
            // In logarithms: the power overflows where the probability vanishes.
            double reached = StrictMath.log(PoissonTerms.atLeast(stages, (stage - mu) * seconds));
            sum += p[n] * Math.min(1, poisson + StrictMath.exp(stages * overtaking + reached - mu * seconds));
            poisson += PoissonTerms.of(stages, stage * seconds);
        }
        return sum / (1 - p[capacity]);
    }

    private double singleServerSurvival(double[] p, double seconds) {
        double poisson = 0;
        double sum = 0;
        for (int n = 0; n < capacity; n++) {
            poisson += PoissonTerms.of(n, seconds / meanService);
            sum += p[n] * Math.min(1, poisson);
        }
        return sum / (1 - p[capacity]);
    }
}
