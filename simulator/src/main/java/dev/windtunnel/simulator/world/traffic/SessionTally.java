package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** What became of the sessions so far. */
final class SessionTally {

    long begun;
    long finished;
    long leftSlow;
    long leftFailed;
    long pages;
    long slowPages;
    long failedPages;
    long reloads;

    /** Of sessions that have ended, in seconds, as the sum of a year of them overflows nanoseconds. */
    double endedSeconds;

    /** How many of the ended sessions asked for so many pages. */
    private long[] byPages = new long[256];

    /** Makes this tally equal to another. */
    void copyFrom(SessionTally other) {
        begun = other.begun;
        finished = other.finished;
        leftSlow = other.leftSlow;
        leftFailed = other.leftFailed;
        pages = other.pages;
        slowPages = other.slowPages;
        failedPages = other.failedPages;
        reloads = other.reloads;
        endedSeconds = other.endedSeconds;
        byPages = Copies.of(other.byPages, byPages);
    }

    /** A session has ended after so many pages, the last one included whatever became of it. */
    void ended(int seen, long nanos) {
        if (seen >= byPages.length) {
            byPages = Arrays.copyOf(byPages, Math.max(seen + 1, 2 * byPages.length));
        }
        byPages[seen]++;
        endedSeconds += nanos / 1e9;
    }

    /** A copy for reading. */
    SessionCounts counts(int active) {
        int longest = byPages.length;
        while (longest > 1 && byPages[longest - 1] == 0) {
            longest--;
        }
        List<Long> seen = LongStream.of(byPages).limit(longest).boxed().toList();
        return new SessionCounts(
                begun,
                finished,
                leftSlow,
                leftFailed,
                active,
                pages,
                slowPages,
                failedPages,
                reloads,
                endedSeconds,
                seen);
    }
}
