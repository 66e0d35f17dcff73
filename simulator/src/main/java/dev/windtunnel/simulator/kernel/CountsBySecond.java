package dev.windtunnel.simulator.kernel;

/** How many customers arrive in each second. The same second always gives the same answer. */
public interface CountsBySecond {

    /** Arrivals in the second, from 0; none beyond the horizon. */
    int count(int second);
}
