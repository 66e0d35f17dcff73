package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantConservationTest {

    private static final long MILLI = PlantRun.MILLI;
    private static final long SECOND = PlantRun.SECOND;

    /** Two statements a request, more load than the pods can take for a while, and nothing that fails. */
    private static PlantFixture busy() {
        PlantFixture fixture = new PlantFixture();
        fixture.pods = 3;
        fixture.podsPerNode = 3;
        fixture.nodeMillis = 2500;
        fixture.concurrency = 4;
        fixture.queries = 2;
        fixture.connections = new DatabaseConnections(2, 3, 500 * SECOND, 500 * SECOND, 500 * SECOND);
        fixture.arrivals = second -> second % 10 < 3 ? 400 : 100;
        return fixture;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 77, 991})
    void losesNoRequestAtAnyInstant(long seed) {
        PlantFixture fixture = busy();
        fixture.seed = seed;
        PlantRun run = new PlantRun(fixture);
        SplittableRandom random = new SplittableRandom(seed);

        int most = 0;
        for (long now = 0; now < 60 * SECOND; now += random.nextLong(300 * MILLI)) {
            run.plant.advance(now);
            most = Math.max(most, run.residents());
            assertEquals(run.arrived(), run.plant.ended() + run.residents(), "seed " + seed + ", at " + now);
        }
        run.toTheEnd();

        assertTrue(most > 50, "requests pile up for the claim to be worth something, at most " + most);
        assertEquals(0, run.residents());
        assertEquals(6 * (3 * 400 + 7 * 100), run.plant.ended());
        assertEquals(run.plant.ended(), run.clients().succeeded());
    }

    /** Zones, pods and the database are lost and come back while requests go on. */
    private static PlantFixture storm() {
        PlantFixture fixture = new PlantFixture();
        fixture.zones = 3;
        fixture.pods = 6;
        fixture.podsPerNode = 2;
        fixture.concurrency = 6;
        fixture.backlog = 20;
        fixture.queries = 2;
        fixture.writes = true;
        fixture.roundTripNanos = 700_000;
        fixture.horizonSeconds = 240;
        fixture.clientTimeoutNanos = 30 * SECOND;
        fixture.idleTimeoutNanos = 20 * SECOND;
        fixture.workerTimeoutNanos = 12 * SECOND;
        fixture.usableConnections = 20;
        fixture.connections = new DatabaseConnections(2, 4, 3 * SECOND, 2 * SECOND, 5 * SECOND);
        fixture.overhead = Quantiles.exponential(30_000);
        fixture.arrivals = second -> 150 + 100 * (second / 20 % 2);
        return fixture;
    }

    private interface Pace {
        void until(long nanos);
    }

    /** What happens to the world, at whatever pace the plant is driven. */
    private static PlantRun weather(PlantRun run, Pace pace) {
        ExactPlant plant = run.plant;
        pace.until(30 * SECOND + 1);
        plant.databaseLost(30 * SECOND + 1);
        pace.until(50 * SECOND);
        plant.databaseReachable(1, 50 * SECOND);
        pace.until(80 * SECOND + 5);
        plant.zoneSilenced(1, 80 * SECOND + 5);
        plant.podEnded(2, true, 80 * SECOND + 5);
        plant.podEnded(3, true, 80 * SECOND + 5);
        pace.until(100 * SECOND);
        run.world.dns().set(1, false, 100 * SECOND);
        run.world.targets().deregister(0, 2);
        pace.until(110 * SECOND);
        run.world.targets().deregister(0, 3);
        pace.until(130 * SECOND);
        plant.zoneRestored(1, 130 * SECOND);
        run.world.dns().set(1, true, 130 * SECOND);
        plant.podRefuses(4, 130 * SECOND);
        pace.until(140 * SECOND);
        plant.podEnded(4, false, 140 * SECOND);
        pace.until(150 * SECOND);
        run.world.targets().deregister(0, 4);
        plant.podStarted(3, 0, 1, 1, 150 * SECOND);
        run.world.targets().register(0, 3, 1);
        plant.databaseLost(150 * SECOND);
        pace.until(155 * SECOND);
        for (int zone = 0; zone < 3; zone++) {
            run.world.targets().setHealthy(zone, 0, 3, true);
        }
        plant.databaseReachable(0, 155 * SECOND);
        pace.until(400 * SECOND);
        plant.minutes();
        return run;
    }

    private static PlantRun driven(long stepNanos, boolean readsGauges) {
        PlantRun run = new PlantRun(storm());
        long[] now = {0};
        return weather(run, until -> {
            while (now[0] < until) {
                now[0] = Math.min(until, now[0] + stepNanos);
                run.plant.advance(now[0]);
                if (readsGauges) {
                    readGauges(run.plant, now[0]);
                }
            }
        });
    }

    private static void readGauges(ExactPlant plant, long now) {
        for (int pod = 0; pod < 6; pod++) {
            assertTrue(plant.cpuUsedCoreNanos(pod, now + 500) >= plant.cpuUsedCoreNanos(pod, now));
            assertEquals(plant.residents(pod), plant.busy(pod) + plant.queued(pod));
        }
        DatabaseGauges gauges = plant.databaseGauges(now);
        assertTrue(gauges.connections() >= 0 && gauges.connections() <= gauges.usableConnections(), gauges.toString());
        assertTrue(gauges.peakConnections() >= gauges.connections(), gauges.toString());
        assertTrue(gauges.running() >= 0 && gauges.peakRunning() >= gauges.running(), gauges.toString());
        plant.closeMinutes(Math.min(now, 270 * SECOND)); // Horizon and client timeout: then all have ended.
    }

    @Nested
    class InAStorm {

        private final PlantRun whole = driven(Long.MAX_VALUE / 2, false);

        @ParameterizedTest
        @ValueSource(longs = {MILLI, 7_654_321, SECOND})
        void givesTheSameInStepsOfAnyLengthWithGaugesReadInBetween(long step) {
            PlantRun stepped = driven(step, true);

            assertEquals(whole.plant.digest(), stepped.plant.digest());
            assertEquals(whole.plant.ended(), stepped.plant.ended());
            assertEquals(whole.plant.minutes(), stepped.plant.minutes());
            assertEquals(whole.clients(), stepped.clients());
            assertEquals(whole.balancer(), stepped.balancer());
            assertEquals(whole.plant.started(), stepped.plant.started());
            assertEquals(whole.plant.waitedNanos(), stepped.plant.waitedNanos());
            assertEquals(
                    whole.plant.meters().egressBytes(), stepped.plant.meters().egressBytes());
            assertEquals(
                    whole.plant.meters().crossZoneBytes(),
                    stepped.plant.meters().crossZoneBytes());
        }

        @Test
        void givesAnotherDigestWithAnotherSeed() {
            PlantFixture other = storm();
            other.seed = 2;
            PlantRun run = new PlantRun(other);

            weather(run, run.plant::advance);

            assertTrue(run.plant.digest() != whole.plant.digest());
        }

        @Test
        void endsEveryRequestOnce() {
            long arrived = 120 * 150 + 120 * 250;

            assertEquals(arrived, whole.arrived());
            assertEquals(arrived, whole.plant.ended());
            assertEquals(arrived, whole.plant.arrived(0));
            assertEquals(arrived, whole.clients().counted());
        }

        @Test
        void tellsAllKindsOfFailure() {
            assertEquals(
                    "[0, 500, 502, 504]", whole.clients().statuses().keySet().toString());
            assertTrue(
                    whole.clients().failed().size() >= 5,
                    whole.clients().failed().toString());
        }

        @Test
        void laysEachRequestToExactlyOneCause() {
            assertAddsUp(whole.clients());
            assertAddsUp(whole.balancer());
            for (MinuteOutcome minute : whole.plant.minutes()) {
                assertAddsUp(minute.client());
                assertAddsUp(minute.loadBalancer());
                assertEquals(minute.arrived(), minute.client().counted(), "minute " + minute.minute());
            }
        }

        private void assertAddsUp(ViewOutcome view) {
            long slow = view.latency().values().stream()
                    .mapToLong(histogram -> histogram.total())
                    .sum();
            assertEquals(view.counted(), slow + view.failedTotal());
            assertEquals(view.succeeded(), slow);
            assertEquals(
                    view.failedTotal(),
                    view.statuses().entrySet().stream()
                            .filter(status -> status.getKey() != OpenMinute.CLIENT_LEFT)
                            .mapToLong(java.util.Map.Entry::getValue)
                            .sum());
        }

        @Test
        void keepsWhatNobodyAnsweredOutOfTheLoadBalancersView() {
            long unheard = whole.clients().statuses().getOrDefault(0, 0L);

            assertTrue(unheard > 0);
            assertEquals(whole.clients().counted() - unheard, whole.balancer().counted());
            assertEquals(whole.clients().succeeded(), whole.balancer().succeeded());
        }

        @Test
        void addsUpMinutesToTheWhole() {
            long counted = 0;
            long failed = 0;
            for (MinuteOutcome minute : whole.plant.minutes()) {
                counted += minute.loadBalancer().counted();
                failed += minute.client().failedTotal();
            }

            assertEquals(4, whole.plant.minutes().size());
            assertEquals(whole.balancer().counted(), counted);
            assertEquals(whole.clients().failedTotal(), failed);
        }
    }
}
