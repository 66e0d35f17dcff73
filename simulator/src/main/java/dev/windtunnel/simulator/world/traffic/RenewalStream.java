package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Tournament;

/** Arrivals with independent gaps, each drawn for its ordinal. */
final class RenewalStream implements ArrivalStream {

    private final QuantileTable gapNanos;
    private final long horizonNanos;
    private final long timesKey;
    private final long requestsKey;
    private long ordinal;

    /** Kept as a double, so that rounding gaps to nanoseconds does not change the rate. */
    private double next;

    RenewalStream(QuantileTable gapNanos, long horizonNanos, long timesKey, long requestsKey) {
        this.gapNanos = gapNanos;
        this.horizonNanos = horizonNanos;
        this.timesKey = timesKey;
        this.requestsKey = requestsKey;
        next = gap();
    }

    private double gap() {
        return gapNanos.sampleUpper(Keys.mix(timesKey, ordinal));
    }

    @Override
    public long nextTime() {
        return next < horizonNanos ? (long) next : Tournament.NEVER;
    }

    @Override
    public long take() {
        long key = Keys.mix(requestsKey, ordinal);
        ordinal++;
        next += gap();
        return key;
    }

    @Override
    public void copyFrom(ArrivalStream other) {
        RenewalStream theirs = (RenewalStream) other;
        ordinal = theirs.ordinal;
        next = theirs.next;
    }
}
