package dev.windtunnel.simulator.kernel;

import java.util.Arrays;

/**
 * Events at arbitrary times, in order of (time, ordinal of insertion): a 4-ary heap over parallel arrays. An event is data:
 * a kind, two ints and a long. For what comes seldom, or at times that no ring can keep in order.
 */
public final class EventCalendar {

    private long[] times = new long[64];
    private long[] ordinals = new long[64];
    private long[] codes = new long[64];
    private long[] payloads = new long[64];
    private int count;
    private long nextOrdinal;

    /** Adds an event. */
    public void add(long time, int kind, int subject, long payload) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            ordinals = Arrays.copyOf(ordinals, 2 * count);
            codes = Arrays.copyOf(codes, 2 * count);
            payloads = Arrays.copyOf(payloads, 2 * count);
        }
        int hole = count++;
        long ordinal = nextOrdinal++;
        while (hole > 0) {
            int parent = (hole - 1) >> 2;
            // The new ordinal is the largest, so equal times keep their order.
            if (times[parent] <= time) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        times[hole] = time;
        ordinals[hole] = ordinal;
        codes[hole] = (long) kind << 32 | (subject & 0xFFFFFFFFL);
        payloads[hole] = payload;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        ordinals[to] = ordinals[from];
        codes[to] = codes[from];
        payloads[to] = payloads[from];
    }

    /** How many events wait. */
    public int size() {
        return count;
    }

    /** Time of the first event, or {@link Tournament#NEVER}. */
    public long headTime() {
        return count == 0 ? Tournament.NEVER : times[0];
    }

    /** Kind of the first event. */
    public int headKind() {
        return (int) (codes[0] >> 32);
    }

    /** Subject of the first event. */
    public int headSubject() {
        return (int) codes[0];
    }

    /** Payload of the first event. */
    public long headPayload() {
        return payloads[0];
    }

    /** Removes the first event; there must be one. */
    public void removeHead() {
        int last = --count;
        if (last == 0) {
            return;
        }
        int hole = 0;
        while (true) {
            int child = 4 * hole + 1;
            if (child >= last) {
                break;
            }
            int best = child;
            int end = Math.min(child + 4, last);
            for (int other = child + 1; other < end; other++) {
                if (isBefore(other, best)) {
                    best = other;
                }
            }
            if (!isBefore(best, last)) {
                break;
            }
            move(best, hole);
            hole = best;
        }
        move(last, hole);
    }

    private boolean isBefore(int a, int b) {
        return times[a] < times[b] || (times[a] == times[b] && ordinals[a] < ordinals[b]);
    }

    /** Takes over another's state. */
    public void copyFrom(EventCalendar other) {
        times = Copies.of(other.times, times);
        ordinals = Copies.of(other.ordinals, ordinals);
        codes = Copies.of(other.codes, codes);
        payloads = Copies.of(other.payloads, payloads);
        count = other.count;
        nextOrdinal = other.nextOrdinal;
    }
}
