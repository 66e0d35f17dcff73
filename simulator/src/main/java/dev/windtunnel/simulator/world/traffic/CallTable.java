package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import java.util.Arrays;

/**
 * The users' requests under way, where a request may have more than one attempt: a row each, used again after its end. A
 * {@link #reference} carries the row's generation, so that a deadline that outlived its request is recognized.
 */
final class CallTable {

    private static final int ROWS = 64;

    private final int mostLive;
    private long[] keys = new long[ROWS];
    private long[] intended = new long[ROWS];
    private long[] sessions = new long[ROWS];
    private long[] sizes = new long[ROWS];
    private int[] endpoints = new int[ROWS];
    private int[] users = new int[ROWS];
    private int[] sent = new int[ROWS];
    private int[] retries = new int[ROWS];
    private int[] hedges = new int[ROWS];
    private int[] causes = new int[ROWS];
    private int[] live = new int[ROWS];

    /** References of the attempts under way, {@code mostLive} places for each row. */
    private long[] attempts;

    private int[] generations = new int[ROWS];
    private int[] free = new int[ROWS];
    private int freeCount;
    private int used;

    /** @param mostLive attempts that a request may have at the same time */
    CallTable(int mostLive) {
        this.mostLive = mostLive;
        attempts = new long[ROWS * mostLive];
    }

    /** Takes a row; nothing has been sent. */
    int allocate(long key, int endpoint, int user, long intendedAt) {
        int call = freeCount > 0 ? free[--freeCount] : fresh();
        keys[call] = key;
        intended[call] = intendedAt;
        sessions[call] = -1;
        endpoints[call] = endpoint;
        users[call] = user;
        sent[call] = 0;
        retries[call] = 0;
        hedges[call] = 0;
        causes[call] = -1;
        live[call] = 0;
        return call;
    }

    /** Sizes as {@link RequestTable#recordedSizes} takes them, for each of its attempts. */
    void recordedSizes(int call, long recorded) {
        sizes[call] = recorded;
    }

    long recordedSizes(int call) {
        return sizes[call];
    }

    private int fresh() {
        if (used == keys.length) {
            int rows = 2 * used;
            keys = Arrays.copyOf(keys, rows);
            intended = Arrays.copyOf(intended, rows);
            sessions = Arrays.copyOf(sessions, rows);
            sizes = Arrays.copyOf(sizes, rows);
            endpoints = Arrays.copyOf(endpoints, rows);
            users = Arrays.copyOf(users, rows);
            sent = Arrays.copyOf(sent, rows);
            retries = Arrays.copyOf(retries, rows);
            hedges = Arrays.copyOf(hedges, rows);
            causes = Arrays.copyOf(causes, rows);
            live = Arrays.copyOf(live, rows);
            attempts = Arrays.copyOf(attempts, rows * mostLive);
            generations = Arrays.copyOf(generations, rows);
            free = Arrays.copyOf(free, rows);
        }
        // Odd generations are live: a zero reference never matches.
        generations[used] = 1;
        return used++;
    }

    /** Gives a row back; references to it are dead from now on. */
    void release(int call) {
        generations[call] += 2;
        free[freeCount++] = call;
    }

    long reference(int call) {
        return (long) generations[call] << 32 | call;
    }

    /** The row of a reference, or -1 if its request has ended. */
    int resolve(long reference) {
        int call = (int) reference;
        return generations[call] == (int) (reference >>> 32) ? call : -1;
    }

    /** An attempt sets out; returns its number, 0 for the first. */
    int attemptSent(int call) {
        return sent[call]++;
    }

    void addLive(int call, long attempt) {
        attempts[call * mostLive + live[call]++] = attempt;
    }

    /** An attempt is over, whatever became of it; those that set out later move up. */
    void removeLive(int call, long attempt) {
        int from = call * mostLive;
        int kept = from;
        for (int at = from; at < from + live[call]; at++) {
            if (attempts[at] != attempt) {
                attempts[kept++] = attempts[at];
            }
        }
        live[call] = kept - from;
    }

    /** How many attempts are under way. */
    int live(int call) {
        return live[call];
    }

    /** One of the attempts under way, the oldest first. */
    long attempt(int call, int place) {
        return attempts[call * mostLive + place];
    }

    long key(int call) {
        return keys[call];
    }

    long intended(int call) {
        return intended[call];
    }

    /** The visit that its attempts belong to, or -1 before the first. */
    long session(int call) {
        return sessions[call];
    }

    void session(int call, long session) {
        sessions[call] = session;
    }

    int endpoint(int call) {
        return endpoints[call];
    }

    int user(int call) {
        return users[call];
    }

    int retries(int call) {
        return retries[call];
    }

    void addRetry(int call) {
        retries[call]++;
    }

    int hedges(int call) {
        return hedges[call];
    }

    void addHedge(int call) {
        hedges[call]++;
    }

    /** Code of the cause that its last attempt failed for, or -1. */
    int cause(int call) {
        return causes[call];
    }

    void cause(int call, int cause) {
        causes[call] = cause;
    }

    /** Takes over another's state. */
    void copyFrom(CallTable other) {
        keys = Copies.of(other.keys, keys);
        intended = Copies.of(other.intended, intended);
        sessions = Copies.of(other.sessions, sessions);
        sizes = Copies.of(other.sizes, sizes);
        endpoints = Copies.of(other.endpoints, endpoints);
        users = Copies.of(other.users, users);
        sent = Copies.of(other.sent, sent);
        retries = Copies.of(other.retries, retries);
        hedges = Copies.of(other.hedges, hedges);
        causes = Copies.of(other.causes, causes);
        live = Copies.of(other.live, live);
        attempts = Copies.of(other.attempts, attempts);
        generations = Copies.of(other.generations, generations);
        free = Copies.of(other.free, free);
        freeCount = other.freeCount;
        used = other.used;
    }
}
