package dev.windtunnel.simulator.verdict;

import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.Limits;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The limit that came closest to its end, and how much more traffic it would have carried.
 *
 * <p>A limit that is in use all the time carries what it can, which says nothing about what it was asked for: there its peak is
 * the work offered to it, where that is known. A limit that is held while others are waited for, such as a worker, gives way
 * to one of these that was in use all of the same minute.
 *
 * @param limit its name: the label {@code limit} of its {@code utilization} series
 * @param peak highest utilization, 0..1 and above where more was asked for than there was
 * @param minute in which the peak fell; the first of equals
 * @param arrivalRate requests per second that set out in that minute
 */
public record FirstLimit(String limit, double peak, int minute, double arrivalRate) {

    /** Metric of the series that are compared. */
    public static final String METRIC = "utilization";

    private static final String OFFERED = "traffic.intensity";

    private static final long MINUTE_NANOS = 60_000_000_000L;

    /**
     * The limit with the highest peak apart from faults, the first of equals: what growth meets first. What a fault drives
     * to its end says nothing about growth, see {@link #duringFaults}. Null if no limit was ever used.
     */
    public static @Nullable FirstLimit of(RunResult result) {
        FirstLimit apart = highest(result, offered(result), minute -> !isInFault(result, minute));
        return apart == null ? highest(result, offered(result), minute -> true) : apart;
    }

    /**
     * The limit with the highest peak while a fault lasted; null if there was none. Only use counts: what is offered to a
     * station says nothing where a fault keeps it from working.
     */
    public static @Nullable FirstLimit duringFaults(RunResult result) {
        return highest(result, new TreeMap<>(), minute -> isInFault(result, minute));
    }

    private static boolean isInFault(RunResult result, int minute) {
        long from = minute * MINUTE_NANOS;
        return result.faults().stream()
                .anyMatch(fault -> fault.startNanos() < from + MINUTE_NANOS && recordEndNanos(fault) > from);
    }

    /** The harm of a fault may outlast it, so its record counts. */
    private static long recordEndNanos(FaultWindow fault) {
        long recordEnd = (fault.firstSecond() + fault.arrived().size()) * 1_000_000_000L;
        return Math.max(fault.endNanos(), recordEnd);
    }

    private static Map<String, Series> offered(RunResult result) {
        return result.series().stream()
                .filter(series -> series.metric().equals(OFFERED))
                .collect(Collectors.toMap(FirstLimit::name, series -> series, (one, other) -> one, TreeMap::new));
    }

    private static @Nullable FirstLimit highest(RunResult result, Map<String, Series> offered, IntPredicate isMeant) {
        FirstLimit first = null;
        for (Series series : result.series()) {
            if (!series.metric().equals(METRIC)) {
                continue;
            }
            Series its = offered.get(name(series));
            for (int minute = 0; minute < series.values().size(); minute++) {
                double value = asked(series, its, minute);
                if (isMeant.test(minute) && value > (first == null ? 0 : first.peak())) {
                    first = new FirstLimit(name(series), value, minute, arrivalRate(result, minute));
                }
            }
        }
        return first == null ? null : first.behind(result, offered);
    }

    private static String name(Series series) {
        return series.labels().getOrDefault("limit", METRIC);
    }

    private static double asked(Series series, @Nullable Series offered, int minute) {
        double used = series.values().get(minute);
        if (used < Limits.IN_USE
                || offered == null
                || minute >= offered.values().size()) {
            return used;
        }
        return Math.max(used, offered.values().get(minute));
    }

    /** What was waited for while this limit was held, if that was in use all the time: the innermost such limit, or this. */
    private FirstLimit behind(RunResult result, Map<String, Series> offered) {
        FirstLimit innermost = this;
        for (Series series : result.series()) {
            boolean isFull = series.metric().equals(METRIC)
                    && minute < series.values().size()
                    && series.values().get(minute) >= Limits.IN_USE;
            if (peak >= Limits.IN_USE && isFull) {
                double value = asked(series, offered.get(name(series)), minute);
                int held = Limits.heldBefore(name(series)) - Limits.heldBefore(innermost.limit);
                if (held < 0 || (held == 0 && value > innermost.peak)) {
                    innermost = new FirstLimit(name(series), value, minute, arrivalRate);
                }
            }
        }
        return innermost;
    }

    /** Requests per second that set out in a minute; the last minute may be a short one. */
    public static double arrivalRate(RunResult result, int minute) {
        if (minute >= result.minutes().size()) {
            return 0;
        }
        MinuteOutcome outcome = result.minutes().get(minute);
        long nanos = Math.min(MINUTE_NANOS, result.axis().duration().toNanos() - minute * MINUTE_NANOS);
        return outcome.arrived() * 1e9 / nanos;
    }

    /**
     * Further requests per second until the limit is reached, if its use grows with the traffic: arrival rate x (1 / peak -
     * 1). Negative where the limit was exceeded.
     */
    public double headroom() {
        return arrivalRate * (1 / peak - 1);
    }
}
