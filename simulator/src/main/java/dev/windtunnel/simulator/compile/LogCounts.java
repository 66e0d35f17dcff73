package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.trace.RequestLog;
import dev.windtunnel.simulator.kernel.CountsBySecond;

/** How many logged requests are played in each second. */
final class LogCounts implements CountsBySecond {

    private static final long SECOND = 1_000_000_000L;

    private final RequestLog log;
    private final LogCopies copies;
    private final double peak;

    LogCounts(RequestLog log, LogCopies copies) {
        this.log = log;
        this.copies = copies;
        peak = peak();
    }

    private double peak() {
        long most = 0;
        long played = 0;
        long second = -1;
        for (int request = 0; request < log.size(); request++) {
            long current = log.offsetNanos(request) / SECOND;
            played = (current == second ? played : 0) + copies.of(request);
            second = current;
            most = Math.max(most, played);
        }
        return most;
    }

    @Override
    public double peakPerSecond() {
        return peak;
    }

    @Override
    public int count(int second) {
        int count = 0;
        int end = log.firstAt((second + 1) * SECOND);
        for (int request = log.firstAt(second * SECOND); request < end; request++) {
            count += copies.of(request);
        }
        return count;
    }
}
