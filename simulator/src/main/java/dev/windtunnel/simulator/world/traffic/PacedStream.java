package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.StagedRate;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Tournament;

/** Arrivals as a load generator paces them: one whenever the integral of the rate has grown by one. */
final class PacedStream implements ArrivalStream {

    private final StagedRate rate;
    private final long horizonNanos;
    private final long requestsKey;
    private long ordinal;
    private long next;

    PacedStream(StagedRate rate, long horizonNanos, long requestsKey) {
        this.rate = rate;
        this.horizonNanos = horizonNanos;
        this.requestsKey = requestsKey;
        next = time();
    }

    /** The first one at a half, so that counts of whole requests are rounded integrals. */
    private long time() {
        double nanos = rate.secondsUntil(ordinal + 0.5) * 1e9;
        return nanos < horizonNanos ? (long) nanos : Tournament.NEVER;
    }

    @Override
    public long nextTime() {
        return next;
    }

    @Override
    public long take() {
        long key = Keys.mix(requestsKey, ordinal);
        ordinal++;
        next = time();
        return key;
    }

    @Override
    public void copyFrom(ArrivalStream other) {
        PacedStream theirs = (PacedStream) other;
        ordinal = theirs.ordinal;
        next = theirs.next;
    }
}
