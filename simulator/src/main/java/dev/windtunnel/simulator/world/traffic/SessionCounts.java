package dev.windtunnel.simulator.world.traffic;

import java.util.List;

/**
 * What became of sessions until now; begun = finished + leftSlow + leftFailed + active.
 *
 * @param begun users who came
 * @param finished who saw all pages that they wanted to
 * @param leftSlow who left after a page that took too long
 * @param leftFailed who left after a page that failed
 * @param active who are there
 * @param pages page loads that have ended, reloads included: in time, slow or failed
 * @param slowPages of them, those that took longer than the users' patience
 * @param failedPages of them, those with a failed call
 * @param reloads loads of a page that had failed before
 * @param endedSeconds length of all sessions that have ended, together
 * @param byPages how many of the ended sessions came to so many pages, by that number from 0; reloads do not count
 */
public record SessionCounts(
        long begun,
        long finished,
        long leftSlow,
        long leftFailed,
        int active,
        long pages,
        long slowPages,
        long failedPages,
        long reloads,
        double endedSeconds,
        List<Long> byPages) {

    /** No session ever began. */
    public static final SessionCounts NONE = new SessionCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    /** Copies. */
    public SessionCounts {
        byPages = List.copyOf(byPages);
    }
}
