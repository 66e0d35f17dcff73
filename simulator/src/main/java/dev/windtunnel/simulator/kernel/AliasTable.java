package dev.windtunnel.simulator.kernel;

/**
 * A choice among n things by weight, in constant time: the alias method of A. J. Walker (1977) as M. D. Vose built it (A linear
 * algorithm for generating random numbers with a given distribution, 1991).
 *
 * <p>Each thing owns a column of the same width; what is missing in the column of a rare thing belongs to a frequent one. A
 * draw falls into a column and to one side of its seam: one multiplication, one comparison, no allocation. The probability of
 * each thing is exact to n 2^-32 of a column from 64 bits, and to 2^-32 of the whole from 32.
 */
public final class AliasTable {

    private static final double FULL = 0x1.0p32;

    /** Where the seam of each column lies, 0..2^32. */
    private final long[] seams;

    /** To whom the part above the seam belongs. */
    private final int[] aliases;

    /**
     * Builds the columns in O(n).
     *
     * @param weights at least one, none negative, some positive
     */
    public AliasTable(double... weights) {
        double total = total(weights);
        int n = weights.length;
        seams = new long[n];
        aliases = new int[n];
        double[] filled = new double[n];
        // One array holds two stacks: columns with room from the left, overfull ones from the right.
        int[] waiting = new int[n];
        int rare = 0;
        int frequent = n;
        for (int i = 0; i < n; i++) {
            filled[i] = weights[i] / total * n;
            if (filled[i] < 1) {
                waiting[rare++] = i;
            } else {
                waiting[--frequent] = i;
            }
        }
        while (rare > 0 && frequent < n) {
            int receiver = waiting[--rare];
            int giver = waiting[frequent++];
            seams[receiver] = (long) (filled[receiver] * FULL);
            aliases[receiver] = giver;
            filled[giver] -= 1 - filled[receiver];
            if (filled[giver] < 1) {
                waiting[rare++] = giver;
            } else {
                waiting[--frequent] = giver;
            }
        }
        // What is left is full but for rounding.
        while (rare > 0) {
            close(waiting[--rare]);
        }
        while (frequent < n) {
            close(waiting[frequent++]);
        }
    }

    private void close(int column) {
        seams[column] = (long) FULL;
        aliases[column] = column;
    }

    private static double total(double[] weights) {
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0)) {
                throw new IllegalArgumentException("weight " + i + " is not negative, found " + weights[i]);
            }
            total += weights[i];
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new IllegalArgumentException(
                    "some of " + weights.length + " weights is positive and all are finite, found a sum of " + total);
        }
        return total;
    }

    /** How many things there are. */
    public int size() {
        return seams.length;
    }

    /** One of 0..size-1: the column from the upper 32 bits, the side from the lower. */
    public int pick(long bits) {
        int column = Keys.below(seams.length, bits);
        return (bits & 0xFFFFFFFFL) < seams[column] ? column : aliases[column];
    }

    /** One of 0..size-1 from 32 bits: the column from the upper part of their product with the size, the side from the lower. */
    public int pick(int bits) {
        long product = (bits & 0xFFFFFFFFL) * seams.length;
        int column = (int) (product >>> 32);
        return (product & 0xFFFFFFFFL) < seams[column] ? column : aliases[column];
    }
}
