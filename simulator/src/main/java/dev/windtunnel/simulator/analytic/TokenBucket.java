package dev.windtunnel.simulator.analytic;

/**
 * A bucket that fills at a steady rate and from which each request takes a token or is throttled; Poisson arrivals. The
 * missing tokens are the unfinished work of an M/D/1/K queue with K = burst and service time 1 / rate, so the throttled share
 * is that queue's loss (Tijms, A First Course in Stochastic Models).
 *
 * @param tokenRate per second, above 0, filled continuously
 * @param burst tokens in a full bucket, at least 1
 */
public record TokenBucket(double tokenRate, int burst) {

    /** From here on the bucket is empty all but always, and exp(-load) is near the end of the doubles. */
    private static final double FLOODED = 600;

    /** @throws IllegalArgumentException if a value is out of range */
    public TokenBucket {
        Check.positive("token rate", tokenRate);
        Check.atLeast(1, "burst", burst);
    }

    /** The share of requests throttled. Costs burst squared steps. */
    public double throttled(double arrivalRate) {
        double load = Check.notNegative("arrival rate", arrivalRate) / tokenRate;
        if (load == 0) {
            return 0;
        }
        if (load > FLOODED) {
            return 1 - 1 / load;
        }
        // Departures leave 0..K-1 behind with probability q; then loss = 1 - 1 / (q(0) + load).
        double empty = emptyAfterDeparture(load);
        return Math.max(0, (empty + load - 1) / (empty + load));
    }

    /** Requests per second that pass. */
    public double accepted(double arrivalRate) {
        return arrivalRate * (1 - throttled(arrivalRate));
    }

    /**
     * Balances the flow across each level: down from j+1 only by one, with no arrival in a service; up from i <= j by more
     * than j - i + 1 arrivals. Only sums of what is positive, so no digits go.
     */
    private double emptyAfterDeparture(double load) {
        double[] more = exceedances(load);
        double none = StrictMath.exp(-load);
        double[] q = new double[burst];
        q[0] = 1;
        double total = 1;
        for (int j = 0; j + 1 < burst; j++) {
            double up = q[0] * more[j];
            for (int i = 1; i <= j; i++) {
                up += q[i] * more[j - i + 1];
            }
            q[j + 1] = up / none;
            total += q[j + 1];
            if (total > 1e200) {
                for (int i = 0; i <= j + 1; i++) {
                    q[i] /= total;
                }
                total = 1;
            }
        }
        return q[0] / total;
    }

    /** P(more than j arrivals in one service). */
    private double[] exceedances(double load) {
        double[] more = new double[burst];
        for (int j = 0; j < burst; j++) {
            more[j] = PoissonTerms.atLeast(j + 1, load);
        }
        return more;
    }
}
