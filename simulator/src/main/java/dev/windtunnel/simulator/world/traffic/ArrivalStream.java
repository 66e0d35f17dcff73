package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Tournament;

/** The arrivals in order of time: merged into the order of events, never scheduled. */
sealed interface ArrivalStream permits CountedStream, RenewalStream, PacedStream, RecordedStream, ClosedStream {

    /** A request of nobody in particular. */
    int NOBODY = -1;

    /** The stream does not know the next arrival's endpoint. */
    int ANY_ENDPOINT = -1;

    /** The stream of a scenario's traffic. */
    static ArrivalStream of(CompiledScenario scenario) {
        long times = Keys.named(scenario.seed(), "arrivals/times");
        long requests = Keys.named(scenario.seed(), "arrivals/requests");
        return switch (scenario.arrivals()) {
            case Arrivals.Counted counted -> new CountedStream(scenario, counted.counts(), times, requests);
            case Arrivals.Renewal renewal ->
                new RenewalStream(renewal.gapNanos(), scenario.horizonNanos(), times, requests);
            case Arrivals.Closed closed -> new ClosedStream(closed, scenario.horizonNanos(), times, requests);
            case Arrivals.Recorded recorded -> new RecordedStream(recorded, scenario.horizonNanos(), requests);
            case Arrivals.Paced paced -> new PacedStream(paced.rate(), scenario.horizonNanos(), requests);
        };
    }

    /** Time of the next arrival, or {@link Tournament#NEVER} after the horizon. */
    long nextTime();

    /** Endpoint of the next arrival, or {@link #ANY_ENDPOINT}. */
    default int endpoint() {
        return ANY_ENDPOINT;
    }

    /** Sizes of the next arrival as {@link RequestTable#recordedSizes} takes them; 0 if the stream does not know them. */
    default long sizes() {
        return 0;
    }

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

    /** Takes over the state of another stream, which is of the same kind and traffic. */
    void copyFrom(ArrivalStream other);
}
