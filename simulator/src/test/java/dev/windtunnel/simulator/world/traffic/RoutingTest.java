package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.windtunnel.model.edge.BalancingAlgorithm;
import dev.windtunnel.simulator.compile.CompiledBalancer.Limit;
import dev.windtunnel.simulator.compile.CompiledBalancer.Routing;
import dev.windtunnel.simulator.compile.CompiledWorkload.Line;
import dev.windtunnel.simulator.compile.CompiledWorkload.Onward;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingTest {

    private static Routing by(BalancingAlgorithm algorithm) {
        return new Routing(algorithm, false, false, 0, null);
    }

    /** Requests that stay where they are sent. */
    private static PlantFixture staying(int requests, int pods, Routing routing) {
        PlantFixture fixture = PlantRun.burst(requests);
        fixture.pods = pods;
        fixture.concurrency = 1000;
        fixture.cpu = Quantiles.fixed(1000.0 * SECOND);
        fixture.routing = routing;
        return fixture;
    }

    @Nested
    class LeastOutstanding {

        @Test
        void fillsUpThoseWithTheFewest() {
            PlantRun run = new PlantRun(staying(1000, 10, by(BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS)));

            run.plant.advance(SECOND);

            for (int pod = 0; pod < 10; pod++) {
                assertEquals(100, run.plant.residents(pod), "pod " + pod);
                assertEquals(100, run.plant.outstanding(0, 0, pod), "pod " + pod);
            }
        }

        @Test
        void sendsToATargetThatComesBackUntilItHasAsManyAsTheOthers() {
            PlantRun run = new PlantRun(staying(1000, 2, by(BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS)));
            run.world.targets().setHealthy(0, 0, 1, false);
            run.endedAt(run.arrival(0, 299));

            run.world.targets().setHealthy(0, 0, 1, true);
            run.plant.advance(SECOND);

            assertEquals(500, run.plant.residents(0));
            assertEquals(500, run.plant.residents(1));
        }

        @Test
        void countsForASuccessorInTheSameSlotFromNone() {
            PlantRun run = new PlantRun(staying(1000, 2, by(BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS)));
            long now = run.arrival(0, 399);
            run.endedAt(now);

            run.plant.podEnded(1, true, now + 1);
            run.plant.podStarted(1, 0, 1, 0, now + 1);
            run.plant.advance(SECOND);

            // 200 were lost; the successor takes the next 200, then both take turns.
            assertEquals(400, run.plant.residents(0));
            assertEquals(400, run.plant.residents(1));
            assertEquals(run.plant.residents(1), run.plant.outstanding(0, 0, 1));
        }

        @Test
        void countsARequestThatGoesOnAtItsPresentTargetOnly() {
            PlantFixture fixture = PlantRun.burst(1000);
            fixture.pods = 3;
            fixture.routing = by(BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS);
            fixture.line = new Line(false, null, List.of(new Onward(0, 0.5)));
            PlantRun run = new PlantRun(fixture).toTheEnd();

            assertEquals(run.arrived(), run.plant.ended());
            for (int pod = 0; pod < 3; pod++) {
                assertEquals(0, run.plant.outstanding(0, 0, pod), "pod " + pod);
            }
        }

        @Test
        void sendsAllToATargetThatRefusesAtOnce() {
            PlantRun run = new PlantRun(staying(1000, 4, by(BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS)));
            run.plant.podRefuses(2, 0);

            run.plant.advance(SECOND);

            // It answers 502 at once and so has the fewest at every moment after the first three.
            assertTrue(run.plant.ended() >= 997 - 3, "refused " + run.plant.ended());
        }
    }

    /** Timeouts, killed workers, lost zones and pods that come and go: afterwards nothing is left over. */
    @ParameterizedTest
    @EnumSource(
            value = BalancingAlgorithm.class,
            names = {"LEAST_OUTSTANDING_REQUESTS", "TWO_CHOICES"})
    void forgetsEveryRequestHoweverItEnds(BalancingAlgorithm algorithm) {
        PlantFixture fixture = new PlantFixture();
        fixture.zones = 3;
        fixture.pods = 9;
        fixture.concurrency = 4;
        fixture.backlog = 6;
        fixture.podMillis = 2000;
        fixture.cpu = Quantiles.exponential(0.4 * SECOND);
        fixture.clientTimeoutNanos = 4 * SECOND;
        fixture.idleTimeoutNanos = 3 * SECOND;
        fixture.workerTimeoutNanos = SECOND;
        fixture.arrivals = second -> 60;
        fixture.routing = new Routing(algorithm, false, true, 0, null);
        PlantRun run = new PlantRun(fixture);

        run.plant.advance(20 * SECOND);
        run.plant.zoneSilenced(1, 20 * SECOND);
        for (int pod = 1; pod < 9; pod += 3) {
            run.plant.podEnded(pod, true, 20 * SECOND);
        }
        run.plant.advance(25 * SECOND);
        run.plant.podEnded(3, false, 25 * SECOND);
        run.world.targets().deregister(0, 6);
        run.plant.advance(26 * SECOND);
        run.plant.podStarted(4, 0, 4, 1, 26 * SECOND);
        run.plant.zoneRestored(1, 26 * SECOND);
        run.plant.advance(40 * SECOND);
        run.world.targets().register(0, 6, 0);
        run.toTheEnd();

        assertEquals(run.arrived(), run.plant.ended());
        for (int zone = 0; zone < 3; zone++) {
            for (int pod = 0; pod < 9; pod++) {
                assertEquals(0, run.plant.outstanding(zone, 0, pod), "node " + zone + ", pod " + pod);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BalancingAlgorithm.class)
    void allocatesNothingForARequest(BalancingAlgorithm algorithm) {
        PlantFixture fixture = new PlantFixture();
        fixture.zones = 3;
        fixture.pods = 12;
        fixture.concurrency = 8;
        fixture.backlog = 16;
        fixture.podMillis = 2000;
        fixture.cpu = Quantiles.exponential(800_000);
        fixture.arrivals = second -> 20_000;
        fixture.clientTimeoutNanos = SECOND;
        boolean mitigates = algorithm == BalancingAlgorithm.WEIGHTED_RANDOM;
        fixture.routing = new Routing(algorithm, mitigates, true, 0, new Limit(19_000, 100));
        PlantRun run = new PlantRun(fixture);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Visits, 1,000 new ones a second, have room again from second 33 to 65.
        run.plant.advance(34 * SECOND);
        threads.getCurrentThreadAllocatedBytes();
        long endedBefore = run.plant.ended();

        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        run.plant.advance(51 * SECOND);
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        assertEquals(0, bytes);
        assertTrue(run.plant.ended() - endedBefore >= 300_000, "ended " + (run.plant.ended() - endedBefore));
    }

    @Nested
    class WhenOneOfFourTargetsAnswersWithErrors {

        private static int failed(boolean mitigates) {
            PlantFixture fixture = new PlantFixture();
            fixture.pods = 4;
            fixture.concurrency = 100;
            fixture.cpu = Quantiles.fixed(1000);
            fixture.arrivals = second -> 100;
            fixture.horizonSeconds = 120;
            fixture.routing = new Routing(BalancingAlgorithm.WEIGHTED_RANDOM, mitigates, false, 0, null);
            PlantRun run = new PlantRun(fixture);
            run.plant.podRefuses(3, 0);
            run.plant.advance(60 * SECOND);
            long before = run.plant.ended() - run.plant.meters().egressBytes() / 8000;
            run.plant.advance(120 * SECOND);
            return (int) (run.plant.ended() - run.plant.meters().egressBytes() / 8000 - before);
        }

        @Test
        void aQuarterOfAllRequestsFailsWithoutMitigation() {
            assertEquals(1500, failed(false), 150);
        }

        @Test
        void mitigationMovesTheTrafficAway() {
            // A sixteenth of a full weight against three full ones: one request in 49.
            assertEquals(6000 / 49.0, failed(true), 50);
        }
    }

    @Nested
    class WhenZonesCount {

        private static final Routing IN_ZONE =
                new Routing(BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS, false, true, 0, null);

        private static PlantRun after(int requests, int... deregistered) {
            PlantFixture fixture = staying(requests, 12, IN_ZONE);
            fixture.zones = 3;
            PlantRun run = new PlantRun(fixture);
            for (int pod : deregistered) {
                run.world.targets().deregister(0, pod);
            }
            run.plant.advance(SECOND);
            return run;
        }

        @Test
        void eachNodeKeepsToItsZoneIfAllZonesAreEqual() {
            PlantRun run = after(1200);

            for (int node = 0; node < 3; node++) {
                int own = 0;
                for (int pod = 0; pod < 12; pod++) {
                    int outstanding = run.plant.outstanding(node, 0, pod);
                    own += outstanding;
                    assertTrue(pod % 3 == node || outstanding == 0, "node " + node + ", pod " + pod);
                }
                assertTrue(own > 0, "node " + node);
            }
        }

        @Test
        void aSmallZoneSendsItsExcessToTheOthers() {
            PlantRun run = after(3600, 2, 5, 8);

            int kept = run.plant.outstanding(2, 0, 11);
            int sentByNode = 0;
            for (int pod = 0; pod < 12; pod++) {
                sentByNode += run.plant.outstanding(2, 0, pod);
                assertEquals(0, pod % 3 == 2 ? 0 : run.plant.outstanding(pod % 3 == 0 ? 1 : 0, 0, pod));
            }
            assertEquals(1 / 3.0, kept / (double) sentByNode, 0.06);
        }

        @Test
        void fiveTargetsAreTooFewToCountZones() {
            PlantRun run = after(900, 3, 4, 5, 6, 7, 8, 9);

            int away = 0;
            for (int pod = 0; pod < 12; pod++) {
                away += pod % 3 == 0 ? 0 : run.plant.outstanding(0, 0, pod);
            }
            assertTrue(away > 100, "sent to other zones by node 0: " + away);
        }
    }

    @Test
    void theRateLimitAnswers429OnceTheBurstIsSpent() {
        PlantFixture fixture =
                staying(1000, 3, new Routing(BalancingAlgorithm.RANDOM, false, false, 0, new Limit(0.001, 20)));
        PlantRun run = new PlantRun(fixture).toTheEnd();

        assertEquals(980, run.balancer().statuses().get(429));
        assertEquals(980, run.clients().failed().getOrDefault(Cause.THROTTLED, 0L));
        assertEquals(1000, run.plant.ended());
    }
}
