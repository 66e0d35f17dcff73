package dev.windtunnel.model.compute.node;

/** What a T-family instance does when its CPU credits are used up (S21). */
public enum CpuCredits {
    /** It goes on, and surplus credits are billed: the default of T3, T3a and T4g. */
    UNLIMITED,
    /** It falls to its baseline. */
    STANDARD
}
