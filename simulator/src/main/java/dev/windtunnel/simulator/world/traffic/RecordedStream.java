package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.model.trace.RequestLog;
import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.LogCopies;
import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Tournament;
import java.util.Arrays;

/** Logged requests and their copies, one second at a time: the memory taken is that of the busiest second. */
final class RecordedStream implements ArrivalStream {

    private static final long SECOND = 1_000_000_000L;

    /** Lower bits of an entry hold a request's place in its second, the upper ones its nanoseconds into it. */
    private static final int PLACE_BITS = 33;

    private final RequestLog log;
    private final int[] endpoints;
    private final LogCopies copies;
    private final long horizonNanos;
    private final long requestsKey;
    private long[] entries = new long[64];
    private int count;
    private int ordinal;
    private long second = -1;
    private long secondKey;
    private int firstRequest;
    private int nextRequest;

    RecordedStream(Arrivals.Recorded recorded, long horizonNanos, long requestsKey) {
        log = recorded.log();
        endpoints = recorded.endpoints().stream().mapToInt(Integer::intValue).toArray();
        copies = recorded.copies();
        this.horizonNanos = horizonNanos;
        this.requestsKey = requestsKey;
    }

    @Override
    public long nextTime() {
        while (ordinal == count) {
            if (nextRequest == log.size()) {
                return Tournament.NEVER;
            }
            generate();
        }
        long time = second * SECOND + (entries[ordinal] >>> PLACE_BITS);
        return time < horizonNanos ? time : Tournament.NEVER;
    }

    /** The next second that has a request in the log. */
    private void generate() {
        ordinal = 0;
        count = 0;
        firstRequest = nextRequest;
        second = log.offsetNanos(firstRequest) / SECOND;
        secondKey = Keys.mix(requestsKey, second);
        while (nextRequest < log.size() && log.offsetNanos(nextRequest) / SECOND == second) {
            int times = copies.of(nextRequest);
            for (int copy = 0; copy < times; copy++) {
                long offset = copy == 0
                        ? log.offsetNanos(nextRequest) - second * SECOND
                        : copies.offsetNanos(nextRequest, copy);
                add((offset << PLACE_BITS) | (nextRequest - firstRequest));
            }
            nextRequest++;
        }
        if (!copies.isOne()) {
            Arrays.sort(entries, 0, count);
        }
    }

    private void add(long entry) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, 2 * count);
        }
        entries[count++] = entry;
    }

    private int request() {
        return firstRequest + (int) (entries[ordinal] & ((1L << PLACE_BITS) - 1));
    }

    @Override
    public int endpoint() {
        int place = log.endpoint(request());
        return place == RequestLog.UNMATCHED ? ANY_ENDPOINT : endpoints[place];
    }

    @Override
    public long sizes() {
        return log.packedSizes(request());
    }

    @Override
    public long take() {
        return Keys.draw(secondKey, ordinal++);
    }

    @Override
    public long keyAhead() {
        return Keys.draw(secondKey, ordinal);
    }

    @Override
    public void copyFrom(ArrivalStream other) {
        RecordedStream theirs = (RecordedStream) other;
        entries = Copies.of(theirs.entries, entries);
        count = theirs.count;
        ordinal = theirs.ordinal;
        second = theirs.second;
        secondKey = theirs.secondKey;
        firstRequest = theirs.firstRequest;
        nextRequest = theirs.nextRequest;
    }
}
