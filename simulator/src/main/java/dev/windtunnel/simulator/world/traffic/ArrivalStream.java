package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Tournament;

/** The arrivals in order of time: merged into the order of events, never scheduled. */
sealed interface ArrivalStream permits CountedStream, RenewalStream {

    /** The stream of a scenario's traffic. */
    static ArrivalStream of(CompiledScenario scenario) {
        long times = Keys.named(scenario.seed(), "arrivals/times");
        long requests = Keys.named(scenario.seed(), "arrivals/requests");
        return switch (scenario.arrivals()) {
            case Arrivals.Counted counted -> new CountedStream(scenario, counted.counts(), times, requests);
            case Arrivals.Renewal renewal ->
                new RenewalStream(renewal.gapNanos(), scenario.horizonNanos(), times, requests);
        };
    }

    /** Time of the next arrival, or {@link Tournament#NEVER} after the horizon. */
    long nextTime();

    /** The key of the next arrival, which is then gone. */
    long take();
}
