package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Keys;

/**
 * The visits under way, in the order in which they began. A visit is a browser with a DNS answer and a connection to one
 * load balancer address; it is dropped when its time is over. A session's number never changes; those below the oldest have
 * ended.
 */
final class SessionTable {

    /** Not connected to any address. */
    static final int NO_ADDRESS = -1;

    private static final int LAST_USED_AT = 0;
    private static final int REST = 1;

    /** Of the rest: round trip in the upper half, then whether it falls back, the address that failed it, its address. */
    private static final int FALLS_BACK = 1 << 16;

    private final long lengthNanos;
    private int capacity = 256;

    /** What every request asks of its visit, which is picked at random and in no cache: two numbers side by side. */
    private long[] hot = new long[2 * capacity];

    private long[] startedAt = new long[capacity];
    private long[] answeredAt = new long[capacity];
    private long[] usableAt = new long[capacity];
    private long[] answerLife = new long[capacity];
    private long oldest;
    private long next;

    /** What was read ahead; nobody asks for it. */
    long ahead;

    /** Visits of the given length. */
    SessionTable(long lengthNanos) {
        this.lengthNanos = lengthNanos;
    }

    /** Forgets visits whose time is over; returns how many are under way. */
    int active(long now) {
        while (oldest < next && now - startedAt[at(oldest)] > lengthNanos) {
            oldest++;
        }
        return (int) (next - oldest);
    }

    /** The visit at a place among those under way, oldest first. */
    long pick(int place) {
        return oldest + place;
    }

    /**
     * Reads the visit that the next request will probably pick by these bits. All that the request decides depends on its visit,
     * which is in no cache; nothing waits for what is read here, and it is in the cache by then. Only speed depends on it.
     */
    void readAhead(long bits) {
        ahead = hot[2 * at(pick(Keys.below((int) (next - oldest), bits))) + REST];
    }

    /** Begins a visit without an answer or connection. */
    long begin(long now, int roundTrip, long answerLifeNanos) {
        if (next - oldest == capacity) {
            grow();
        }
        int at = at(next);
        startedAt[at] = now;
        answeredAt[at] = Long.MIN_VALUE / 2;
        answerLife[at] = answerLifeNanos;
        hot[2 * at + LAST_USED_AT] = Long.MIN_VALUE / 2;
        hot[2 * at + REST] = ((long) roundTrip << 32) | ((NO_ADDRESS & 0xFF) << 8) | (NO_ADDRESS & 0xFF);
        return next++;
    }

    private void grow() {
        int old = capacity;
        capacity *= 2;
        startedAt = grown(startedAt, old, 1);
        answeredAt = grown(answeredAt, old, 1);
        usableAt = grown(usableAt, old, 1);
        answerLife = grown(answerLife, old, 1);
        hot = grown(hot, old, 2);
    }

    private long[] grown(long[] column, int old, int width) {
        long[] larger = new long[width * capacity];
        for (long session = oldest; session < next; session++) {
            int from = (int) (session & (old - 1));
            System.arraycopy(column, width * from, larger, width * at(session), width);
        }
        return larger;
    }

    private int at(long session) {
        return (int) (session & (capacity - 1));
    }

    boolean isActive(long session) {
        return session >= oldest;
    }

    /** Whether it is still under way at an instant. */
    boolean isActive(long session, long now) {
        return active(now) > 0 && isActive(session);
    }

    long lastUsedAt(long session) {
        return hot[2 * at(session) + LAST_USED_AT];
    }

    void used(long session, long now) {
        hot[2 * at(session) + LAST_USED_AT] = now;
    }

    private long rest(long session) {
        return hot[2 * at(session) + REST];
    }

    private void rest(long session, long mask, long bits) {
        int at = 2 * at(session) + REST;
        hot[at] = (hot[at] & ~mask) | bits;
    }

    /** Time of the DNS answer that the browser holds. */
    long answeredAt(long session) {
        return answeredAt[at(session)];
    }

    void answeredAt(long session, long time) {
        answeredAt[at(session)] = time;
    }

    /** How long the browser keeps a DNS answer; not all honor the time to live (DNS-05). */
    long answerLifeNanos(long session) {
        return answerLife[at(session)];
    }

    /** Time from which its connection carries requests if the browser falls back; long ago otherwise. */
    long usableAt(long session) {
        return (rest(session) & FALLS_BACK) == 0 ? Long.MIN_VALUE : usableAt[at(session)];
    }

    /** The browser falls back to an address, which carries requests from then on. */
    void usableAt(long session, long time) {
        usableAt[at(session)] = time;
        rest(session, FALLS_BACK, FALLS_BACK);
    }

    int roundTripNanos(long session) {
        return (int) (rest(session) >>> 32);
    }

    /** Zone of the address it is connected to, or {@link #NO_ADDRESS}. */
    int address(long session) {
        return (byte) rest(session);
    }

    /** It has an address, whose connection carries requests at once. */
    void address(long session, int zone) {
        rest(session, 0xFF | FALLS_BACK, zone & 0xFF);
    }

    /** Zone of the address that failed it last, or {@link #NO_ADDRESS}. */
    int avoided(long session) {
        return (byte) (rest(session) >>> 8);
    }

    void avoided(long session, int zone) {
        rest(session, 0xFF00, (zone & 0xFFL) << 8);
    }

    /** Takes over another's state. */
    void copyFrom(SessionTable other) {
        capacity = other.capacity;
        hot = Copies.of(other.hot, hot);
        startedAt = Copies.of(other.startedAt, startedAt);
        answeredAt = Copies.of(other.answeredAt, answeredAt);
        usableAt = Copies.of(other.usableAt, usableAt);
        answerLife = Copies.of(other.answerLife, answerLife);
        oldest = other.oldest;
        next = other.next;
        ahead = other.ahead;
    }
}
