package dev.windtunnel.simulator.kernel;

import java.util.Arrays;

/**
 * Which source has the earliest next event. Each source (an arrival stream, a ring of timeouts, a pod) owns a leaf with the
 * time of its next event; the inner nodes hold the earlier of their two children, ties to the lower source. So the order of
 * events is (time, source, order within the source), whatever was inserted when; nothing in here is ever stale and nothing
 * has to be canceled.
 *
 * <p>An update walks from the leaf toward the root and stops where the winner did not change: log2(sources) steps at most.
 *
 * <p>A node is one number: the time since a base in the upper bits, the source in the lower ones. So a match is a minimum, a
 * tie needs no case of its own, and the root says both who and when. Times that the upper bits cannot hold (with 64 sources
 * two years after the base, with 16,384 three days) stand in the tree as "far"; once only such are left the base moves up.
 */
public final class Tournament {

    /** The time of a source that has no next event. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long NO_EVENT = Long.MAX_VALUE;
    private static final long FAR = NO_EVENT - 1;

    /** By source: the time of its next event. */
    private long[] times;

    /** Heap order: node 1 is the root, leaves start at {@code size}. */
    private long[] nodes;

    private int size;
    private int sourceBits;

    /** Times within so much of the base, before or after it, fit into a node. */
    private long reach;

    private long base;

    /** For at least so many sources, none with an event. */
    public Tournament(int sources) {
        size = sizeFor(sources);
        times = new long[size];
        Arrays.fill(times, NEVER);
        nodes = new long[2 * size];
        playAll();
    }

    private static int sizeFor(int sources) {
        return Integer.highestOneBit(Math.max(2, sources - 1)) << 1;
    }

    /** Makes room for at least so many sources; those that exist keep their times. */
    public void grow(int sources) {
        if (sources <= size) {
            return;
        }
        int oldSize = size;
        size = sizeFor(sources);
        times = Arrays.copyOf(times, size);
        Arrays.fill(times, oldSize, size, NEVER);
        nodes = new long[2 * size];
        playAll();
    }

    private void playAll() {
        sourceBits = Integer.numberOfTrailingZeros(size);
        reach = 1L << (62 - sourceBits);
        for (int source = 0; source < size; source++) {
            nodes[size + source] = entry(source, times[source]);
        }
        for (int node = size - 1; node >= 1; node--) {
            nodes[node] = Math.min(nodes[2 * node], nodes[2 * node + 1]);
        }
    }

    private long entry(int source, long time) {
        long offset = time - base;
        if (offset < reach && offset >= -reach) {
            return offset << sourceBits | source;
        }
        return time == NEVER ? NO_EVENT : FAR;
    }

    /** How many sources there is room for. */
    public int capacity() {
        return size;
    }

    /** The time of the earliest event of all, or {@link #NEVER}. */
    public long earliest() {
        long first = nodes[1];
        return first < FAR ? base + (first >> sourceBits) : earliestOfFar(first);
    }

    private long earliestOfFar(long first) {
        if (first == NO_EVENT) {
            return NEVER;
        }
        long earliest = NEVER;
        for (long time : times) {
            earliest = Math.min(earliest, time);
        }
        base = earliest;
        playAll();
        return earliest;
    }

    /** The source of the earliest event, the lowest of those with the same time. Asked after {@link #earliest} only. */
    public int winner() {
        return (int) nodes[1] & (size - 1);
    }

    /** The time of a source's next event. */
    public long time(int source) {
        return times[source];
    }

    /** Sets the time of a source's next event, or {@link #NEVER}. */
    public void set(int source, long time) {
        if (times[source] == time) {
            return;
        }
        times[source] = time;
        if (time - base < -reach) {
            base = time;
            playAll();
            return;
        }
        long[] n = nodes;
        int node = size + source;
        long entry = entry(source, time);
        n[node] = entry;
        while (node > 1) {
            entry = Math.min(entry, n[node ^ 1]);
            node >>= 1;
            if (n[node] == entry) {
                return;
            }
            n[node] = entry;
        }
    }

    /** Takes over another's state. */
    public void copyFrom(Tournament other) {
        times = Copies.of(other.times, times);
        nodes = Copies.of(other.nodes, nodes);
        size = other.size;
        sourceBits = other.sourceBits;
        reach = other.reach;
        base = other.base;
    }
}
