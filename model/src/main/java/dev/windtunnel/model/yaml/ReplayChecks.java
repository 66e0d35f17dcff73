package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.trace.CountTrace;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.workload.TrafficSource.Replay;
import java.time.Duration;
import java.time.Instant;

/** Whether a trace has what a scenario replays: the window from {@code from} to {@code from} + duration. */
final class ReplayChecks {

    private ReplayChecks() {}

    /**
     * @param replay the replay
     * @param duration the scenario's duration
     * @param trace the trace
     * @param from where {@code from} is written
     */
    static void check(Replay replay, Duration duration, CountTrace trace, Position from, Problems problems) {
        Instant first = replay.from().toInstant();
        Instant end = first.plus(duration);
        String path = "traffic.replay.from";
        if (first.isBefore(trace.start()) || end.isAfter(trace.end())) {
            problems.add(
                    from,
                    path,
                    "the replayed window " + first + " to " + end + " lies outside " + trace.source() + ", which holds "
                            + trace.start() + " to " + trace.end(),
                    "move 'from' or shorten 'duration'");
            return;
        }
        Duration offset = Duration.between(trace.start(), first);
        if (offset.toNanos() % trace.step().toNanos() != 0) {
            problems.add(
                    from,
                    path,
                    "'from' is the start of an interval of the trace, whose step is " + Durations.print(trace.step())
                            + ", found " + first);
            return;
        }
        if (replay.gaps() == Replay.Gaps.FAIL) {
            refuseGaps(trace, offset, duration, from, problems);
        }
    }

    private static void refuseGaps(
            CountTrace trace, Duration offset, Duration duration, Position from, Problems problems) {
        long step = trace.step().toSeconds();
        int begin = (int) (offset.toSeconds() / step);
        long last = offset.plus(duration).minusNanos(1).toSeconds() / step;
        long missing = 0;
        Instant firstMissing = Instant.EPOCH;
        for (int interval = begin; interval <= last && interval < trace.size(); interval++) {
            if (trace.count(interval) == CountTrace.MISSING) {
                firstMissing = missing == 0 ? trace.start().plusSeconds(interval * step) : firstMissing;
                missing++;
            }
        }
        if (missing > 0) {
            problems.add(
                    from,
                    "traffic.replay.from",
                    missing + (missing == 1 ? " interval" : " intervals") + " of the replayed window have no row in "
                            + trace.source() + ", the first at " + firstMissing,
                    "unknown is not zero; write 'gaps: zero' if it is");
        }
    }
}
