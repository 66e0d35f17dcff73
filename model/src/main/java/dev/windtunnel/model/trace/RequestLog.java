package dev.windtunnel.model.trace;

import java.time.Instant;
import java.util.List;

/**
 * Recorded requests of a window, each with its instant, endpoint and sizes, in order of time. Two longs a request: 16 bytes,
 * so 50 million requests are 800 MB, in pieces that are never copied.
 */
public final class RequestLog {

    /** A request of no endpoint that is known. */
    public static final int UNMATCHED = -1;

    /** A size that the log does not tell. */
    public static final long UNKNOWN = -1;

    /** Most endpoints: they share a long with the instant. */
    public static final int MOST_ENDPOINTS = (1 << RequestRows.ENDPOINT_BITS) - 1;

    private final Instant start;
    private final List<String> endpoints;
    private final RequestRows rows;
    private final LinesRead linesRead;

    /** Takes ownership of the rows, which are sorted. */
    RequestLog(Instant start, List<String> endpoints, RequestRows rows, LinesRead linesRead) {
        this.start = start;
        this.endpoints = List.copyOf(endpoints);
        this.rows = rows;
        this.linesRead = linesRead;
    }

    /** Start of the window. */
    public Instant start() {
        return start;
    }

    /** Names of the endpoints, sorted. */
    public List<String> endpoints() {
        return endpoints;
    }

    /** How many requests. */
    public int size() {
        return rows.size();
    }

    /** Nanoseconds from the start of the window to the arrival of a request. */
    public long offsetNanos(int request) {
        return rows.key(request) >>> RequestRows.ENDPOINT_BITS;
    }

    /** Place of the request's endpoint in {@link #endpoints}, or {@link #UNMATCHED}. */
    public int endpoint(int request) {
        int place = (int) (rows.key(request) & MOST_ENDPOINTS);
        return place == MOST_ENDPOINTS ? UNMATCHED : place;
    }

    /** Bytes of the request, or {@link #UNKNOWN}; at most 4 GiB - 2. */
    public long requestBytes(int request) {
        return (rows.sizes(request) >>> 32) - 1;
    }

    /** Bytes of the response, or {@link #UNKNOWN}; at most 4 GiB - 2. */
    public long responseBytes(int request) {
        return (rows.sizes(request) & 0xFFFF_FFFFL) - 1;
    }

    /** Both sizes, each plus one in 32 bits, the request's in the upper half; 0 is unknown. */
    public long packedSizes(int request) {
        return rows.sizes(request);
    }

    /** The first request that arrives at or after an instant of the window; the size of the log if there is none. */
    public int firstAt(long offsetNanos) {
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (offsetNanos(middle) < offsetNanos) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** What became of the lines. */
    public LinesRead linesRead() {
        return linesRead;
    }
}
