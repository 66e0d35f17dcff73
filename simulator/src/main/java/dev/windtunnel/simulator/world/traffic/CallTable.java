package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.SlotPool;
import java.util.Arrays;

/**
 * The users' requests under way, where a request may have more than one attempt: a row each, used again after its end. A
 * {@link #reference} carries the row's generation, so that a deadline that outlived its request is recognized.
 *
 * <p>In a storm there are a hundred thousand of them and none is in a cache when it is needed, so a row lies in one place.
 */
final class CallTable {

    private static final int ROWS = 64;

    private static final int KEY = 0;
    private static final int INTENDED = 1;
    private static final int SESSION = 2;
    private static final int SIZES = 3;
    private static final int ENDPOINT = 4;
    private static final int USER = 5;
    private static final int SENT = 6;
    private static final int RETRIES = 7;
    private static final int HEDGES = 8;
    private static final int CAUSE = 9;
    private static final int LIVE = 10;

    /** References of the attempts under way stand at the end of the row. */
    private static final int ATTEMPTS = 11;

    private final int stride;
    private long[] rows;
    private final SlotPool slots = new SlotPool(ROWS);

    /** @param mostLive attempts that a request may have at the same time */
    CallTable(int mostLive) {
        // Whole lines of a cache.
        stride = (ATTEMPTS + mostLive + 7) & ~7;
        rows = new long[ROWS * stride];
    }

    private int at(int call, int field) {
        return call * stride + field;
    }

    /** Takes a row; nothing has been sent. */
    int allocate(long key, int endpoint, int user, long intendedAt) {
        int call = slots.take();
        if (slots.capacity() * stride > rows.length) {
            rows = Arrays.copyOf(rows, slots.capacity() * stride);
        }
        int row = call * stride;
        rows[row + KEY] = key;
        rows[row + INTENDED] = intendedAt;
        rows[row + SESSION] = -1;
        rows[row + ENDPOINT] = endpoint;
        rows[row + USER] = user;
        rows[row + SENT] = 0;
        rows[row + RETRIES] = 0;
        rows[row + HEDGES] = 0;
        rows[row + CAUSE] = -1;
        rows[row + LIVE] = 0;
        return call;
    }

    /** Gives a row back; references to it are dead from now on. */
    void release(int call) {
        slots.release(call);
    }

    long reference(int call) {
        return slots.reference(call);
    }

    /** The row of a reference, or -1 if its request has ended. */
    int resolve(long reference) {
        return slots.resolve(reference);
    }

    /** Sizes as {@link RequestTable#recordedSizes} takes them, for each of its attempts. */
    void recordedSizes(int call, long recorded) {
        rows[at(call, SIZES)] = recorded;
    }

    long recordedSizes(int call) {
        return rows[at(call, SIZES)];
    }

    /** An attempt sets out; returns its number, 0 for the first. */
    int attemptSent(int call) {
        return (int) rows[at(call, SENT)]++;
    }

    void addLive(int call, long attempt) {
        rows[at(call, ATTEMPTS) + live(call)] = attempt;
        rows[at(call, LIVE)]++;
    }

    /** An attempt is over, whatever became of it; those that set out later move up. */
    void removeLive(int call, long attempt) {
        int from = at(call, ATTEMPTS);
        int kept = from;
        for (int at = from; at < from + live(call); at++) {
            if (rows[at] != attempt) {
                rows[kept++] = rows[at];
            }
        }
        rows[at(call, LIVE)] = (long) kept - from;
    }

    /** How many attempts are under way. */
    int live(int call) {
        return (int) rows[at(call, LIVE)];
    }

    /** One of the attempts under way, the oldest first. */
    long attempt(int call, int place) {
        return rows[at(call, ATTEMPTS) + place];
    }

    long key(int call) {
        return rows[at(call, KEY)];
    }

    long intended(int call) {
        return rows[at(call, INTENDED)];
    }

    /** The visit that its attempts belong to, or -1 before the first. */
    long session(int call) {
        return rows[at(call, SESSION)];
    }

    void session(int call, long session) {
        rows[at(call, SESSION)] = session;
    }

    int endpoint(int call) {
        return (int) rows[at(call, ENDPOINT)];
    }

    int user(int call) {
        return (int) rows[at(call, USER)];
    }

    int retries(int call) {
        return (int) rows[at(call, RETRIES)];
    }

    void addRetry(int call) {
        rows[at(call, RETRIES)]++;
    }

    int hedges(int call) {
        return (int) rows[at(call, HEDGES)];
    }

    void addHedge(int call) {
        rows[at(call, HEDGES)]++;
    }

    /** Code of the cause that its last attempt failed for, or -1. */
    int cause(int call) {
        return (int) rows[at(call, CAUSE)];
    }

    void cause(int call, int cause) {
        rows[at(call, CAUSE)] = cause;
    }

    /** Takes over another's state. */
    void copyFrom(CallTable other) {
        rows = Copies.of(other.rows, rows);
        slots.copyFrom(other.slots);
    }
}
