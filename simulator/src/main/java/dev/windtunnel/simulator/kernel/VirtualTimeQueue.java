package dev.windtunnel.simulator.kernel;

import java.util.Arrays;

/**
 * Customers who share a processor evenly, ordered by the virtual time at which each will have received its work: a binary
 * heap of tags. The one with the smallest tag leaves first, whatever the speed does until then.
 *
 * <p>Virtual time is work received by each customer so far; it is reset to zero when the last one leaves, so that it never
 * grows large against the tags.
 */
public final class VirtualTimeQueue {

    private double[] tags;
    private long[] items;
    private int count;
    private double virtualTime;

    /** Room for some customers to begin with; grows. */
    public VirtualTimeQueue(int initialCapacity) {
        tags = new double[initialCapacity];
        items = new long[initialCapacity];
    }

    /** How many share the processor. */
    public int size() {
        return count;
    }

    /** Lets each customer receive so much work. */
    public void advance(double work) {
        if (count > 0) {
            virtualTime += work;
        }
    }

    /** Work that the next customer to leave still needs; 0 for floating-point residue. Only if there is one. */
    public double headRemaining() {
        double left = tags[0] - virtualTime;
        // Hardly ever below 0: a jump that is foreseen costs nothing, a maximum of doubles a dozen cycles.
        return left > 0 ? left : 0;
    }

    /** Adds a customer with work to do. */
    public void add(double work, long item) {
        if (count == tags.length) {
            tags = Arrays.copyOf(tags, 2 * count);
            items = Arrays.copyOf(items, 2 * count);
        }
        double tag = virtualTime + work;
        int hole = count++;
        while (hole > 0) {
            int parent = (hole - 1) >> 1;
            if (tags[parent] <= tag) {
                break;
            }
            tags[hole] = tags[parent];
            items[hole] = items[parent];
            hole = parent;
        }
        tags[hole] = tag;
        items[hole] = item;
    }

    /** Removes and returns the customer with the smallest tag; there must be one. */
    public long removeHead() {
        long head = items[0];
        int last = --count;
        if (last == 0) {
            virtualTime = 0;
        } else {
            sink(0, last, tags[last], items[last]);
        }
        return head;
    }

    /** Customer at a place of the heap, in no particular order; for walking over all. */
    public long itemAt(int place) {
        return items[place];
    }

    /** Removes a customer wherever it is, in linear time; does nothing if it is not here. */
    public void remove(long item) {
        for (int place = 0; place < count; place++) {
            if (items[place] == item) {
                removeAt(place);
                return;
            }
        }
    }

    /** Removes all. */
    public void clear() {
        count = 0;
        virtualTime = 0;
    }

    private void removeAt(int place) {
        int last = --count;
        if (last == 0) {
            virtualTime = 0;
            return;
        }
        if (place == last) {
            return;
        }
        double tag = tags[last];
        long item = items[last];
        int hole = place;
        while (hole > 0 && tags[(hole - 1) >> 1] > tag) {
            int parent = (hole - 1) >> 1;
            tags[hole] = tags[parent];
            items[hole] = items[parent];
            hole = parent;
        }
        sink(hole, last, tag, item);
    }

    /**
     * Puts an entry where it belongs, at a hole or below it. The hole goes all the way down first, since an entry from the end
     * of the heap nearly always belongs near the end, and then as far up as the entry must: so hardly a jump is in doubt.
     */
    private void sink(int from, int size, double tag, long item) {
        double[] t = tags;
        long[] it = items;
        int hole = from;
        int right = 2 * hole + 2;
        while (right < size) {
            // Which child is smaller is a coin's choice: no jump.
            int child = right - (t[right] < t[right - 1] ? 0 : 1);
            t[hole] = t[child];
            it[hole] = it[child];
            hole = child;
            right = 2 * hole + 2;
        }
        if (right == size) {
            t[hole] = t[right - 1];
            it[hole] = it[right - 1];
            hole = right - 1;
        }
        while (hole > from && t[(hole - 1) >> 1] >= tag) {
            int parent = (hole - 1) >> 1;
            t[hole] = t[parent];
            it[hole] = it[parent];
            hole = parent;
        }
        t[hole] = tag;
        it[hole] = item;
    }

    /** Takes over another's state. */
    public void copyFrom(VirtualTimeQueue other) {
        tags = Copies.of(other.tags, tags);
        items = Copies.of(other.items, items);
        count = other.count;
        virtualTime = other.virtualTime;
    }
}
