package dev.windtunnel.simulator.analytic;

/**
 * Up to n attempts, each failing by itself with the same probability.
 *
 * @param failure probability that an attempt fails, 0..1
 * @param attempts n, at least 1, the first one included
 */
public record Retries(double failure, int attempts) {

    /** @throws IllegalArgumentException if a value is out of range */
    public Retries {
        Check.share("failure", failure);
        Check.atLeast(1, "attempts", attempts);
    }

    /** Attempts per request: 1 + p + ... + p^(n-1); this multiplies the load. */
    public double meanAttempts() {
        double sum = 0;
        for (int i = 0; i < attempts; i++) {
            sum = 1 + failure * sum;
        }
        return sum;
    }

    /** The share of requests of which every attempt fails. */
    public double requestFailure() {
        return StrictMath.pow(failure, attempts);
    }

    /** Mean time from the first attempt to the last answer, good or bad. */
    public double meanResponse(double meanAttempt, double meanBackoff) {
        return meanAttempts() * meanAttempt + (meanAttempts() - 1) * meanBackoff;
    }
}
