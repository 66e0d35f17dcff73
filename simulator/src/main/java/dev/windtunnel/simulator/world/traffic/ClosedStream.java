package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.kernel.EventCalendar;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Tournament;

/** A fixed number of users who ask, wait for the answer, think, and ask again. */
final class ClosedStream implements ArrivalStream {

    private final QuantileTable thinkNanos;
    private final long horizonNanos;
    private final long timesKey;
    private final long requestsKey;
    private final EventCalendar thinking = new EventCalendar();

    /** How often each user has asked. */
    private final long[] turns;

    private int user = NOBODY;

    ClosedStream(Arrivals.Closed closed, long horizonNanos, long timesKey, long requestsKey) {
        thinkNanos = closed.thinkNanos();
        this.horizonNanos = horizonNanos;
        this.timesKey = timesKey;
        this.requestsKey = requestsKey;
        turns = new long[closed.users()];
        for (int each = 0; each < turns.length; each++) {
            think(each, 0);
        }
    }

    private void think(int who, long from) {
        long bits = Keys.mix(Keys.mix(timesKey, who), turns[who]);
        thinking.add(from + (long) thinkNanos.sampleUpper(bits), 0, who, 0);
    }

    @Override
    public long nextTime() {
        long time = thinking.headTime();
        return time < horizonNanos ? time : Tournament.NEVER;
    }

    @Override
    public long take() {
        user = thinking.headSubject();
        thinking.removeHead();
        return Keys.mix(Keys.mix(requestsKey, user), turns[user]++);
    }

    @Override
    public int users() {
        return turns.length;
    }

    @Override
    public int user() {
        return user;
    }

    @Override
    public void ended(int who, boolean isGood, long endNanos) {
        think(who, endNanos);
    }

    @Override
    public void copyFrom(ArrivalStream other) {
        ClosedStream theirs = (ClosedStream) other;
        thinking.copyFrom(theirs.thinking);
        System.arraycopy(theirs.turns, 0, turns, 0, turns.length);
        user = theirs.user;
    }
}
