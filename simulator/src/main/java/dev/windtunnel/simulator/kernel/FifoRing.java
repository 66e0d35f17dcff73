package dev.windtunnel.simulator.kernel;

/**
 * Events whose times never fall from one insertion to the next, as equal timeouts and equal delays do: first in, first out,
 * no sorting. Entries are dropped lazily: the owner checks whether what it popped still matters.
 */
public final class FifoRing {

    private long[] times = new long[64];
    private long[] items = new long[64];
    private int head;
    private int count;

    /** Time of the last entry, as long as it is there. */
    private long latest;

    /**
     * Adds an event.
     *
     * @throws IllegalStateException if it is earlier than the last one: the ring would lie
     */
    public void push(long time, long item) {
        if (count == times.length) {
            grow();
        }
        if (time < latest && count > 0) {
            throw new IllegalStateException("times in a ring do not fall, found " + time + " after " + latest
                    + "\nMaybe the delay of this ring is not the same for all its entries");
        }
        latest = time;
        int at = (head + count) & (times.length - 1);
        times[at] = time;
        items[at] = item;
        count++;
    }

    private void grow() {
        long[] oldTimes = times;
        long[] oldItems = items;
        times = new long[2 * oldTimes.length];
        items = new long[2 * oldTimes.length];
        for (int i = 0; i < count; i++) {
            int from = (head + i) & (oldTimes.length - 1);
            times[i] = oldTimes[from];
            items[i] = oldItems[from];
        }
        head = 0;
    }

    /** How many entries wait, dropped ones included. */
    public int size() {
        return count;
    }

    /** Time of the first entry, or {@link Tournament#NEVER}. */
    public long headTime() {
        return count == 0 ? Tournament.NEVER : times[head];
    }

    /** The first entry; there must be one. */
    public long headItem() {
        return items[head];
    }

    /** Removes and returns the first entry; there must be one. */
    public long pop() {
        long item = items[head];
        head = (head + 1) & (times.length - 1);
        count--;
        return item;
    }

    /** Drops all. */
    public void clear() {
        head = 0;
        count = 0;
    }

    /** Takes over another's state. */
    public void copyFrom(FifoRing other) {
        times = Copies.of(other.times, times);
        items = Copies.of(other.items, items);
        head = other.head;
        count = other.count;
        latest = other.latest;
    }
}
