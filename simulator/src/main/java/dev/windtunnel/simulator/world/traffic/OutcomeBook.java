package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.SparseHistogram;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the requests: by minute of intended arrival, view, endpoint, cause and latency. Minutes close when no
 * request of them can still end.
 */
final class OutcomeBook {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final int endpoints;
    private final boolean keepsMinutes;
    private final OpenMinute[] open;
    private final List<MinuteOutcome> closed = new ArrayList<>();
    private final EndpointTotals[] totals;
    private final LatencyHistogram scratch = new LatencyHistogram();
    private int firstOpen;

    /** The page that was asked for last: nearly always the one that is asked for next. */
    private OpenMinute latest;

    private long latestFrom = Long.MIN_VALUE;
    private long latestUntil;

    /**
     * A book.
     *
     * @param longestNanos most time from a request's intended arrival to its outcome
     * @param keepsMinutes whether minutes are told apart and kept; if not, everything is written on one page that nobody reads
     */
    OutcomeBook(int endpoints, long longestNanos, boolean keepsMinutes) {
        this.endpoints = endpoints;
        this.keepsMinutes = keepsMinutes;
        open = new OpenMinute[keepsMinutes ? (int) (longestNanos / MINUTE_NANOS) + 3 : 1];
        for (int i = 0; i < open.length; i++) {
            open[i] = new OpenMinute(endpoints);
        }
        latest = open[0];
        latestUntil = keepsMinutes ? Long.MIN_VALUE : Long.MAX_VALUE;
        totals = new EndpointTotals[endpoints];
        for (int endpoint = 0; endpoint < endpoints; endpoint++) {
            totals[endpoint] = new EndpointTotals();
        }
    }

    /** The open minute of an intended arrival. */
    OpenMinute at(long intended) {
        if (intended >= latestFrom && intended < latestUntil) {
            return latest;
        }
        int minute = (int) (intended / MINUTE_NANOS);
        OpenMinute page = open[minute % open.length];
        if (page.minute != minute) {
            turnTo(minute, page);
        }
        latestFrom = minute * MINUTE_NANOS;
        latestUntil = latestFrom + MINUTE_NANOS;
        latest = page;
        return page;
    }

    private void turnTo(int minute, OpenMinute page) {
        while (firstOpen <= minute - open.length) {
            close(firstOpen++);
        }
        page.reset(minute);
    }

    /** Closes all minutes before the given one; minutes without requests are there, with nothing in them. */
    void closeBefore(int minute) {
        while (keepsMinutes && firstOpen < minute) {
            close(firstOpen++);
        }
    }

    private void close(int minute) {
        OpenMinute page = open[minute % open.length];
        if (page.minute != minute) {
            page.reset(minute);
        }
        long arrived = 0;
        for (int endpoint = 0; endpoint < endpoints; endpoint++) {
            arrived += page.arrivedAt(endpoint);
            totals[endpoint].add(page, endpoint);
        }
        closed.add(new MinuteOutcome(
                minute, arrived, view(page, OpenMinute.CLIENT), view(page, OpenMinute.LOAD_BALANCER)));
        page.minute = -1;
        latestFrom = Long.MIN_VALUE;
        latestUntil = Long.MIN_VALUE;
    }

    private ViewOutcome view(OpenMinute page, int view) {
        Map<Cause, Long> failed = new EnumMap<>(Cause.class);
        Map<Cause, SparseHistogram> latency = new EnumMap<>(Cause.class);
        Map<Integer, Long> statuses = new TreeMap<>();
        long counted = 0;
        for (Cause cause : Cause.values()) {
            long failures = 0;
            long successes = 0;
            scratch.clear();
            for (int endpoint = 0; endpoint < endpoints; endpoint++) {
                failures += page.failures(view, endpoint, cause.code());
                successes += page.successes(view, endpoint, cause.code());
                page.addLatencies(view, endpoint, cause.code(), scratch);
            }
            if (failures > 0) {
                failed.put(cause, failures);
            }
            if (successes > 0) {
                latency.put(cause, SparseHistogram.of(scratch));
            }
            counted += failures + successes;
        }
        for (int i = 0; i < OpenMinute.STATUSES.length; i++) {
            long count = 0;
            for (int endpoint = 0; endpoint < endpoints; endpoint++) {
                count += page.statuses(view, endpoint, i);
            }
            if (count > 0) {
                statuses.put(OpenMinute.STATUSES[i], count);
            }
        }
        return new ViewOutcome(counted, failed, latency, statuses);
    }

