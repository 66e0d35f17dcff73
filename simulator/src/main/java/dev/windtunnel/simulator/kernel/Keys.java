package dev.windtunnel.simulator.kernel;

/**
 * Draws without state: a random value is a function of what it belongs to.
 *
 * <p>A key names a thing (a request, a pod, a fault), a counter the use that is made of it (which endpoint, how much CPU).
 * Nothing is consumed, so adding a component, or asking for values in another order, leaves all other values as they were.
 * The mixing function is two rounds of xor-shift-multiply with the constants of Stafford's variant 13 (as in SplitMix64),
 * each round keyed, so neighboring keys and counters are uncorrelated (tested).
 */
public final class Keys {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Keys() {}

    /** A 64-bit value that depends on every bit of both arguments. */
    public static long mix(long key, long counter) {
        return scramble(scramble(key + GOLDEN) ^ (counter * 0xD6E8FEB86659FD93L));
    }

    /**
     * The counter's value for a key that came out of {@link #mix} itself, and so is scrambled already: one round. For the
     * request path.
     */
    public static long draw(long scrambledKey, long counter) {
        return scramble(scrambledKey + counter * GOLDEN);
    }

    /** The key of a named stream below a seed. */
    public static long named(long seed, String name) {
        long key = mix(seed, name.length());
        for (int i = 0; i < name.length(); i++) {
            key = mix(key, name.charAt(i));
        }
        return key;
    }

    /** Uniform in (0, 1): 53 bits, never 0 and never 1. */
    public static double unit(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Uniform in 0..bound-1 from the upper 32 bits; the bias is below bound / 2^32. */
    public static int below(int bound, long bits) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    private static long scramble(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
