package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several zones lost at once or one after the other, in a run of twenty minutes from 09:25. */
class OverlappingLossTest {

    private static RunResult run(String timeline, String... overrides) {
        List<String> all = new java.util.ArrayList<>(List.of(
                "start=2026-11-27T09:25",
                "traffic.replay.from=1995-07-13T09:25:00-04:00",
                "duration=20m",
                "timeline=" + timeline));
        all.addAll(List.of(overrides));
        RunResult result = ShippedRun.run("innovate-inc/launch-day.yaml", all);
        for (EndpointOutcome endpoint : result.endpoints()) {
            assertEquals(
                    endpoint.arrived(),
                    endpoint.client().counted() + endpoint.inFlight(),
                    "conservation of " + endpoint.endpoint());
        }
        return result;
    }

    /** Seconds of the database's changes to a state. */
    private static List<Double> database(RunResult run, String state) {
        return run.journal().stream()
                .filter(entry -> entry instanceof JournalEntry.DatabaseChanged changed
                        && changed.state().equals(state))
                .map(entry -> entry.atNanos() / 1e9)
                .toList();
    }

    @Test
    void theDatabaseWaitsForItsZoneWhenEveryCopyIsLost() {
        RunResult run =
                run("[{at: 09:27, fault: az-loss, zone: a, for: 5m}, {at: 09:27, fault: az-loss, zone: b, for: 5m},"
                        + " {at: 09:27, fault: az-loss, zone: c, for: 5m}]");

        assertTrue(
                database(run, "available").stream().allMatch(second -> second >= 420),
                () -> "available at " + database(run, "available"));
    }

    @Test
    void losingTheZoneThatWasBeingPromotedIsAnOutageUntilItIsBack() {
        RunResult run =
                run("[{at: 09:27, fault: az-loss, zone: a, for: 12m}, {at: +130s, fault: az-loss, zone: b, for: 6m}]");

        assertTrue(
                database(run, "available").stream().allMatch(second -> second >= 130 + 360),
                () -> "available at " + database(run, "available"));
    }

    @Test
    void losingTheStandbyInterruptsNothing() {
        RunResult run = run("[{at: 09:27, fault: az-loss, zone: b, for: 5m}]");

        assertTrue(database(run, "unreachable").isEmpty());
        assertTrue(database(run, "failing-over").isEmpty());
    }

    @Test
    void aLossThatIsOverBeforeItIsNoticedPromotesNothing() {
        RunResult run = run("[{at: 09:27, fault: az-loss, zone: a, for: 10s}]");

        assertEquals(List.of(), database(run, "failing-over"));
        assertEquals(List.of(130.0), database(run, "available"));
    }

    @Test
    void theNameKeepsItsLastAddress() {
        RunResult run =
                run("[{at: 09:27, fault: az-loss, zone: a, for: 5m}, {at: 09:27, fault: az-loss, zone: b, for: 5m},"
                        + " {at: 09:27, fault: az-loss, zone: c, for: 5m}]");

        long dropped = run.journal().stream()
                .filter(entry -> entry instanceof JournalEntry.DnsChanged changed && !changed.present())
                .count();

        assertEquals(2, dropped);
    }

    @Test
    void aZoneThatIsLostTwiceAtOnceIsBackWhenTheLongerLossEnds() {
        RunResult run =
                run("[{at: 09:27, fault: az-loss, zone: c, for: 2m}, {at: 09:28, fault: az-loss, zone: c, for: 4m}]");

        List<Double> ended = run.journal().stream()
                .filter(JournalEntry.FaultEnded.class::isInstance)
                .map(entry -> entry.atNanos() / 1e9)
                .toList();

        assertEquals(List.of(180.0 + 240.0), ended);
    }

    @Test
    void withoutCrossZoneBalancingOnlyTheLostZonesClientsFail() {
        RunResult run = run(
                "[{at: 09:27, fault: az-loss, zone: c, for: 5m}]",
                "loadBalancer.crossZone=false",
                "workloads.backend.zoneSpread=do-not-schedule");

        long silent = run.endpoints().stream()
                .mapToLong(endpoint -> endpoint.client()
                        .failed()
                        .getOrDefault(dev.windtunnel.simulator.result.Cause.SILENT_TARGET, 0L))
                .sum();

        assertEquals(0, silent, "requests sent to silent targets by nodes of other zones");
    }
}
