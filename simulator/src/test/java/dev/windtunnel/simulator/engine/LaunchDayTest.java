package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the shipped launch day shows, from YAML to result. */
class LaunchDayTest {

    /** 09:32, one hour and two minutes after the morning begins. */
    private static final long LOST_NANOS = 3720L * 1_000_000_000L;

    private static long failed(RunResult result, Cause cause) {
        return result.endpoints().stream()
                .mapToLong(endpoint -> endpoint.client().failed().getOrDefault(cause, 0L))
                .sum();
    }

    private static long failed(RunResult result) {
        return result.endpoints().stream()
                .mapToLong(endpoint -> endpoint.client().failedTotal())
                .sum();
    }

    @Nested
    class ADay {

        @Test
        void simulatesEveryRecordedRequestAndLosesNone() {
            RunResult day = ShippedRun.run("innovate-inc/launch-day.yaml", List.of());

            assertEquals(134_203L * 20, day.arrived());
            for (EndpointOutcome endpoint : day.endpoints()) {
                assertEquals(
                        endpoint.arrived(),
                        endpoint.client().succeeded() + endpoint.client().failedTotal() + endpoint.inFlight(),
                        endpoint.endpoint());
            }
            assertEquals(1440, day.minutes().size());
            assertEquals(
                    day.arrived(),
                    day.minutes().stream().mapToLong(MinuteOutcome::arrived).sum());
            assertEquals(failed(day), minutes(day, minute -> minute.client().failedTotal()));
            sumsByCause(day, MinuteOutcome::client, EndpointOutcome::client);
            sumsByCause(day, MinuteOutcome::loadBalancer, EndpointOutcome::loadBalancer);
        }

        private long minutes(RunResult day, Function<MinuteOutcome, Long> count) {
            return day.minutes().stream().mapToLong(count::apply).sum();
        }

        private void sumsByCause(
                RunResult day,
                Function<MinuteOutcome, ViewOutcome> byMinute,
                Function<EndpointOutcome, ViewOutcome> byEndpoint) {
            for (Cause cause : Cause.values()) {
                long overMinutes = minutes(day, minute -> slowAndFailed(byMinute.apply(minute), cause));
                long overEndpoints = day.endpoints().stream()
                        .mapToLong(endpoint -> slowAndFailed(byEndpoint.apply(endpoint), cause))
                        .sum();
                assertEquals(overMinutes, overEndpoints, cause.label());
            }
        }

        private long slowAndFailed(ViewOutcome view, Cause cause) {
            long slow = view.latency().containsKey(cause)
                    ? view.latency().get(cause).total()
                    : 0;
            return slow + view.failed().getOrDefault(cause, 0L);
        }
    }

    @Nested
    class WhenTheZoneIsLost {

        @Test
        void upToFiveNinthsFailAtFirstWhereTheDatabaseIsElsewhere() {
            long arrived = 0;
            long failed = 0;
            for (int seed = 1; seed <= 5; seed++) {
                RunResult run = ShippedRun.morning(
                        "seed=" + seed,
                        "database.primaryZone=c",
                        "traffic.replay.scale=60",
                        "duration=1h10m",
                        "timeline.0.for=5m");
                FaultWindow fault = run.faults().getFirst();
                int start = (int) (fault.startNanos() / 1_000_000_000L) - fault.firstSecond();
                for (int second = start; second < start + 5; second++) {
                    arrived += fault.arrived().get(second);
                    failed += fault.failed().get(second);
                }
            }

            double share = failed / (double) arrived;

            // A third of the clients dial the dead node; those on new connections fall back in time and are only slow.
            assertTrue(share > 0.45 && share <= 5.0 / 9 + 0.02, "share failed in the first five seconds: " + share);
        }

        @Test
        void movingThePrimaryAwayRemovesTheFailoversErrorsAndNothingElse() {
            RunResult hit = ShippedRun.morning();
            RunResult spared = ShippedRun.morning("database.primaryZone=c");

            assertTrue(failed(hit, Cause.DATABASE_FAILOVER) > 1000, "failover errors");
            assertEquals(0, failed(spared, Cause.DATABASE_FAILOVER));
            assertEquals(failed(hit, Cause.DEAD_ADDRESS), failed(spared, Cause.DEAD_ADDRESS));
            assertEquals(failed(hit, Cause.SILENT_TARGET), failed(spared, Cause.SILENT_TARGET));
        }

        @Test
        void halvingTheHealthCheckIntervalHalvesTheErrorsOfSilentTargets() {
            long slow = 0;
            long quick = 0;
            for (int seed = 1; seed <= 8; seed++) {
                String[] common = {
                    "seed=" + seed,
                    "database.primaryZone=c",
                    "loadBalancer.healthCheck.timeout=2s",
                    "duration=1h10m",
                    "timeline.0.for=5m",
                    "traffic.replay.scale=60"
                };
                slow += failed(with(common, "loadBalancer.healthCheck.interval=30s"), Cause.SILENT_TARGET);
                quick += failed(with(common, "loadBalancer.healthCheck.interval=15s"), Cause.SILENT_TARGET);
            }

            double ratio = quick / (double) slow;

            assertTrue(ratio > 0.4 && ratio < 0.6, "ratio " + ratio + " of " + quick + " and " + slow);
        }

        private RunResult with(String[] common, String override) {
            List<String> all = new ArrayList<>(List.of("start=2026-11-27T09:30", "duration=5m", "timeline.0.for=4m"));
            all.addAll(List.of(common));
            all.add(override);
            return ShippedRun.run("innovate-inc/launch-day.yaml", all);
        }

        @Test
        void keepsTheDrillsOrderAndTimes() {
            RunResult run = ShippedRun.morning();

            double unhealthy = first(run, e -> e instanceof JournalEntry.TargetsChanged t && !t.healthy());
            double notReady = first(run, e -> e instanceof JournalEntry.NodeHealthChanged n && !n.ready());
            double evicted = first(run, JournalEntry.PodsEvicted.class::isInstance);
            double back = first(
                    run,
                    e -> e instanceof JournalEntry.DatabaseChanged d
                            && d.state().equals("available"));

            assertTrue(unhealthy >= 20 && unhealthy <= 35, "load balancer " + unhealthy);
            assertTrue(notReady >= 40 && notReady <= 60, "NotReady " + notReady);
            assertTrue(evicted >= notReady + 299 && evicted <= notReady + 301, "eviction " + evicted);
            assertTrue(back >= 60 && back <= 300, "database " + back);
        }

        private double first(RunResult run, java.util.function.Predicate<JournalEntry> isIt) {
            return run.journal().stream()
                                    .filter(entry -> entry.atNanos() >= LOST_NANOS)
                                    .filter(isIt)
                                    .findFirst()
                                    .orElseThrow()
                                    .atNanos()
                            / 1e9
                    - LOST_NANOS / 1e9;
        }

        @Test
        void isOverWhenTheZoneIsBack() {
            RunResult run = ShippedRun.morning();

            long lateFailures = run.minutes().stream()
                    .filter(minute -> minute.minute() > 62 + 40 + 5)
                    .mapToLong(minute -> minute.client().failedTotal())
                    .sum();

            assertEquals(0, lateFailures);
        }
    }
}
