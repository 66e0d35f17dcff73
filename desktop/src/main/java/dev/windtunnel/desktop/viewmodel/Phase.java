package dev.windtunnel.desktop.viewmodel;

/** How far a scenario is. */
public enum Phase {
    /** Its files are being read. */
    READING,
    /** Its files cannot be used. */
    REJECTED,
    /** Read; not run yet. */
    READY,
    /** Being run. */
    RUNNING,
    /** Asked to stop; the run ends within a few thousand events. */
    STOPPING,
    /** Stopped before its end; nothing came of it. */
    CANCELED,
    /** Run to its end. */
    DONE,
    /** Windtunnel itself failed. */
    FAILED;

    /** Whether a run may begin. */
    public boolean mayRun() {
        return this == READY || this == CANCELED || this == DONE;
    }

    /** Whether something is under way. */
    public boolean isBusy() {
        return this == READING || this == RUNNING || this == STOPPING;
    }
}
