package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.SlotPool;
import java.util.Arrays;

/**
 * The users within a session: a slot each, used again after its end. A {@link #reference} carries the slot's generation, so
 * that whatever outlived its session is recognized.
 */
final class SessionPool {

    private static final int SLOTS = 64;

    private static final int LONGS = 7;
    private static final int KEY = 0;
    private static final int LOAD_KEY = 1;
    private static final int BEGAN = 2;
    private static final int PAGE_BEGAN = 3;
    private static final int WAVE_ENDS = 4;
    private static final int VISIT = 5;
    private static final int WAVE_EXTRA = 6;

    private static final int INTS = 11;
    private static final int PAGES = 0;
    private static final int PAGE = 1;
    private static final int KIND = 2;
    private static final int FILES = 3;
    private static final int CALLS = 4;
    private static final int WAVE = 5;
    private static final int NEXT_CALL = 6;
    private static final int WAVE_END_CALL = 7;
    private static final int PENDING = 8;
    private static final int FAILED = 9;
    private static final int RELOADS = 10;

    private long[] longs = new long[SLOTS * LONGS];
    private int[] ints = new int[SLOTS * INTS];
    private final SlotPool slots = new SlotPool(SLOTS);

    /** Makes this pool equal to another. */
    void copyFrom(SessionPool other) {
        longs = Copies.of(other.longs, longs);
        ints = Copies.of(other.ints, ints);
        slots.copyFrom(other.slots);
    }

    /** Takes a slot; the session begins with its first page, and has no visit yet. */
    int allocate(long key, int pages, long now) {
        int slot = slots.take();
        if (slots.capacity() > longs.length / LONGS) {
            grow();
        }
        longs[slot * LONGS + KEY] = key;
        longs[slot * LONGS + BEGAN] = now;
        longs[slot * LONGS + VISIT] = -1;
        ints[slot * INTS + PAGES] = pages;
        ints[slot * INTS + PAGE] = 0;
        ints[slot * INTS + RELOADS] = 0;
        return slot;
    }

    private void grow() {
        int rows = slots.capacity();
        longs = Arrays.copyOf(longs, rows * LONGS);
        ints = Arrays.copyOf(ints, rows * INTS);
    }

    /** Gives a slot back; references to it are dead from now on. */
    void release(int slot) {
        slots.release(slot);
        ints[slot * INTS + PENDING] = 0;
    }

    /** Sessions under way. */
    int size() {
        return slots.size();
    }

    /** The slot with its generation. */
    long reference(int slot) {
        return slots.reference(slot);
    }

    /** The slot of a reference, or -1 if its session has ended. */
    int resolve(long reference) {
        return slots.resolve(reference);
    }

    long key(int slot) {
        return longs[slot * LONGS + KEY];
    }

    long began(int slot) {
        return longs[slot * LONGS + BEGAN];
    }

    /** The visit of its browser, or -1 before its first request. */
    long visit(int slot) {
        return longs[slot * LONGS + VISIT];
    }

    void visit(int slot, long visit) {
        longs[slot * LONGS + VISIT] = visit;
    }

    /** Pages that its user wants to see. */
    int pages(int slot) {
        return ints[slot * INTS + PAGES];
    }

    /** The present page, or the one that is asked for next, from 0. */
    int page(int slot) {
        return ints[slot * INTS + PAGE];
    }

    void nextPage(int slot) {
        ints[slot * INTS + PAGE]++;
        ints[slot * INTS + RELOADS] = 0;
    }

    /** How often the present page was loaded again. */
    int reloads(int slot) {
        return ints[slot * INTS + RELOADS];
    }

    void addReload(int slot) {
        ints[slot * INTS + RELOADS]++;
    }

    /**
     * A page is going to be loaded.
     *
     * @param loadKey of this load of the page
     * @param kind of page, or -1
     * @param files loaded before its calls
     * @param calls altogether, files included
     * @param begins when its first wave goes out
     */
    void load(int slot, long loadKey, int kind, int files, int calls, long begins) {
        longs[slot * LONGS + LOAD_KEY] = loadKey;
        longs[slot * LONGS + PAGE_BEGAN] = begins;
        int at = slot * INTS;
        ints[at + KIND] = kind;
        ints[at + FILES] = files;
        ints[at + CALLS] = calls;
        ints[at + WAVE] = -1;
        ints[at + NEXT_CALL] = 0;
        ints[at + WAVE_END_CALL] = 0;
        ints[at + FAILED] = 0;
    }

    long loadKey(int slot) {
        return longs[slot * LONGS + LOAD_KEY];
    }

    long pageBegan(int slot) {
        return longs[slot * LONGS + PAGE_BEGAN];
    }

    int kind(int slot) {
        return ints[slot * INTS + KIND];
    }

    int files(int slot) {
        return ints[slot * INTS + FILES];
    }

    int calls(int slot) {
        return ints[slot * INTS + CALLS];
    }

    /** The next wave is going to go out. */
    void nextWave(int slot, int size) {
        int at = slot * INTS;
        ints[at + WAVE]++;
        ints[at + WAVE_END_CALL] += size;
        ints[at + PENDING] = size;
        longs[slot * LONGS + WAVE_ENDS] = 0;
        longs[slot * LONGS + WAVE_EXTRA] = 0;
    }

    /** The longest of what round trips add to the calls of the present wave so far. */
    long waveExtra(int slot, long extraNanos) {
        long longest = Math.max(longs[slot * LONGS + WAVE_EXTRA], extraNanos);
        longs[slot * LONGS + WAVE_EXTRA] = longest;
        return longest;
    }

    /** The present wave of the page, from 0. */
    int wave(int slot) {
        return ints[slot * INTS + WAVE];
    }

    /** The call of the page that goes out next, from 0. */
    int nextCall(int slot) {
        return ints[slot * INTS + NEXT_CALL];
    }

    /** A call goes out; whether it was the last one of its wave. */
    boolean send(int slot) {
        return ++ints[slot * INTS + NEXT_CALL] == ints[slot * INTS + WAVE_END_CALL];
    }

    /** A call of the present wave has ended; whether all of them have. */
    boolean ended(int slot, boolean isGood, long endNanos) {
        int at = slot * INTS;
        ints[at + FAILED] |= isGood ? 0 : 1;
        longs[slot * LONGS + WAVE_ENDS] = Math.max(longs[slot * LONGS + WAVE_ENDS], endNanos);
        return --ints[at + PENDING] == 0;
    }

    /** Calls of the present wave that have not ended. */
    int pending(int slot) {
        return ints[slot * INTS + PENDING];
    }

    boolean hasFailed(int slot) {
        return ints[slot * INTS + FAILED] != 0;
    }

    /** When the last call of the present wave had ended, as the user saw it. */
    long waveEnds(int slot) {
        return longs[slot * LONGS + WAVE_ENDS];
    }
}
