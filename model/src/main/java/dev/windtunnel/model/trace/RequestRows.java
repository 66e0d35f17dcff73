package dev.windtunnel.model.trace;

import java.util.Arrays;

/** Requests while they are read: two longs each, in pieces, to be sorted in place. */
final class RequestRows {

    /** Lower bits of a key that hold the endpoint; the rest holds nanoseconds, 52 days of them. */
    static final int ENDPOINT_BITS = 11;

    private static final int PIECE_BITS = 18;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int FEW = 24;
    private static final long MOST_BYTES = 0xFFFF_FFFFL - 1;

    private long[][] keys = new long[16][];
    private long[][] sizes = new long[16][];
    private int size;

    /** Adds a request; sizes may be {@link RequestLog#UNKNOWN}. */
    void add(long offsetNanos, int endpoint, long requestBytes, long responseBytes) {
        int piece = size >>> PIECE_BITS;
        if (piece == keys.length) {
            keys = Arrays.copyOf(keys, 2 * piece);
            sizes = Arrays.copyOf(sizes, 2 * piece);
        }
        if ((size & (PIECE - 1)) == 0) {
            keys[piece] = new long[PIECE];
            sizes[piece] = new long[PIECE];
        }
        int place = endpoint == RequestLog.UNMATCHED ? RequestLog.MOST_ENDPOINTS : endpoint;
        keys[piece][size & (PIECE - 1)] = offsetNanos << ENDPOINT_BITS | place;
        sizes[piece][size & (PIECE - 1)] =
                (Math.min(requestBytes, MOST_BYTES) + 1) << 32 | (Math.min(responseBytes, MOST_BYTES) + 1);
        size++;
    }

    int size() {
        return size;
    }

    long key(int row) {
        return keys[row >>> PIECE_BITS][row & (PIECE - 1)];
    }

    long sizes(int row) {
        return sizes[row >>> PIECE_BITS][row & (PIECE - 1)];
    }

    /**
     * Sorts by time, then by endpoint and sizes, so that the order of the lines has no influence. Exchange by bits from the
     * top: in place, at most 127 levels deep whatever the rows are, and quick where they are sorted already.
     */
    void sort() {
        sort(0, size, 62);
    }

    private void sort(int from, int to, int topBit) {
        int bit = topBit;
        int begin = from;
        while (to - begin > FEW && bit >= -64) {
            int split = partition(begin, to, bit);
            bit--;
            sort(begin, split, bit);
            begin = split;
        }
        insert(begin, to);
    }

    /** Rows whose bit is 0 come first; bits below 0 are those of the sizes. */
    private int partition(int from, int to, int bit) {
        int left = from;
        int right = to;
        while (true) {
            while (left < right && !hasBit(left, bit)) {
                left++;
            }
            while (left < right && hasBit(right - 1, bit)) {
                right--;
            }
            if (left >= right) {
                return left;
            }
            swap(left, right - 1);
        }
    }

    private boolean hasBit(int row, int bit) {
        return bit >= 0 ? (key(row) >>> bit & 1) != 0 : (sizes(row) >>> (64 + bit) & 1) != 0;
    }

    private void insert(int from, int to) {
        for (int row = from + 1; row < to; row++) {
            for (int hole = row; hole > from && isAfter(hole - 1, hole); hole--) {
                swap(hole - 1, hole);
            }
        }
    }

    private boolean isAfter(int one, int other) {
        int byKey = Long.compare(key(one), key(other));
        return byKey != 0 ? byKey > 0 : Long.compareUnsigned(sizes(one), sizes(other)) > 0;
    }

    private void swap(int one, int other) {
        long key = key(one);
        long size = sizes(one);
        set(one, key(other), sizes(other));
        set(other, key, size);
    }

    private void set(int row, long key, long size) {
        keys[row >>> PIECE_BITS][row & (PIECE - 1)] = key;
        sizes[row >>> PIECE_BITS][row & (PIECE - 1)] = size;
    }
}
