package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.SecondOfArrivals;
import dev.windtunnel.simulator.kernel.Tournament;

/** Arrivals by count, one second generated at a time. */
final class CountedStream implements ArrivalStream {

    private static final long SECOND = 1_000_000_000L;

    private final CountsBySecond counts;
    private final int horizonSeconds;
    private final long horizonNanos;
    private final long timesKey;
    private final long requestsKey;
    private final SecondOfArrivals current = new SecondOfArrivals();
    private int second = -1;
    private long secondKey;
    private int ordinal;

    CountedStream(CompiledScenario scenario, CountsBySecond counts, long timesKey, long requestsKey) {
        this.counts = counts;
        this.timesKey = timesKey;
        this.requestsKey = requestsKey;
        horizonSeconds = scenario.horizonSeconds();
        horizonNanos = scenario.horizonNanos();
    }

    @Override
    public long nextTime() {
        while (ordinal >= current.count()) {
            second++;
            if (second >= horizonSeconds) {
                return Tournament.NEVER;
            }
            current.generate(timesKey, second, counts.count(second));
            secondKey = Keys.mix(requestsKey, second);
            ordinal = 0;
        }
        long time = second * SECOND + current.offsetNanos(ordinal);
        return time < horizonNanos ? time : Tournament.NEVER;
    }

    @Override
    public long take() {
        return Keys.draw(secondKey, ordinal++);
    }

    @Override
    public long keyAhead() {
        return Keys.draw(secondKey, ordinal);
    }

    @Override
    public void copyFrom(ArrivalStream other) {
        CountedStream theirs = (CountedStream) other;
        current.copyFrom(theirs.current);
        second = theirs.second;
        secondKey = theirs.secondKey;
        ordinal = theirs.ordinal;
    }
}
