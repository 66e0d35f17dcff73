package dev.windtunnel.simulator.compile;

/** What a fault does, in the few words that the world understands. */
public sealed interface Effect {

    /** Begins, nanoseconds since the start. */
    long fromNanos();

    /** Ends, nanoseconds since the start. */
    long toNanos();

    /** The fault it comes from, for the journal. */
    String fault();

    /** Everything in a zone neither answers nor refuses. */
    record ZoneSilence(int zone, long fromNanos, long toNanos, String fault) implements Effect {}
}
