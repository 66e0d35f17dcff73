package dev.windtunnel.simulator.kernel;

/** How many customers arrive in each second. The same second always gives the same answer. */
@FunctionalInterface
public interface CountsBySecond {

    /** The highest mean of arrivals per second in any of the source's own intervals; 0 if the source does not know. */
    default double peakPerSecond() {
        return 0;
    }

    /** Arrivals in the second, from 0; none beyond the horizon. */
    int count(int second);
}
