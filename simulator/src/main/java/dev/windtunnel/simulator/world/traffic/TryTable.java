package dev.windtunnel.simulator.world.traffic;

import java.util.Arrays;

/**
 * Which row of the {@link RequestTable} is a client's attempt that a gateway holds, which one a try of it at a target, and
 * how they belong together. What a row was before it was used again is void.
 */
final class TryTable {

    /** There is no row. */
    static final long NOBODY = 0;

    private static final int ROWS = 256;

    private final RequestTable requests;
    private final int mostTries;
    private long[] owners = new long[ROWS];
    private boolean[] isTry = new boolean[ROWS];

    /** Of an attempt: its try under way; of a try: the attempt. */
    private long[] partners = new long[ROWS];

    // Of an attempt only.
    private int[] sent = new int[ROWS];
    private int[] causes = new int[ROWS];
    private boolean[] retries = new boolean[ROWS];

    /** Targets that an attempt was sent to, {@code mostTries} places for each row. */
    private int[] targets;

    TryTable(RequestTable requests, int mostTries) {
        this.requests = requests;
        this.mostTries = mostTries;
        targets = new int[ROWS * mostTries];
    }

    private void reserve(int slot) {
        if (slot >= owners.length) {
            int rows = Math.max(slot + 1, 2 * owners.length);
            owners = Arrays.copyOf(owners, rows);
            isTry = Arrays.copyOf(isTry, rows);
            partners = Arrays.copyOf(partners, rows);
            sent = Arrays.copyOf(sent, rows);
            causes = Arrays.copyOf(causes, rows);
            retries = Arrays.copyOf(retries, rows);
            targets = Arrays.copyOf(targets, rows * mostTries);
        }
    }

    /** A row becomes an attempt that nothing was sent for. */
    void attempt(int slot) {
        reserve(slot);
        owners[slot] = requests.reference(slot);
        isTry[slot] = false;
        partners[slot] = NOBODY;
        sent[slot] = 0;
        causes[slot] = -1;
        retries[slot] = false;
    }

    /** A row becomes a try of an attempt. */
    void tryOf(int slot, int attempt) {
        reserve(slot);
        owners[slot] = requests.reference(slot);
        isTry[slot] = true;
        partners[slot] = owners[attempt];
        partners[attempt] = owners[slot];
    }

    /** Whether a row is a try at a target. */
    boolean isTry(int slot) {
        return slot < owners.length && isTry[slot] && owners[slot] == requests.reference(slot);
    }

    /** Whether a row is an attempt that the gateway holds. */
    boolean isAttempt(int slot) {
        return slot < owners.length && !isTry[slot] && owners[slot] == requests.reference(slot);
    }

    /** The attempt of a try, or the try under way of an attempt; -1 if there is none. */
    int partner(int slot) {
        return partners[slot] == NOBODY ? -1 : requests.resolve(partners[slot]);
    }

    /** A try and its attempt have nothing to do with each other any more. */
    void part(int attempt, int itsTry) {
        partners[attempt] = NOBODY;
        partners[itsTry] = NOBODY;
    }

    /** A try of an attempt goes to a target. */
    void sentTo(int attempt, int pod) {
        targets[attempt * mostTries + sent[attempt]++] = pod;
    }

    /** How many tries an attempt has had. */
    int sent(int attempt) {
        return sent[attempt];
    }

    /** Whether a try of an attempt went to a target. */
    boolean wasSentTo(int attempt, int pod) {
        int from = attempt * mostTries;
        for (int at = from; at < from + sent[attempt]; at++) {
            if (targets[at] == pod) {
                return true;
            }
        }
        return false;
    }

    /** Code of the cause that an attempt's last try failed for; -1 before. */
    int cause(int attempt) {
        return causes[attempt];
    }

    void cause(int attempt, int cause) {
        causes[attempt] = cause;
    }

    /** Whether an attempt has a retry under way, or waits for its turn. */
    boolean retries(int attempt) {
        return retries[attempt];
    }

    void retries(int attempt, boolean does) {
        retries[attempt] = does;
    }

    /** Makes this equal to the other. */
    void copyFrom(TryTable other) {
        owners = other.owners.clone();
        isTry = other.isTry.clone();
        partners = other.partners.clone();
        sent = other.sent.clone();
        causes = other.causes.clone();
        retries = other.retries.clone();
        targets = other.targets.clone();
    }
}
