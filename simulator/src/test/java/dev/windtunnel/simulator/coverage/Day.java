package dev.windtunnel.simulator.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * Some minutes of a shipped scenario, short and with little traffic.
 *
 * @param scenario the shipped file
 * @param overrides what makes it short
 */
record Day(String scenario, List<String> overrides) {

    /** The same traffic all the time. */
    static final Day QUIET = launchDay("prod", "duration=3m", "timeline=[]", steady(60));

    /** The same in stage. */
    static final Day STAGE = launchDay("stage", "duration=3m", "timeline=[]", steady(60));

    /** Less in dev. */
    static final Day DEV = launchDay("dev", "duration=3m", "timeline=[]", steady(20));

    /** The same traffic on what the design calls options. */
    static final Day LATER =
            launchDay("prod", "architecture=later-architecture.yaml", "duration=3m", "timeline=[]", steady(60));

    /** More traffic than the nodes of the start carry, within a minute. */
    static final Day RISING = launchDay("prod", "duration=5m", "timeline=[]", rising(350));

    /** The same while the zone of the first NAT gateway is lost. */
    static final Day RISING_LOST = launchDay(
            "prod", "duration=5m", "timeline=[{ at: +10s, fault: az-loss, zone: a, for: 4m50s }]", rising(350));

    /** A zone lost, the one with the primary of the database, and found again. */
    static final Day LOST_ZONE =
            launchDay("prod", "duration=6m", "timeline=[{ at: +1m, fault: az-loss, zone: a, for: 3m }]", steady(60));

    /** Minutes of the launch day itself, with the zone that its own timeline loses. */
    static final Day LAUNCH = launchDay(
            "prod",
            "start=2026-11-27T09:30",
            "traffic.replay.from=1995-07-13T09:30:00-04:00",
            "traffic.replay.scale=5",
            "duration=8m",
            "timeline.0.for=3m");

    /** Daily users in sessions, as shipped. */
    static final Day USERS = new Day("sessions.yaml", List.of("duration=2m", "timeline=[]"));

    private static Day launchDay(String environment, String... overrides) {
        List<String> all = new ArrayList<>(List.of(overrides));
        all.add("environment=" + environment);
        return new Day("launch-day.yaml", List.copyOf(all));
    }

    private static String steady(int perSecond) {
        return "traffic={ rate: { startRate: " + perSecond + "/s, stages: [" + to(perSecond, "1h") + "] } }";
    }

    private static String rising(int perSecond) {
        return "traffic={ rate: { startRate: 20/s, stages: [" + to(perSecond, "1m") + ", " + to(perSecond, "1h")
                + "] } }";
    }

    private static String to(int perSecond, String within) {
        return "{ duration: " + within + ", target: " + perSecond + "/s }";
    }
}
