package dev.windtunnel.simulator.kernel;

import java.util.Arrays;

/**
 * Which source has the earliest next event. Each source (an arrival stream, a ring of timeouts, a pod) owns a leaf with the
 * time of its next event; the inner nodes hold the earlier time of their two children, ties to the lower source. So the
 * order of events is (time, source, order within the source), whatever was inserted when; nothing in here is ever stale and
 * nothing has to be canceled.
 *
 * <p>An update walks from the leaf toward the root and stops where the winner did not change: log2(sources) steps at most.
 */
public final class Tournament {

    /** The time of a source that has no next event. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Heap order: node 1 is the root, leaves start at {@code size}. */
    private long[] times;

    private int size;

    /** For at least so many sources, none with an event. */
    public Tournament(int sources) {
        size = sizeFor(sources);
        times = new long[2 * size];
        Arrays.fill(times, NEVER);
    }

    private static int sizeFor(int sources) {
        return Integer.highestOneBit(Math.max(2, sources - 1)) << 1;
    }

    /** Makes room for at least so many sources; those that exist keep their times. */
    public void grow(int sources) {
        if (sources <= size) {
            return;
        }
        long[] old = times;
        int oldSize = size;
        size = sizeFor(sources);
        times = new long[2 * size];
        Arrays.fill(times, NEVER);
        System.arraycopy(old, oldSize, times, size, oldSize);
        for (int node = size - 1; node >= 1; node--) {
            times[node] = Math.min(times[2 * node], times[2 * node + 1]);
        }
    }

    /** How many sources there is room for. */
    public int capacity() {
        return size;
    }

    /** The time of the earliest event of all, or {@link #NEVER}. */
    public long earliest() {
        return times[1];
    }

    /** The source of the earliest event; the lowest of those with the same time. */
    public int winner() {
        long[] t = times;
        long earliest = t[1];
        int node = 1;
        while (node < size) {
            node <<= 1;
            if (t[node] != earliest) {
                node++;
            }
        }
        return node - size;
    }

    /** The time of a source's next event. */
    public long time(int source) {
        return times[size + source];
    }

    /** Sets the time of a source's next event, or {@link #NEVER}. */
    public void set(int source, long time) {
        long[] t = times;
        int node = size + source;
        if (t[node] == time) {
            return;
        }
        t[node] = time;
        while (node > 1) {
            long best = Math.min(t[node], t[node ^ 1]);
            node >>= 1;
            if (t[node] == best) {
                return;
            }
            t[node] = best;
        }
    }

    /** Takes over another's state. */
    public void copyFrom(Tournament other) {
        times = Copies.of(other.times, times);
        size = other.size;
    }
}
