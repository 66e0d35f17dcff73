package dev.windtunnel.model.trace;

import java.time.Duration;
import java.time.Instant;

/**
 * Recorded request counts per equal interval, in time order. An interval without a row in the record is {@link #MISSING}:
 * unknown, not zero.
 */
public final class CountTrace {

    /** The count of an interval that the record does not have. */
    public static final long MISSING = -1;

    private final String source;
    private final Instant start;
    private final Duration step;
    private final long[] counts;

    /**
     * Takes ownership of the counts.
     *
     * @param source the file as the user named it
     * @param start start of the first interval
     * @param step length of an interval, a whole number of seconds
     * @param counts requests per interval, or {@link #MISSING}
     * @throws IllegalArgumentException without intervals or with a step that is not whole seconds
     */
    public CountTrace(String source, Instant start, Duration step, long[] counts) {
        if (counts.length == 0) {
            throw new IllegalArgumentException("a trace has at least one interval");
        }
        if (step.isZero() || step.toNanos() % 1_000_000_000L != 0) {
            throw new IllegalArgumentException("the step of a trace is whole seconds, found " + step);
        }
        this.source = source;
        this.start = start;
        this.step = step;
        this.counts = counts;
    }

    /** The file as the user named it. */
    public String source() {
        return source;
    }

    /** Start of the first interval. */
    public Instant start() {
        return start;
    }

    /** End of the last interval. */
    public Instant end() {
        return start.plus(step.multipliedBy(counts.length));
    }

    /** Length of an interval. */
    public Duration step() {
        return step;
    }

    /** How many intervals. */
    public int size() {
        return counts.length;
    }

    /** Requests in the interval, or {@link #MISSING}. */
    public long count(int interval) {
        return counts[interval];
    }
}
