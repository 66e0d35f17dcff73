package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledCapacity.Limit;

/**
 * A first-come-first-served server of known speed with a bucket of burst, such as the I/O of a database: when work that
 * arrives now will be done is known at once (Lindley's recursion), so it costs no events.
 *
 * <p>While the bucket lasts it works at the lower of the volume's rate and the class's burst rate; then at the class's
 * sustained rate. Each unit of work takes a token, and the sustained rate gives them back. Rates are units per nanosecond.
 */
final class RateServer {

    private static final double NANOS = 1e9;

    private final double sustained;
    private final double burst;
    private final double most;
    private double peak;
    private double tokens;
    private double freeAt;
    private double done;

    RateServer(Limit limit) {
        sustained = limit.sustained() / NANOS;
        burst = limit.burst() / NANOS;
        most = limit.bucket();
        tokens = most;
        volume(limit.volume());
    }

    /** The volume carries another rate per second from now on. */
    void volume(double perSecond) {
        peak = Math.min(perSecond / NANOS, burst);
    }

    /** Work arrives; times of calls do not fall. Returns when it is done. */
    long serve(double amount, long now) {
        if (now > freeAt) {
            tokens = Math.min(most, tokens + sustained * (now - freeAt));
            freeAt = now;
        }
        done += amount;
        double drain = peak - sustained;
        double atPeak = amount / peak;
        if (drain <= 0) {
            freeAt += atPeak;
            tokens = Math.min(most, tokens - drain * atPeak);
        } else if (drain * atPeak <= tokens) {
            freeAt += atPeak;
            tokens -= drain * atPeak;
        } else {
            double bursting = tokens / drain;
            freeAt += bursting + (amount - bursting * peak) / sustained;
            tokens = 0;
        }
        return (long) Math.ceil(freeAt);
    }

    /** Work that has arrived so far, units. */
    double arrived() {
        return done;
    }

    /** What it serves per second at most, as long as the bucket lasts. */
    double peakPerSecond() {
        return peak * NANOS;
    }

    /** What waits is forgotten; the tokens are left. */
    void reset(long now) {
        freeAt = Math.min(freeAt, (double) now);
    }

    /** Takes over another's state. */
    void copyFrom(RateServer other) {
        peak = other.peak;
        tokens = other.tokens;
        freeAt = other.freeAt;
        done = other.done;
    }
}
