package dev.windtunnel.simulator.verification;

/** Seeds of replications: far apart, whatever the seed of the run. */
final class Seeds {

    private Seeds() {}

    /** What a name adds to a seed: the same on every machine. */
    static long named(String name) {
        long mixed = 0;
        for (int i = 0; i < name.length(); i++) {
            mixed = (mixed ^ name.charAt(i)) * 0x100000001B3L;
        }
        return mixed;
    }

    /** The seed of a replication; the engine mixes it further. */
    static long of(long seed, int replication) {
        return seed * 0x9E3779B97F4A7C15L + (replication + 1L) * 0xD1B54A32D192ED03L;
    }
}
