package dev.windtunnel.simulator.report;

import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.Overload;
import java.util.ArrayList;
import java.util.List;

/** Where there was no steady state, in sentences. */
final class Overloads {

    private static final int MOST_NAMES = 3;

    private Overloads() {}

    /** Which station, over which minutes, and what that does; none where there is a steady state. */
    static List<String> sentences(ReportInput input, Clock clock) {
        List<Overload> overloads = input.result().overloads();
        List<String> sentences = new ArrayList<>();
        if (overloads.isEmpty()) {
            return sentences;
        }
        if (input.scenario().traffic() instanceof TrafficSource.Closed closed) {
            sentences.add(closedLoop(input, closed, overloads.getFirst(), clock));
            return sentences;
        }
        for (Overload overload : overloads.subList(0, Math.min(MOST_NAMES, overloads.size()))) {
            sentences.add("No steady state: " + overload.limit() + " "
                    + (overload.limit().endsWith("workers") ? "were" : "was") + " offered "
                    + Figures.percent(overload.offered()) + " of what can be done from "
                    + clock.minute(overload.fromMinute()) + " to " + clock.minute(overload.untilMinute()) + ".");
        }
        if (overloads.size() > MOST_NAMES) {
            sentences.add((overloads.size() - MOST_NAMES) + " more such times are in results.json.");
        }
        sentences.add("Waits grow as long as that lasts or a limit lets them: latencies of these minutes say how long"
                + " it lasted.");
        return sentences;
    }

    /** Users outstanding are those who do not think: all, less arrivals times time to think (Little's law). */
    private static String closedLoop(ReportInput input, TrafficSource.Closed closed, Overload overload, Clock clock) {
        List<MinuteOutcome> minutes = input.result().minutes();
        int until = Math.min(overload.untilMinute(), minutes.size());
        long arrived = 0;
        long served = 0;
        for (MinuteOutcome minute : minutes.subList(Math.min(overload.fromMinute(), until), until)) {
            arrived += minute.arrived();
            served += minute.client().succeeded();
        }
        double seconds = Math.max(1, 60.0 * (until - overload.fromMinute()));
        double outstanding =
                Math.max(0, closed.users() - arrived / seconds * closed.think().meanSeconds());
        return "Unstable closed loop: " + Figures.count(closed.users()) + " users keep about "
                + Figures.count(Math.round(outstanding)) + " requests outstanding, give up and ask again: "
                + overload.limit() + " "
                + (overload.limit().endsWith("workers") ? "were" : "was") + " offered "
                + Figures.percent(overload.offered()) + " of what can be done from "
                + clock.minute(overload.fromMinute()) + " to " + clock.minute(overload.untilMinute()) + ", and "
                + Figures.rate(served / seconds) + " of " + Figures.rate(arrived / seconds)
                + " were answered in time; there is no steady state in which all are.";
    }
}
