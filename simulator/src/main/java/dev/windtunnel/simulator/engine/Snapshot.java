package dev.windtunnel.simulator.engine;

/**
 * The whole state of a run at an instant, kept aside: a run of its own that is never advanced. Any number of runs can be
 * begun from it, on any threads; none of them changes it.
 */
public final class Snapshot {

    private final ExactRun kept;

    /** Keeps a run that nobody else knows of. */
    Snapshot(ExactRun kept) {
        this.kept = kept;
    }

    ExactRun kept() {
        return kept;
    }

    /** Everything before this time has happened, nothing else; nanoseconds since the start of the scenario. */
    public long nanos() {
        return kept.nanos();
    }
}
