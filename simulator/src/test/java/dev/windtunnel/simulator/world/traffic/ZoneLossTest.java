package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.SparseHistogram;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pods and zones that end, with a word or without. */
class ZoneLossTest {

    @Nested
    class WhenAPodEnds {

        @Test
        void resetsAllItsRequestsAtOnceIfItsProcessDied() {
            PlantFixture fixture = PlantRun.burst(5);
            fixture.arrivals = second -> second == 0 ? 5 : second == 2 ? 2 : 0;
            fixture.concurrency = 2;
            fixture.cpu = Quantiles.fixed(100.0 * SECOND);
            PlantRun run = new PlantRun(fixture);

            assertEquals(0, run.endedBefore(SECOND));
            run.plant.podEnded(0, false, SECOND);
            assertEquals(5, run.plant.ended());
            assertEquals(0, run.plant.residents(0));
            assertEquals(5, run.endedBefore(2 * SECOND));
            assertEquals(7, run.endedBefore(3 * SECOND)); // Nobody listens there: refused at once.
            run.toTheEnd();

            assertEquals(Map.of(502, 7L), run.balancer().statuses());
            assertEquals(Map.of(Cause.POD_STOPPED, 7L), run.balancer().failed());
        }

        @Test
        void worksOffWhatItHasIfItOnlyRefuses() {
            PlantFixture fixture = PlantRun.burst(3);
            fixture.arrivals = second -> second == 0 ? 3 : second == 2 ? 2 : 0;
            fixture.cpu = Quantiles.fixed(10.0 * SECOND);
            PlantRun run = new PlantRun(fixture);

            run.plant.advance(SECOND);
            run.plant.podRefuses(0, SECOND);
            run.toTheEnd();

            assertEquals(3, run.clients().succeeded());
            assertEquals(Map.of(Cause.POD_STOPPED, 2L), run.clients().failed());
        }

        @Test
        void leavesItsRequestsToTheClientsTimeoutIfItFellSilent() {
            PlantFixture fixture = PlantRun.burst(3);
            fixture.concurrency = 2;
            fixture.cpu = Quantiles.fixed(100.0 * SECOND);
            fixture.clientTimeoutNanos = 30 * SECOND;
            PlantRun run = new PlantRun(fixture);
            run.plant.advance(SECOND);
            run.plant.podEnded(0, true, SECOND);

            for (int ordinal = 0; ordinal < 3; ordinal++) {
                long timeout = run.arrival(0, ordinal) + 30 * SECOND;
                assertEquals(ordinal, run.endedBefore(timeout));
                assertEquals(ordinal + 1, run.endedAt(timeout));
            }
            run.toTheEnd();

            assertEquals(Map.of(0, 3L), run.clients().statuses());
            assertEquals(Map.of(Cause.LOST_IN_FLIGHT, 3L), run.clients().failed());
        }

        @Test
        void failsLaterRequestsAfterTenSecondsOnceItsKeptConnectionsAreUsedUp() {
            PlantFixture fixture = PlantRun.burst(2);
            fixture.arrivals = second -> second == 0 ? 2 : second == 5 ? 5 : 0;
            fixture.concurrency = 2;
            fixture.cpu = Quantiles.fixed(2.0 * SECOND);
            fixture.podMillis = 2000;
            fixture.clientTimeoutNanos = 30 * SECOND;
            PlantRun run = new PlantRun(fixture);
            run.plant.advance(4 * SECOND);
            assertEquals(2, run.plant.ended());
            run.plant.podEnded(0, true, 4 * SECOND);

            // Two connections were kept: bytes go out on them, and nothing comes back.
            for (int ordinal = 2; ordinal < 5; ordinal++) {
                long timeout = run.arrival(5, ordinal) + 10 * SECOND;
                assertEquals(ordinal, run.endedBefore(timeout));
                assertEquals(ordinal + 1, run.endedAt(timeout));
            }
            assertEquals(5, run.endedBefore(run.arrival(5, 0) + 30 * SECOND));
            run.toTheEnd();

            assertEquals(Map.of(0, 2L, 504, 3L), run.clients().statuses());
            assertEquals(Map.of(Cause.SILENT_TARGET, 5L), run.clients().failed());
            assertEquals(Map.of(460, 2L, 504, 3L), run.balancer().statuses());
        }
    }

    @Nested
    class WhenAZoneFallsSilent {

        private static final long QUICK = MILLI;

        private PlantFixture twoZones() {
            PlantFixture fixture = new PlantFixture();
            fixture.zones = 2;
            fixture.pods = 2;
            fixture.concurrency = 50;
            fixture.cpu = Quantiles.fixed(QUICK / 100);
            fixture.clientTimeoutNanos = 30 * SECOND;
            fixture.arrivals = second -> second < 40 ? 100 : 0;
            return fixture;
        }

