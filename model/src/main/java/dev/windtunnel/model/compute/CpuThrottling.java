package dev.windtunnel.model.compute;

/** How a CPU limit holds a container back (APP-04). */
public enum CpuThrottling {
    /** The limit is a slower CPU: the container never gets more than the limit at any instant. */
    SMOOTH,
    /**
     * The kernel's bandwidth control: a quota of limit times 100 ms for each period of 100 ms, used as fast as the processes
     * can; then the container stands still until the period ends.
     */
    PERIODS
}
