package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;

/**
 * The visits under way, in the order in which they began. A visit is a browser with a DNS answer and a connection to one
 * load balancer address; it is dropped when its time is over. A session's number never changes; those below the oldest have
 * ended.
 */
final class SessionTable {

    /** Not connected to any address. */
    static final int NO_ADDRESS = -1;

    private final long lengthNanos;
    private int capacity = 256;
    private long[] startedAt = new long[capacity];
    private long[] lastUsedAt = new long[capacity];
    private long[] answeredAt = new long[capacity];
    private long[] usableAt = new long[capacity];
    private long[] answerLife = new long[capacity];
    private int[] roundTripNanos = new int[capacity];
    private byte[] address = new byte[capacity];
    private byte[] avoided = new byte[capacity];
    private long oldest;
    private long next;

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

    /** Begins a visit without an answer or connection. */
    long begin(long now, int roundTrip, long answerLifeNanos) {
        if (next - oldest == capacity) {
            grow();
        }
        int at = at(next);
        startedAt[at] = now;
        lastUsedAt[at] = Long.MIN_VALUE / 2;
        answeredAt[at] = Long.MIN_VALUE / 2;
        usableAt[at] = now;
        answerLife[at] = answerLifeNanos;
        roundTripNanos[at] = roundTrip;
        address[at] = NO_ADDRESS;
        avoided[at] = NO_ADDRESS;
        return next++;
    }

    private void grow() {
        int old = capacity;
        capacity *= 2;
        long[] oldStarted = startedAt;
        long[] oldUsed = lastUsedAt;
        long[] oldAnswered = answeredAt;
        long[] oldUsable = usableAt;
        long[] oldLife = answerLife;
        int[] oldRoundTrip = roundTripNanos;
        byte[] oldAddress = address;
        byte[] oldAvoided = avoided;
        startedAt = new long[capacity];
        lastUsedAt = new long[capacity];
        answeredAt = new long[capacity];
        usableAt = new long[capacity];
        answerLife = new long[capacity];
        roundTripNanos = new int[capacity];
        address = new byte[capacity];
        avoided = new byte[capacity];
        for (long session = oldest; session < next; session++) {
            int from = (int) (session & (old - 1));
            int to = at(session);
            startedAt[to] = oldStarted[from];
            lastUsedAt[to] = oldUsed[from];
            answeredAt[to] = oldAnswered[from];
            usableAt[to] = oldUsable[from];
            answerLife[to] = oldLife[from];
            roundTripNanos[to] = oldRoundTrip[from];
            address[to] = oldAddress[from];
            avoided[to] = oldAvoided[from];
        }
    }

    private int at(long session) {
        return (int) (session & (capacity - 1));
    }

    boolean isActive(long session) {
        return session >= oldest;
    }

    /** When it began; long ago, for one that has ended. */
    long startedAt(long session) {
        return isActive(session) ? startedAt[at(session)] : Long.MIN_VALUE / 2;
    }

    long lastUsedAt(long session) {
        return lastUsedAt[at(session)];
    }

    void used(long session, long now) {
        lastUsedAt[at(session)] = now;
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

    /** Time from which its connection carries requests; later than now while the browser falls back. */
    long usableAt(long session) {
        return usableAt[at(session)];
    }

    void usableAt(long session, long time) {
        usableAt[at(session)] = time;
    }

    int roundTripNanos(long session) {
        return roundTripNanos[at(session)];
    }

    /** Zone of the address it is connected to, or {@link #NO_ADDRESS}. */
    int address(long session) {
        return address[at(session)];
    }

    void address(long session, int zone) {
        address[at(session)] = (byte) zone;
    }

    /** Zone of the address that failed it last, or {@link #NO_ADDRESS}. */
    int avoided(long session) {
        return avoided[at(session)];
    }

    void avoided(long session, int zone) {
        avoided[at(session)] = (byte) zone;
    }

    /** Takes over another's state. */
    void copyFrom(SessionTable other) {
        capacity = other.capacity;
        startedAt = Copies.of(other.startedAt, startedAt);
        lastUsedAt = Copies.of(other.lastUsedAt, lastUsedAt);
        answeredAt = Copies.of(other.answeredAt, answeredAt);
        usableAt = Copies.of(other.usableAt, usableAt);
        answerLife = Copies.of(other.answerLife, answerLife);
        roundTripNanos = Copies.of(other.roundTripNanos, roundTripNanos);
        address = Copies.of(other.address, address);
        avoided = Copies.of(other.avoided, avoided);
        oldest = other.oldest;
        next = other.next;
    }
}