        private void loseZoneOne(PlantRun run, long now) {
            run.plant.zoneSilenced(1, now);
            run.plant.podEnded(1, true, now);
            run.world.targets().deregister(0, 1);
        }

        private long failed(PlantRun run) {
            return run.plant.ended() - run.plant.meters().egressBytes() / 8000;
        }

        @Test
        void bringsNewConnectionsToAnotherZoneAfterAWhile() {
            PlantRun run = new PlantRun(twoZones());
            loseZoneOne(run, 0);

            run.toTheEnd();

            assertEquals(4000, run.clients().succeeded());
            SparseHistogram fellBack =
                    Objects.requireNonNull(run.clients().latency().get(Cause.DEAD_ADDRESS));
            LatencyHistogram latency = new LatencyHistogram();
            fellBack.addTo(latency);
            assertTrue(latency.total() > 100 && latency.total() < 4000, "fell back: " + latency.total());
            // Visits begin with the silence; whoever joins one that is falling back waits for the rest of it.
            assertTrue(latency.percentileNanos(1) <= 21.2 * SECOND, "most " + latency.percentileNanos(1));
            assertTrue(latency.percentileNanos(1) >= 10 * SECOND, "most " + latency.percentileNanos(1));
        }

        @Test
        void letsNoFallbackBeShorterThanThreeSeconds() {
            int fellBack = 0;
            for (long seed = 1; seed <= 30; seed++) {
                PlantFixture fixture = twoZones();
                fixture.seed = seed;
                fixture.arrivals = second -> second == 0 ? 1 : 0;
                PlantRun run = new PlantRun(fixture);
                loseZoneOne(run, 0);
                long arrival = run.arrival(0, 0);

                boolean isAtOnce = run.endedBefore(arrival + QUICK) == 1;
                assertEquals(isAtOnce ? 1 : 0, run.endedBefore(arrival + 3 * SECOND), "seed " + seed);
                assertEquals(1, run.endedAt(arrival + 21 * SECOND + QUICK), "seed " + seed);
                run.toTheEnd();

                assertEquals(1, run.clients().succeeded(), "seed " + seed);
                boolean isDead = run.clients().latency().containsKey(Cause.DEAD_ADDRESS);
                assertEquals(!isDead, isAtOnce, "seed " + seed);
                fellBack += isDead ? 1 : 0;
            }
            assertTrue(fellBack > 5 && fellBack < 25, "dialed the lost zone: " + fellBack);
        }

        @Test
        void failsKeptConnectionsAtTheClientsTimeout() {
            PlantRun run = new PlantRun(twoZones());
            run.plant.advance(20 * SECOND);
            assertEquals(2000, run.plant.ended());
            loseZoneOne(run, 20 * SECOND);

            run.plant.advance(50 * SECOND);
            assertEquals(0, failed(run));
            run.plant.advance(52 * SECOND);
            long soon = failed(run);
            run.toTheEnd();

            assertTrue(soon > 30, "failed within two seconds: " + soon);
            assertEquals(failed(run), run.clients().failedTotal());
            assertEquals(Map.of(Cause.DEAD_ADDRESS, failed(run)), run.clients().failed());
            assertEquals(Map.of(0, failed(run)), run.clients().statuses());
            assertEquals(0, run.balancer().failedTotal());
        }

        @Test
        void losesTheAnswersThatWouldHavePassedThroughItsNode() {
            PlantFixture fixture = twoZones();
            fixture.cpu = Quantiles.fixed(10.0 * SECOND);
            fixture.podMillis = 50_000;
            fixture.arrivals = second -> second == 0 ? 40 : 0;
            PlantRun run = new PlantRun(fixture);
            run.plant.advance(SECOND);
            run.plant.zoneSilenced(1, SECOND);

            run.plant.advance(20 * SECOND);
            assertEquals(0, failed(run));
            assertEquals(0, run.residents());
            run.toTheEnd();

            assertTrue(run.clients().succeeded() > 0 && run.clients().failedTotal() > 0);
            assertEquals(
                    Map.of(Cause.LOST_IN_FLIGHT, 40 - run.clients().succeeded()),
                    run.clients().failed());
        }

        @Test
        void answersAgainOnceItIsRestored() {
            PlantRun run = new PlantRun(twoZones());
            loseZoneOne(run, 0);
            run.plant.zoneRestored(1, 0);

            run.toTheEnd();

            assertEquals(4000, run.clients().succeeded());
            assertTrue(!run.clients().latency().containsKey(Cause.DEAD_ADDRESS));
        }
    }
}
