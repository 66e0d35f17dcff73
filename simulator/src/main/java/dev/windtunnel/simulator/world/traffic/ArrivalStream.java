package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.SecondOfArrivals;
import dev.windtunnel.simulator.kernel.Tournament;

/** The arrivals in order of time, one second generated at a time. */
final class ArrivalStream {

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

    ArrivalStream(CompiledScenario scenario) {
        counts = scenario.arrivals();
        horizonSeconds = scenario.horizonSeconds();
        horizonNanos = scenario.horizonNanos();
        timesKey = Keys.named(scenario.seed(), "arrivals/times");
        requestsKey = Keys.named(scenario.seed(), "arrivals/requests");
    }

    /** Time of the next arrival, or {@link Tournament#NEVER} after the horizon. */
    long nextTime() {
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

    /** The key of the next arrival, which is then gone. */
    long take() {
        return Keys.draw(secondKey, ordinal++);
    }
}
