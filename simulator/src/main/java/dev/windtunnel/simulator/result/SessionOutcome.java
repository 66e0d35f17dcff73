package dev.windtunnel.simulator.result;

import java.util.List;

/**
 * What became of users' sessions; begun = finished + leftSlow + leftFailed + active.
 *
 * @param begun users who came
 * @param finished who saw all pages that they wanted to
 * @param leftSlow who left after a page that took longer than their patience
 * @param leftFailed who left after a page that failed
 * @param active still there at the end
 * @param pages page loads that ended, reloads included
 * @param slowPages of them, those that took longer than the users' patience
 * @param failedPages of them, those with a failed call
 * @param reloads loads of a page that had failed before
 * @param endedSeconds length of all sessions that ended, together
 * @param byPages how many of the ended sessions came to so many pages, by that number from 0
 */
public record SessionOutcome(
        long begun,
        long finished,
        long leftSlow,
        long leftFailed,
        long active,
        long pages,
        long slowPages,
        long failedPages,
        long reloads,
        double endedSeconds,
        List<Long> byPages) {

    /** Traffic without sessions. */
    public static final SessionOutcome NONE = new SessionOutcome(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    /** Copies. */
    public SessionOutcome {
        byPages = List.copyOf(byPages);
    }

    /** Whether there was any. */
    public boolean any() {
        return begun > 0;
    }

    /** Sessions that ended. */
    public long ended() {
        return finished + leftSlow + leftFailed;
    }

    /** Pages of an ended session, on average; 0 if none ended. */
    public double meanPages() {
        double sum = 0;
        for (int pages = 0; pages < byPages.size(); pages++) {
            sum += (double) pages * byPages.get(pages);
        }
        return ended() == 0 ? 0 : sum / ended();
    }

    /** Fewest pages that the given share of the ended sessions did not exceed; 0 if none ended. */
    public int pagesAt(double share) {
        long seen = 0;
        for (int pages = 0; pages < byPages.size(); pages++) {
            seen += byPages.get(pages);
            if (seen >= share * ended()) {
                return pages;
            }
        }
        return 0;
    }

    /** Length of an ended session, on average; 0 if none ended. */
    public double meanSeconds() {
        return ended() == 0 ? 0 : endedSeconds / ended();
    }
}
