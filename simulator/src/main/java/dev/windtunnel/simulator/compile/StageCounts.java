package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;

/** A Poisson number of requests in each second, whose mean is the integral of a rate over it. */
final class StageCounts implements CountsBySecond {

    private final StagedRate rate;
    private final int horizonSeconds;
    private final long key;

    StageCounts(StagedRate rate, int horizonSeconds, long key) {
        this.rate = rate;
        this.horizonSeconds = horizonSeconds;
        this.key = key;
    }

    @Override
    public double peakPerSecond() {
        return rate.peakPerSecond();
    }

    @Override
    public int count(int second) {
        return second >= horizonSeconds
                ? 0
                : UserCounts.poissonOfParts(rate.integral(second + 1.0) - rate.integral(second), Keys.mix(key, second));
    }
}
