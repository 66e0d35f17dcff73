package dev.windtunnel.simulator.kernel;

/**
 * The arrivals of one second: as many as counted, at sorted uniforms that belong to (stream, second, ordinal). Any second
 * can be generated on its own, in any order.
 */
public final class SecondOfArrivals {

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private int[] offsets = new int[64];
    private int[] scratch = new int[64];
    private int[] cellEnds = new int[64];
    private int count;

    /** Generates the second's arrivals and sorts them: a counting sort into as many cells as arrivals, then insertion. */
    public void generate(long streamKey, int second, int arrivals) {
        reserve(arrivals);
        count = arrivals;
        long secondKey = Keys.mix(streamKey, second);
        int cells = Math.max(1, arrivals);
        for (int cell = 0; cell <= cells; cell++) {
            cellEnds[cell] = 0;
        }
        for (int ordinal = 0; ordinal < arrivals; ordinal++) {
            int offset = Keys.below(NANOS_PER_SECOND, Keys.draw(secondKey, ordinal));
            scratch[ordinal] = offset;
            cellEnds[cellOf(offset, cells)]++;
        }
        for (int cell = 1; cell < cells; cell++) {
            cellEnds[cell] += cellEnds[cell - 1];
        }
        for (int ordinal = arrivals - 1; ordinal >= 0; ordinal--) {
            offsets[--cellEnds[cellOf(scratch[ordinal], cells)]] = scratch[ordinal];
        }
        for (int i = 1; i < arrivals; i++) {
            int offset = offsets[i];
            int hole = i;
            while (hole > 0 && offsets[hole - 1] > offset) {
                offsets[hole] = offsets[hole - 1];
                hole--;
            }
            offsets[hole] = offset;
        }
    }

    private static int cellOf(int offset, int cells) {
        return (int) ((long) offset * cells / NANOS_PER_SECOND);
    }

    private void reserve(int arrivals) {
        if (arrivals >= offsets.length) {
            int capacity = Integer.highestOneBit(arrivals) << 1;
            offsets = new int[capacity];
            scratch = new int[capacity];
            cellEnds = new int[capacity + 1];
        }
    }

    /** How many arrivals the second has. */
    public int count() {
        return count;
    }

    /** Nanoseconds from the start of the second to the ordinal-th arrival. */
    public int offsetNanos(int ordinal) {
        return offsets[ordinal];
    }

    /** Takes over another's state. */
    public void copyFrom(SecondOfArrivals other) {
        offsets = Copies.of(other.offsets, offsets);
        scratch = Copies.of(other.scratch, scratch);
        cellEnds = Copies.of(other.cellEnds, cellEnds);
        count = other.count;
    }
}
