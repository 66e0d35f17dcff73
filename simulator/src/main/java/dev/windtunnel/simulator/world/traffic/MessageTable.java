package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.SlotPool;
import java.util.Arrays;

/**
 * The messages of all queues: a row each, used again after its message is gone. A {@link #reference} is what a receiver holds;
 * it carries the row's generation, so that a message that is gone, or was moved to another queue, is recognized.
 *
 * <p>Each message stands in one list of its queue's {@link #places}, and in the list of its queue by age.
 */
final class MessageTable {

    /** Not yet to be received. */
    static final int DELAYED = 0;
    /** Never received, or received too often to be let in front. */
    static final int FRESH = 1;
    /** Received and visible again. */
    static final int RETURNED = 2;
    /** Received and not yet deleted. */
    static final int IN_FLIGHT = 3;

    private static final int PLACES = 4;
    private static final int ROWS = 64;

    /** Where each message stands: {@link #place} of its queue. */
    final RowLists places;
    /** The messages of each queue, the one sent first in front. */
    final RowLists byAge;

    private long[] keys = new long[ROWS];
    private long[] sent = new long[ROWS];
    private long[] entered = new long[ROWS];
    private long[] until = new long[ROWS];
    private int[] receives = new int[ROWS];
    private final SlotPool slots = new SlotPool(ROWS);

    MessageTable(int queues) {
        places = new RowLists(PLACES * queues);
        byAge = new RowLists(queues);
        places.reserve(ROWS);
        byAge.reserve(ROWS);
    }

    /** The list of a queue's messages in one of the four places. */
    static int place(int queue, int kind) {
        return PLACES * queue + kind;
    }

    /** Takes a row for a message that was never received. */
    int allocate(long key, long now) {
        int row = slots.take();
        if (slots.capacity() > keys.length) {
            grow();
        }
        keys[row] = key;
        sent[row] = now;
        entered[row] = now;
        until[row] = now;
        receives[row] = 0;
        return row;
    }

    private void grow() {
        int rows = slots.capacity();
        keys = Arrays.copyOf(keys, rows);
        sent = Arrays.copyOf(sent, rows);
        entered = Arrays.copyOf(entered, rows);
        until = Arrays.copyOf(until, rows);
        receives = Arrays.copyOf(receives, rows);
        places.reserve(rows);
        byAge.reserve(rows);
    }

    /** A message is gone. */
    void release(int row) {
        places.remove(row);
        byAge.remove(row);
        slots.release(row);
    }

    /** A message leaves its queue for another: who received it before holds nothing any more. */
    void renew(int row, long now) {
        places.remove(row);
        byAge.remove(row);
        slots.renew(row);
        entered[row] = now;
        receives[row] = 0;
    }

    long reference(int row) {
        return slots.reference(row);
    }

    /** The row of a reference, or -1 if its message is gone. */
    int resolve(long reference) {
        return slots.resolve(reference);
    }

    long key(int row) {
        return keys[row];
    }

    /** When it was sent, whichever queue it stands in now. */
    long sent(int row) {
        return sent[row];
    }

    /** When it came to the queue it stands in. */
    long entered(int row) {
        return entered[row];
    }

    /** When its delay or its visibility timeout ends. */
    long until(int row) {
        return until[row];
    }

    void until(int row, long time) {
        until[row] = time;
    }

    /** How often its queue has given it out. */
    int receives(int row) {
        return receives[row];
    }

    void received(int row) {
        receives[row]++;
    }

    /** Makes this table equal to another. */
    void copyFrom(MessageTable other) {
        places.copyFrom(other.places);
        byAge.copyFrom(other.byAge);
        keys = Copies.of(other.keys, keys);
        sent = Copies.of(other.sent, sent);
        entered = Copies.of(other.entered, entered);
        until = Copies.of(other.until, until);
        receives = Copies.of(other.receives, receives);
        slots.copyFrom(other.slots);
    }
}