    /** The closed minutes, in order. */
    List<MinuteOutcome> minutes() {
        return closed;
    }

    /** An endpoint over all closed minutes. */
    EndpointTotals totals(int endpoint) {
        return totals[endpoint];
    }

    /** Takes over another's counts. */
    void copyFrom(OutcomeBook other) {
        for (int i = 0; i < open.length; i++) {
            open[i].copyFrom(other.open[i]);
            if (other.latest == other.open[i]) {
                latest = open[i];
            }
        }
        closed.clear();
        closed.addAll(other.closed);
        for (int endpoint = 0; endpoint < endpoints; endpoint++) {
            totals[endpoint].copyFrom(other.totals[endpoint]);
        }
        firstOpen = other.firstOpen;
        latestFrom = other.latestFrom;
        latestUntil = other.latestUntil;
    }

    /** Sums over minutes, for one endpoint. */
    static final class EndpointTotals {
        private final long[][] failures = new long[2][OpenMinute.CAUSES];
        private final long[][] statuses = new long[2][OpenMinute.STATUSES.length];
        private final @Nullable LatencyHistogram[][] latencies = new LatencyHistogram[2][OpenMinute.CAUSES];
        private long arrived;

        private void add(OpenMinute page, int endpoint) {
            arrived += page.arrivedAt(endpoint);
            for (int view = 0; view < 2; view++) {
                for (int cause = 0; cause < OpenMinute.CAUSES; cause++) {
                    failures[view][cause] += page.failures(view, endpoint, cause);
                    if (page.successes(view, endpoint, cause) > 0) {
                        LatencyHistogram histogram = latencies[view][cause];
                        if (histogram == null) {
                            histogram = new LatencyHistogram();
                            latencies[view][cause] = histogram;
                        }
                        page.addLatencies(view, endpoint, cause, histogram);
                    }
                }
                for (int i = 0; i < OpenMinute.STATUSES.length; i++) {
                    statuses[view][i] += page.statuses(view, endpoint, i);
                }
            }
        }

        private void copyFrom(EndpointTotals other) {
            for (int view = 0; view < 2; view++) {
                System.arraycopy(other.failures[view], 0, failures[view], 0, OpenMinute.CAUSES);
                System.arraycopy(other.statuses[view], 0, statuses[view], 0, OpenMinute.STATUSES.length);
                for (int cause = 0; cause < OpenMinute.CAUSES; cause++) {
                    LatencyHistogram theirs = other.latencies[view][cause];
                    LatencyHistogram mine = theirs == null ? null : new LatencyHistogram();
                    if (theirs != null && mine != null) {
                        mine.copyFrom(theirs);
                    }
                    latencies[view][cause] = mine;
                }
            }
            arrived = other.arrived;
        }

        long arrived() {
            return arrived;
        }

        ViewOutcome view(int view) {
            Map<Cause, Long> failed = new EnumMap<>(Cause.class);
            Map<Cause, SparseHistogram> latency = new EnumMap<>(Cause.class);
            Map<Integer, Long> byStatus = new TreeMap<>();
            long counted = 0;
            for (Cause cause : Cause.values()) {
                long failures = this.failures[view][cause.code()];
                if (failures > 0) {
                    failed.put(cause, failures);
                }
                LatencyHistogram histogram = latencies[view][cause.code()];
                if (histogram != null) {
                    latency.put(cause, SparseHistogram.of(histogram));
                    counted += histogram.total();
                }
                counted += failures;
            }
            for (int i = 0; i < OpenMinute.STATUSES.length; i++) {
                if (statuses[view][i] > 0) {
                    byStatus.put(OpenMinute.STATUSES[i], statuses[view][i]);
                }
            }
            return new ViewOutcome(counted, failed, latency, byStatus);
        }
    }
}
