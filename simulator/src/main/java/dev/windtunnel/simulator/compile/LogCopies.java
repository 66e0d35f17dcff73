package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.Keys;

/**
 * How often each logged request is played: the whole part of the scale, and once more with the chance of its fraction, by a
 * draw that belongs to the request. Below 1 this thins the log at random; taking every other request instead would follow
 * its rhythm of pages and their calls.
 *
 * <p>The first copy keeps the logged instant, the others are played at instants of the same second that are drawn for them.
 */
public final class LogCopies {

    /** Draws of the instants of a request's copies begin here, the draw of their number is 0. */
    private static final int FIRST_COPY = 1;

    private final int whole;
    private final double fraction;
    private final long key;

    /**
     * @param scale copies of a request on average
     * @param key of the draws
     */
    LogCopies(double scale, long key) {
        whole = (int) scale;
        fraction = scale - whole;
        this.key = key;
    }

    /** Copies of the request at a place in the log. */
    public int of(int request) {
        boolean isOneMore = fraction > 0 && Keys.unit(Keys.draw(Keys.mix(key, request), 0)) < fraction;
        return isOneMore ? whole + 1 : whole;
    }

    /** Nanoseconds into the second of a copy other than the first. */
    public int offsetNanos(int request, int copy) {
        return Keys.below(1_000_000_000, Keys.draw(Keys.mix(key, request), FIRST_COPY + (long) copy));
    }

    /** Whether every request is played once, at its instant. */
    public boolean isOne() {
        return whole == 1 && fraction == 0;
    }
}
