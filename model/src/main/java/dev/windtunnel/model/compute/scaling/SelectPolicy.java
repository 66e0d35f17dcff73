package dev.windtunnel.model.compute.scaling;

/** Which of several policies decides a step. */
public enum SelectPolicy {
    /** The one that allows the largest change. */
    MAX,
    /** The one that allows the smallest change. */
    MIN,
    /** None: no change in this direction. */
    DISABLED
}
