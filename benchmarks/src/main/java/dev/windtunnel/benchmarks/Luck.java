package dev.windtunnel.benchmarks;

/** Exponential variates of mean 1, one after the other. */
interface Luck {

    /** The next one. */
    double exponential();
}
