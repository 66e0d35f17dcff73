package dev.windtunnel.simulator.verification;

/** Seeds of replications: far apart, whatever the seed of the run. */
final class Seeds {

    private Seeds() {}

    /** The seed of a replication; the engine mixes it further. */
    static long of(long seed, int replication) {
        return seed * 0x9E3779B97F4A7C15L + (replication + 1L) * 0xD1B54A32D192ED03L;
    }
}
