package dev.windtunnel.simulator.world.traffic;

/**
 * Adds up the squares of the numbers of requests that arrive in each second: with their sum, all that the variance of those
 * numbers needs.
 */
final class ArrivalSquares {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private long secondEnds = SECOND_NANOS;
    private long inSecond;
    private long squares;

    /** A request arrives; times rise. */
    void arrived(long now) {
        if (now >= secondEnds) {
            squares += inSecond * inSecond;
            inSecond = 0;
            secondEnds = (now / SECOND_NANOS + 1) * SECOND_NANOS;
        }
        inSecond++;
    }

    /** The sum so far, the second under way included. Changes nothing. */
    long sum() {
        return squares + inSecond * inSecond;
    }

    /** Takes over another's state. */
    void copyFrom(ArrivalSquares other) {
        secondEnds = other.secondEnds;
        inSecond = other.inSecond;
        squares = other.squares;
    }
}
