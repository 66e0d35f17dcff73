package dev.windtunnel.simulator.kernel;

import java.util.Arrays;

/**
 * Slots of a table, used again after their release; the last one released is taken first. Whoever refers to what stands in a slot
 * keeps a {@link #reference}, which carries the slot's generation: once the slot was released it leads nowhere, though another may
 * stand there. Generations are always checked.
 *
 * <p>The columns are the owner's: it makes room for {@link #capacity} slots when it is given one that it has no room for.
 */
public final class SlotPool {

    /** No slot. */
    public static final int NONE = -1;

    private int[] generations;
    private int[] free;
    private int freeCount;
    private int used;

    /** Room for some slots to begin with; grows. */
    public SlotPool(int initialCapacity) {
        generations = new int[initialCapacity];
        free = new int[initialCapacity];
    }

    /** Takes a slot. */
    public int take() {
        return freeCount > 0 ? free[--freeCount] : fresh();
    }

    private int fresh() {
        if (used == generations.length) {
            generations = Arrays.copyOf(generations, 2 * used);
            free = Arrays.copyOf(free, 2 * used);
        }
        // Odd generations are live: a zero reference never matches.
        generations[used] = 1;
        return used++;
    }

    /** Gives a slot back, which must be taken. */
    public void release(int slot) {
        renew(slot);
        free[freeCount++] = slot;
    }

    /** Keeps a slot, but from now on no reference that was handed out before leads to it. */
    public void renew(int slot) {
        generations[slot] += 2;
    }

    /** How many slots there is room for. */
    public int capacity() {
        return generations.length;
    }

    /** Slots that were ever taken: an upper bound for walking over all. */
    public int everTaken() {
        return used;
    }

    /** Slots that are taken now. */
    public int size() {
        return used - freeCount;
    }

    /** A taken slot with its generation. */
    public long reference(int slot) {
        return (long) generations[slot] << 32 | slot;
    }

    /** The slot of a reference, or {@link #NONE} if it was released or renewed since. */
    public int resolve(long reference) {
        int slot = (int) reference;
        return generations[slot] == (int) (reference >>> 32) ? slot : NONE;
    }

    /** Takes over another's state. */
    public void copyFrom(SlotPool other) {
        generations = Copies.of(other.generations, generations);
        free = Copies.of(other.free, free);
        freeCount = other.freeCount;
        used = other.used;
    }
}
