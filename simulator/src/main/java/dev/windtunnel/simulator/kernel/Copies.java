package dev.windtunnel.simulator.kernel;

/**
 * Copies of arrays that are state: into the array that is there if its length is the other's, else into a new one. Whoever
 * copies a table column by column so ends with the same lengths, and with them the same room, masks and moments of growth.
 */
public final class Copies {

    private Copies() {}

    /** The second array with the first one's content, or a copy of the first. */
    public static long[] of(long[] theirs, long[] mine) {
        long[] copy = mine.length == theirs.length ? mine : new long[theirs.length];
        System.arraycopy(theirs, 0, copy, 0, theirs.length);
        return copy;
    }

    /** The second array with the first one's content, or a copy of the first. */
    public static int[] of(int[] theirs, int[] mine) {
        int[] copy = mine.length == theirs.length ? mine : new int[theirs.length];
        System.arraycopy(theirs, 0, copy, 0, theirs.length);
        return copy;
    }

    /** The second array with the first one's content, or a copy of the first. */
    public static byte[] of(byte[] theirs, byte[] mine) {
        byte[] copy = mine.length == theirs.length ? mine : new byte[theirs.length];
        System.arraycopy(theirs, 0, copy, 0, theirs.length);
        return copy;
    }

    /** The second array with the first one's content, or a copy of the first. */
    public static double[] of(double[] theirs, double[] mine) {
        double[] copy = mine.length == theirs.length ? mine : new double[theirs.length];
        System.arraycopy(theirs, 0, copy, 0, theirs.length);
        return copy;
    }
}
