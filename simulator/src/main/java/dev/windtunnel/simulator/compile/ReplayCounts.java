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
    private final int[] dealt;
    private int dealtInterval = -1;

    /**
     * Of the part of a trace that begins at an instant.
     *
     * @param from start of one of the trace's intervals
     */
    ReplayCounts(CountTrace trace, Instant from, Duration duration, double scale, long key) {
        this.key = key;
        stepSeconds = (int) trace.step().toSeconds();
        dealt = new int[stepSeconds];
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
        if (interval != dealtInterval) {
            deal(interval);
        }
        return dealt[second - interval * stepSeconds];
    }

    private void deal(int interval) {
        Arrays.fill(dealt, 0);
        long intervalKey = Keys.mix(key, interval);
        for (long request = 0; request < counts[interval]; request++) {
            dealt[Keys.below(stepSeconds, Keys.draw(intervalKey, request))]++;
        }
        dealtInterval = interval;
    }
}
