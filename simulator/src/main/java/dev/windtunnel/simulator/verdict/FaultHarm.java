package dev.windtunnel.simulator.verdict;

import dev.windtunnel.model.unit.Share;
import dev.windtunnel.simulator.result.FaultWindow;
import java.util.List;
import java.util.OptionalInt;

/**
 * What one fault did to users, by its second-by-second record.
 *
 * @param objective share of requests that must succeed; what "inside" means
 * @param failed requests that set out at or after the fault's start, within the record, and failed
 * @param failedShareFirst10Seconds of the requests that set out in the first 10 seconds, 0..1; 0 if there were none
 * @param firstHarm seconds after the fault's start of the first second outside the objective; -1 if there was none
 * @param lastHarm seconds after the fault's start of the last second outside it, before it was back; -1 if there was none
 * @param back seconds after the fault's start from which on it was back inside; -1 if not within the record
 */
public record FaultHarm(
        FaultWindow fault,
        Share objective,
        long failed,
        double failedShareFirst10Seconds,
        int firstHarm,
        int lastHarm,
        int back) {

    /** Seconds over which the error ratio is taken to call a service recovered. */
    static final int WINDOW_SECONDS = 60;

    private static final int FIRST_SECONDS = 10;
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** Judges one fault. */
    static FaultHarm of(FaultWindow fault, Share objective) {
        int start = startIndex(fault);
        int back = back(fault, objective);
        int firstHarm = -1;
        int lastHarm = -1;
        int end = back < 0 ? seconds(fault) : start + back;
        for (int second = start; second < end; second++) {
            if (outside(fault.failed().get(second), fault.arrived().get(second), objective)) {
                firstHarm = firstHarm < 0 ? second - start : firstHarm;
                lastHarm = second - start;
            }
        }
        long firstArrived = sum(fault.arrived(), start, start + FIRST_SECONDS);
        long firstFailed = sum(fault.failed(), start, start + FIRST_SECONDS);
        return new FaultHarm(
                fault,
                objective,
                sum(fault.failed(), start, seconds(fault)),
                firstArrived == 0 ? 0 : (double) firstFailed / firstArrived,
                firstHarm,
                lastHarm,
                back);
    }

    /** Seconds from the fault's start until the service was back inside its objective; empty if not within the record. */
    public OptionalInt secondsUntilBack() {
        return back < 0 ? OptionalInt.empty() : OptionalInt.of(back);
    }

    /** Whether any second after the start was outside the objective. */
    public boolean harmed() {
        return firstHarm >= 0;
    }

    /**
     * The first second, counted from the fault's start, from which on the error ratio over every following 60 s stays within
     * the objective; -1 if the record ends before a whole window does.
     */
    private static int back(FaultWindow fault, Share objective) {
        int start = startIndex(fault);
        int last = seconds(fault) - WINDOW_SECONDS;
        int back = -1;
        // From the end: each window that is inside moves the recovery forward to its own start, the first that is not
        // ends it.
        for (int second = last; second >= start; second--) {
            long arrived = sum(fault.arrived(), second, second + WINDOW_SECONDS);
            long failed = sum(fault.failed(), second, second + WINDOW_SECONDS);
            if (outside(failed, arrived, objective)) {
                break;
            }
            back = second - start;
        }
        return back;
    }

    private static boolean outside(long failed, long arrived, Share objective) {
        return failed > ObjectiveVerdict.allowedBad(arrived, objective);
    }

    private static int startIndex(FaultWindow fault) {
        int index = (int) (fault.startNanos() / SECOND_NANOS) - fault.firstSecond();
        return Math.clamp(index, 0, seconds(fault));
    }

    private static int seconds(FaultWindow fault) {
        return Math.min(fault.arrived().size(), fault.failed().size());
    }

    private static long sum(List<Integer> values, int from, int to) {
        long sum = 0;
        for (int i = Math.max(0, from); i < Math.min(to, values.size()); i++) {
            sum += values.get(i);
        }
        return sum;
    }
}
