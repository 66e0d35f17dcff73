package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;
import java.util.List;

/**
 * How often and how soon a client tries again, in numbers.
 *
 * @param timeoutNanos longest wait for one attempt; 0 if only the request's own deadline ends it
 * @param cancels whether the server stops working for an attempt as soon as its client has left it
 * @param retryWaits one for each retry that a request may have, the first one first; empty for none
 * @param retryShare probability that a client who may retry does
 * @param retriesErrors whether an answer of 500 or above is tried again
 * @param retriesTimeouts whether an attempt without an answer is tried again
 * @param budget retries and hedges allowed for each request of the last ten seconds; 1,000 or more for no bound
 * @param hedges parallel attempts that a request may have beyond the first
 * @param hedgeAfterNanos wait before each of them
 * @param hedgeBudget hedges allowed for each request of the last ten seconds, beside {@code budget}; 1,000 or more for no bound
 */
public record CompiledAttempts(
        long timeoutNanos,
        boolean cancels,
        List<Wait> retryWaits,
        double retryShare,
        boolean retriesErrors,
        boolean retriesTimeouts,
        double budget,
        int hedges,
        long hedgeAfterNanos,
        double hedgeBudget) {

    /** A budget that is never used up. */
    public static final double UNBOUNDED = 1000;

    /** One attempt, whose server works to its end: what a browser's fetch does. */
    public static final CompiledAttempts SINGLE =
            new CompiledAttempts(0, false, List.of(), 0, false, false, UNBOUNDED, 0, 0);

    /**
     * Time before a retry: a fixed part and a random one.
     *
     * @param fixedNanos at least so long
     * @param randomNanos and so much more
     */
    public record Wait(long fixedNanos, QuantileTable randomNanos) {}

    /** Hedges have no budget of their own. */
    public CompiledAttempts(
            long timeoutNanos,
            boolean cancels,
            List<Wait> retryWaits,
            double retryShare,
            boolean retriesErrors,
            boolean retriesTimeouts,
            double budget,
            int hedges,
            long hedgeAfterNanos) {
        this(
                timeoutNanos,
                cancels,
                retryWaits,
                retryShare,
                retriesErrors,
                retriesTimeouts,
                budget,
                hedges,
                hedgeAfterNanos,
                UNBOUNDED);
    }

    /** Copies. */
    public CompiledAttempts {
        retryWaits = List.copyOf(retryWaits);
    }

    /** Whether requests and attempts are one and the same, so that nobody needs to keep them apart. */
    public boolean isSingle() {
        return timeoutNanos == 0 && !cancels && retryWaits.isEmpty() && hedges == 0;
    }
}
