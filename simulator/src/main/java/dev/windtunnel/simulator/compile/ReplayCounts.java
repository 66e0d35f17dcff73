package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.trace.CountTrace;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Recorded counts, scaled so that the total is rounded once: each interval gets the difference of two rounded cumulative
 * sums. An interval longer than a second is dealt out to its seconds by a draw for each request, which keeps the interval's
 * count to the request.
 */
final class ReplayCounts implements CountsBySecond {

    private final long[] counts;
    private final int stepSeconds;
    private final long key;

    /** The interval that was asked for last. Replaced as a whole, since runs on several threads may share these counts. */
    private volatile Dealt latest = new Dealt(-1, new int[0]);

    /** An interval's requests by second. */
    private static final class Dealt {
        private final int interval;
        private final int[] bySecond;

        /** Takes the array, into which nobody writes any more. */
        Dealt(int interval, int[] bySecond) {
            this.interval = interval;
            this.bySecond = bySecond;
        }
    }

    /**
     * Of the part of a trace that begins at an instant.
     *
     * @param from start of one of the trace's intervals
     */
    ReplayCounts(CountTrace trace, Instant from, Duration duration, double scale, long key) {
        this.key = key;
        stepSeconds = (int) trace.step().toSeconds();
        int first = (int) (Duration.between(trace.start(), from).toSeconds() / stepSeconds);
        int intervals = (int) ((duration.toSeconds() + stepSeconds - 1) / stepSeconds);
        counts = new long[intervals];
        long recorded = 0;
        long given = 0;
        for (int i = 0; i < intervals; i++) {
            recorded += first + i < trace.size() ? Math.max(0, trace.count(first + i)) : 0;
            long due = Math.round(recorded * scale);
            counts[i] = due - given;
            given = due;
        }
    }

    @Override
    public double peakPerSecond() {
        return Arrays.stream(counts).max().orElse(0) / (double) stepSeconds;
    }

    @Override
    public int count(int second) {
        int interval = second / stepSeconds;
        if (interval >= counts.length) {
            return 0;
        }
        if (stepSeconds == 1) {
            return (int) counts[interval];
        }
        Dealt dealt = latest;
        if (dealt.interval != interval) {
            dealt = deal(interval);
            latest = dealt;
        }
        return dealt.bySecond[second - interval * stepSeconds];
    }

    private Dealt deal(int interval) {
        int[] bySecond = new int[stepSeconds];
        long intervalKey = Keys.mix(key, interval);
        for (long request = 0; request < counts[interval]; request++) {
            bySecond[Keys.below(stepSeconds, Keys.draw(intervalKey, request))]++;
        }
        return new Dealt(interval, bySecond);
    }
}
