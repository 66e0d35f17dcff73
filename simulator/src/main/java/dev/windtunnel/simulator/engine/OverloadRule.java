package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.result.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * When a station has no steady state. A queue has one if, and only if, less work is offered than can be done: rho below 1. A
 * minute's measure of rho is noisy, a busy minute is none, and a queue that drains after a peak is not overloaded, so that
 * minutes are judged together: a span of 5, 10, 20, 40 ... minutes is overloaded if
 *
 * <ul>
 *   <li>work offered over work that can be done was 0.98 or more in its mean, and above 0.95 by more than 3.5 standard errors
 *       of so many Poisson arrivals, 1 / sqrt(n): at rho 0.95 fewer than one span in a thousand is called overloaded, at rho 1
 *       and some thousand arrivals nearly all are;
 *   <li>and the station was in use for 97 % of it: what others hold back never came.
 * </ul>
 *
 * <p>What all overloaded spans cover, less quiet minutes at its ends, is told if 5 minutes are left. Shorter overloads are
 * peaks, which queues are for. The numbers are this rule's own; the condition is that of any work-conserving queue (Asmussen, Applied Probability and
 * Queues, section X.1).
 */
final class OverloadRule {

    private static final int SHORTEST = 5;
    private static final double OFFERED = 0.98;
    private static final double CERTAINLY_BELOW = 0.95;
    private static final double STANDARD_ERRORS = 3.5;
    private static final double IN_USE = Limits.IN_USE;
    private static final double QUIET = 0.9;

    private OverloadRule() {}

    /** Minutes from one until, and without, another. */
    record Span(int from, int until) {}

    /**
     * The overloaded spans of a station, in order, none touching another.
     *
     * @param offered work offered over work that can be done, by minute
     * @param inUse share of the station in use, by minute
     * @param arrivals that brought the work, by minute
     * @param excess by which more must be offered; 0 for arrivals that do not mind who waits
     */
    static List<Span> find(double[] offered, double[] inUse, long[] arrivals, double excess) {
        boolean[] isOverloaded = new boolean[offered.length];
        for (int length = SHORTEST; length <= offered.length; length *= 2) {
            mark(length, offered, inUse, arrivals, excess, isOverloaded);
        }
        List<Span> spans = new ArrayList<>();
        int minute = 0;
        while (minute < offered.length) {
            int from = minute;
            while (minute < offered.length && isOverloaded[minute]) {
                minute++;
            }
            Span span = trimmed(from, minute, offered);
            if (span.until() - span.from() >= SHORTEST) {
                spans.add(span);
            }
            minute++;
        }
        return spans;
    }

    private static void mark(
            int length, double[] offered, double[] inUse, long[] arrivals, double excess, boolean[] isOverloaded) {
        double work = 0;
        double use = 0;
        long count = 0;
        for (int minute = 0; minute < offered.length; minute++) {
            work += offered[minute];
            use += inUse[minute];
            count += arrivals[minute];
            int from = minute - length + 1;
            if (from >= 0) {
                double noise = STANDARD_ERRORS / Math.sqrt((double) Math.max(1, count));
                boolean isOffered = work / length >= excess + Math.max(OFFERED, CERTAINLY_BELOW + noise);
                for (int at = from; isOffered && use / length >= IN_USE && at <= minute; at++) {
                    isOverloaded[at] = true;
                }
                work -= offered[from];
                use -= inUse[from];
                count -= arrivals[from];
            }
        }
    }

    private static Span trimmed(int from, int until, double[] offered) {
        int first = from;
        int end = until;
        while (first < end && offered[first] < QUIET) {
            first++;
        }
        while (end > first && offered[end - 1] < QUIET) {
            end--;
        }
        return new Span(first, end);
    }
}
