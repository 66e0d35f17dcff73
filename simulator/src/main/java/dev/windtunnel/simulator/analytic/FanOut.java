package dev.windtunnel.simulator.analytic;

/** A request that waits for several independent calls at once, and for the slowest of them. */
public final class FanOut {

    private FanOut() {}

    /**
     * The share of requests that some call makes slow, when each call is slow with a probability: 1 - (1 - p)^k. Ten calls
     * at their 99th percentile make 9.6 % of the requests slow.
     */
    public static double slowShare(int calls, double slowCalls) {
        Check.atLeast(0, "calls", calls);
        Check.share("share of slow calls", slowCalls);
        return -StrictMath.expm1(calls * StrictMath.log1p(-slowCalls));
    }

    /** Which percentile of a call decides the given percentile of the request: share^(1/k). */
    public static double shareOfCall(int calls, double share) {
        Check.atLeast(1, "calls", calls);
        return StrictMath.pow(Check.share("share", share), 1.0 / calls);
    }

    /** Mean of the slowest of k exponential calls: the mean of one times 1 + 1/2 + ... + 1/k. */
    public static double meanOfSlowest(int calls, double meanCall) {
        Check.notNegative("mean of a call", meanCall);
        double harmonic = 0;
        for (int k = Check.atLeast(0, "calls", calls); k >= 1; k--) {
            harmonic += 1.0 / k;
        }
        return harmonic * meanCall;
    }
}
