package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Tournament;

/** The arrivals in order of time: merged into the order of events, never scheduled. */
sealed interface ArrivalStream permits CountedStream, RenewalStream, ClosedStream {

    /** A request of nobody in particular. */
    int NOBODY = -1;

    /** The stream of a scenario's traffic. */
    static ArrivalStream of(CompiledScenario scenario) {
        long times = Keys.named(scenario.seed(), "arrivals/times");
        long requests = Keys.named(scenario.seed(), "arrivals/requests");
        return switch (scenario.arrivals()) {
            case Arrivals.Counted counted -> new CountedStream(scenario, counted.counts(), times, requests);
            case Arrivals.Renewal renewal ->
                new RenewalStream(renewal.gapNanos(), scenario.horizonNanos(), times, requests);
            case Arrivals.Closed closed -> new ClosedStream(closed, scenario.horizonNanos(), times, requests);
        };
    }

    /** Time of the next arrival, or {@link Tournament#NEVER} after the horizon. */
    long nextTime();

    /** The key of the next arrival, which is then gone. */
    long take();

    /** How many users it has who wait for their answers, or 0 if arrivals ignore completions. */
    default int users() {
        return 0;
    }

    /** The user whose request was taken last, or {@link #NOBODY}. */
    default int user() {
        return NOBODY;
    }

    /**
     * A user's request has ended.
     *
     * @param endNanos when the user sees it, now or later
     */
    default void ended(int user, boolean isGood, long endNanos) {}
}
