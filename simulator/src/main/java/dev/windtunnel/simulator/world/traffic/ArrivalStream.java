package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Tournament;

/** The arrivals in order of time: merged into the order of events, never scheduled. */
sealed interface ArrivalStream
        permits CountedStream, RenewalStream, PacedStream, RecordedStream, ClosedStream, SessionStream {

    /** A request of nobody in particular. */
    int NOBODY = -1;

    /** The stream does not know the next arrival's endpoint. */
    int ANY_ENDPOINT = -1;

    /** The stream of a scenario's traffic. */
    static ArrivalStream of(CompiledScenario scenario) {
        long times = Keys.named(scenario.seed(), "arrivals/times");
        if (scenario.arrivals() instanceof Arrivals.Sessions traffic) {
            long sessions = Keys.named(scenario.seed(), "arrivals/sessions");
            return new SessionStream(
                    of(traffic.begins(), scenario, times, sessions), traffic.sessions(), scenario.horizonNanos());
        }
        long requests = Keys.named(scenario.seed(), "arrivals/requests");
        return of(scenario.arrivals(), scenario, times, requests);
    }

    /**
     * A stream of its own.
     *
     * @param times key of its instants
     * @param requests key of what arrives
     */
    static ArrivalStream of(Arrivals arrivals, CompiledScenario scenario, long times, long requests) {
        return switch (arrivals) {
            case Arrivals.Counted counted -> new CountedStream(scenario, counted.counts(), times, requests);
            case Arrivals.Renewal renewal ->
                new RenewalStream(renewal.gapNanos(), scenario.horizonNanos(), times, requests);
            case Arrivals.Closed closed -> new ClosedStream(closed, scenario.horizonNanos(), times, requests);
            case Arrivals.Recorded recorded -> new RecordedStream(recorded, scenario.horizonNanos(), requests);
            case Arrivals.Paced paced -> new PacedStream(paced.rate(), scenario.horizonNanos(), requests);
            case Arrivals.Sessions nested ->
                throw new IllegalArgumentException("sessions begin when something else arrives, found " + nested);
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

    /** The key that {@link #take} will return next, if that costs nothing to know; otherwise any number. */
    default long keyAhead() {
        return 0;
    }

    /** Whether its requests belong to users who wait for the answers; otherwise arrivals ignore completions. */
    default boolean hasUsers() {
        return false;
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

    /** The visit of a user's browser, or -1 before its first request. */
    default long visit(int user) {
        return -1;
    }

    /** Remembers the visit. */
    default void visit(int user, long visit) {}

    /**
     * What the client's round trips add to the latency of a request whose first attempt sets out now.
     *
     * @param extraNanos on its own; requests of the same user and instant wait for the same handshake
     */
    default long roundTripsNanos(int user, long extraNanos) {
        return extraNanos;
    }

    /** Takes over the state of another stream, which is of the same kind and traffic. */
    void copyFrom(ArrivalStream other);
}
