package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.edge.BalancingAlgorithm;
import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledAttempts.Wait;
import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.compile.CompiledResilience;
import dev.windtunnel.simulator.compile.CompiledResilience.Gateway;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.compile.CompiledWorkload.Line;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayRetriesTest {

    private static final int EVERYTHING = 127;
    private static final double UNBOUNDED = CompiledAttempts.UNBOUNDED;

    private static CompiledResilience resilience(Gateway gateway) {
        return new CompiledResilience(gateway, List.of(), List.of());
    }

    private static Gateway gateway(int max, long perTry, int retried, boolean cancels) {
        List<Wait> waits = Collections.nCopies(max, new Wait(10 * MILLI, Quantiles.fixed(0)));
        return new Gateway(waits, perTry, retried, UNBOUNDED, true, 3, cancels);
    }

    private static Gateway bounded(double budget, boolean ofActive, int floor) {
        List<Wait> waits = Collections.nCopies(3, new Wait(10 * MILLI, Quantiles.fixed(0)));
        return new Gateway(waits, 0, EVERYTHING, budget, ofActive, floor, false);
    }

    /** So many pods, of which the first has no process any more, though its node believes in it. */
    private static PlantRun withADeadPod(PlantFixture fixture) {
        PlantRun run = new PlantRun(fixture);
        run.plant.podEnded(0, false, 0);
        return run;
    }

    private static LatencyHistogram latency(PlantRun run) {
        LatencyHistogram all = new LatencyHistogram();
        run.clients().latency().values().forEach(part -> part.addTo(all));
        return all;
    }

    @Nested
    class WhenNothingFails {

        @Test
        void changesNoByteOfARun() {
            PlantFixture fixture = new PlantFixture();
            fixture.pods = 3;
            PlantFixture other = new PlantFixture();
            other.pods = 3;
            other.resilience = resilience(gateway(3, 500 * SECOND, EVERYTHING, false));
            PlantRun without = new PlantRun(fixture).toTheEnd();

            PlantRun with = new PlantRun(other).toTheEnd();

            assertEquals(without.plant.digest(), with.plant.digest());
            assertEquals(without.plant.minutes(), with.plant.minutes());
            assertEquals(
                    new GatewayCounts(3000, 3000, 0, 0), with.plant.measures().gateway());
        }
    }

    @Nested
    class WhenATargetRefuses {

        @ParameterizedTest
        @EnumSource(BalancingAlgorithm.class)
        void goesToAnotherTargetAndNobodyFails(BalancingAlgorithm algorithm) {
            PlantFixture fixture = new PlantFixture();
            fixture.pods = 3;
            fixture.routing = new CompiledBalancer.Routing(algorithm, false, false, 0, null);
            fixture.resilience = resilience(gateway(1, 0, Gateway.CONNECT_FAILURE, false));

            PlantRun run = withADeadPod(fixture).toTheEnd();

            assertEquals(0, run.clients().failedTotal());
            assertEquals(3000, run.clients().succeeded());
            assertEquals(3000, run.balancer().counted());
            GatewayCounts counts = run.plant.measures().gateway();
            assertEquals(3000 + counts.retries(), counts.tries());
            assertTrue(counts.retries() > 700, counts.toString());
        }

        @Test
        void laysTheTimeLostToTheFailedTry() {
            PlantFixture fixture = new PlantFixture();
            fixture.pods = 2;
            fixture.cpu = Quantiles.fixed(MILLI);
            Gateway slow = new Gateway(
                    List.of(new Wait(300 * MILLI, Quantiles.fixed(0))), 0, EVERYTHING, UNBOUNDED, true, 3, false);
            fixture.resilience = resilience(slow);

            PlantRun run = withADeadPod(fixture).toTheEnd();

            LatencyHistogram hurt = new LatencyHistogram();
            Objects.requireNonNull(run.clients().latency().get(Cause.POD_STOPPED))
                    .addTo(hurt);
            assertEquals(run.plant.measures().gateway().retries(), hurt.total());
            assertEquals(0.301, hurt.percentileNanos(0.5) / 1e9, 0.01);
        }

        @Test
        void failsWithTheLastStatusWhenAllTargetsRefuse() {
            PlantFixture fixture = PlantRun.burst(100);
            fixture.resilience = resilience(gateway(2, 0, EVERYTHING, false));

            PlantRun run = withADeadPod(fixture).toTheEnd();

            assertEquals(100, run.clients().statuses().get(502));
            assertEquals(100, run.balancer().statuses().get(502));
            assertEquals(300, run.plant.measures().gateway().tries());
        }

        @Test
        void leavesAloneWhatItIsNotToldToTryAgain() {
            PlantFixture fixture = PlantRun.burst(100);
            fixture.resilience =
                    resilience(gateway(2, 0, EVERYTHING - Gateway.CONNECT_FAILURE - Gateway.BAD_GATEWAY, false));

            PlantRun run = withADeadPod(fixture).toTheEnd();

            assertEquals(100, run.clients().statuses().get(502));
            assertEquals(0, run.plant.measures().gateway().retries());
        }

        @Test
        void hasNothingToTryWithoutTargets() {
            PlantFixture fixture = PlantRun.burst(100);
            fixture.resilience = resilience(gateway(2, 0, EVERYTHING, false));
            PlantRun run = new PlantRun(fixture);
            run.world.targets().deregister(0, 0);

            run.toTheEnd();

            assertEquals(100, run.clients().failed().get(Cause.NO_TARGET));
            assertEquals(new GatewayCounts(100, 0, 0, 0), run.plant.measures().gateway());
        }
    }

    @Nested
    class WhenATargetIsSlow {

        private PlantFixture slow(boolean cancels) {
            PlantFixture fixture = PlantRun.burst(1);
            fixture.pods = 2;
            fixture.cpu = Quantiles.fixed(10.0 * SECOND);
            fixture.clientTimeoutNanos = 100 * SECOND;
            fixture.resilience = resilience(gateway(1, SECOND, Gateway.TIMEOUT, cancels));
            return fixture;
        }

        @Test
        void leavesItAtWorkForNobody() {
            PlantRun run = new PlantRun(slow(false));
            long start = run.arrival(0, 0);

            run.plant.advance(start + SECOND + 500 * MILLI);
            assertEquals(2, run.residents());
            assertEquals(0, run.endedBefore(start + 2010 * MILLI));
            assertEquals(1, run.endedAt(start + 2010 * MILLI));
            run.toTheEnd();

            assertEquals(20.0 * SECOND, cpu(run), SECOND / 1000.0);
            assertEquals(1, run.clients().statuses().get(504));
            assertEquals(0, run.residents());
        }

        @Test
        void stopsItIfItCancels() {
            PlantRun run = new PlantRun(slow(true));

            run.toTheEnd();

            assertEquals(2.0 * SECOND, cpu(run), SECOND / 1000.0);
            assertEquals(1, run.clients().statuses().get(504));
        }

        private double cpu(PlantRun run) {
            return run.plant.cpuUsedCoreNanos(0, 1000 * SECOND) + run.plant.cpuUsedCoreNanos(1, 1000 * SECOND);
        }

        @Test
        void answersWithTheFasterSecondTry() {
            // Draws are exponential: P(a try takes over 0.1 s) = 1/e, and there are up to three.
            PlantFixture fixture = new PlantFixture();
            fixture.pods = 3;
            fixture.concurrency = 1000;
            fixture.podMillis = 1_000_000;
            fixture.arrivals = second -> 300;
            fixture.cpu = Quantiles.exponential(0.1 * SECOND);
            fixture.resilience = resilience(gateway(2, SECOND / 10, Gateway.TIMEOUT, false));

            PlantRun run = new PlantRun(fixture).toTheEnd();

            double late = Math.exp(-1);
            double requests = run.arrived();
            assertEquals(1 + late + late * late, run.plant.measures().gateway().tries() / requests, 0.02);
            assertEquals(late * late * late, run.clients().failedTotal() / requests, 0.005);
            assertTrue(latency(run).percentileNanos(0.999) < 0.33 * SECOND);
        }
    }

    @Nested
    class ABudget {

        @Test
        void ofRequestsBoundsRetriesToItsShare() {
            PlantFixture fixture = new PlantFixture();
            fixture.resilience = resilience(bounded(0.1, false, 0));

            PlantRun run = withADeadPod(fixture).toTheEnd();

            assertEquals(3000, run.arrived());
            assertEquals(300, run.plant.measures().gateway().retries());
            assertEquals(3000, run.plant.measures().gateway().refused());
        }

        @Test
        void ofActiveRequestsBoundsThemAtEachInstant() {
            // One try in two is refused at once; the others stay 1 s, 200 at a time.
            PlantFixture fixture = new PlantFixture();
            fixture.pods = 2;
            fixture.concurrency = 1000;
            fixture.podMillis = 1_000_000;
            fixture.cpu = Quantiles.fixed(SECOND);
            fixture.arrivals = second -> 200;
            fixture.resilience = resilience(bounded(0.1, true, 0));

            PlantRun run = withADeadPod(fixture).toTheEnd();

            // A retry lasts 1.01 s, and at most a tenth of the requests held may be retries: n = 0.1 (100 + n), 11 a
            // second.
            double retries = run.plant.measures().gateway().retries();
            assertEquals(60 * 11, retries, 60 * 2.5);
            assertEquals(
                    run.clients().failedTotal(), run.plant.measures().gateway().refused());
        }

        @Test
        void ofActiveRequestsAlwaysAllowsItsFloor() {
            PlantFixture fixture = new PlantFixture();
            fixture.pods = 2;
            fixture.arrivals = second -> 1;
            fixture.resilience = resilience(bounded(0, true, 3));

            PlantRun run = withADeadPod(fixture).toTheEnd();

            assertEquals(0, run.clients().failedTotal());
            assertEquals(0, run.plant.measures().gateway().refused());
        }
    }

    @Nested
    class Ledgers {

        @ParameterizedTest
        @CsvSource({"0,false,false", "2,false,false", "2,true,false", "2,false,true", "2,true,true"})
        void balanceThroughAStorm(int clientRetries, boolean clientCancels, boolean gatewayCancels) {
            PlantFixture fixture = new PlantFixture();
            fixture.zones = 2;
            fixture.pods = 4;
            fixture.concurrency = 4;
            fixture.backlog = 30;
            fixture.queries = 2;
            fixture.line = new Line(true, Quantiles.fixed(900.0 * MILLI), List.of());
            fixture.connections = new DatabaseConnections(2, 3, SECOND, SECOND, 2 * SECOND);
            fixture.routing =
                    new CompiledBalancer.Routing(BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS, false, false, 0, null);
            fixture.clientTimeoutNanos = 8 * SECOND;
            fixture.idleTimeoutNanos = 3 * SECOND;
            fixture.workerTimeoutNanos = 5 * SECOND;
            fixture.arrivals = second -> second < 20 ? 150 : second < 35 ? 640 : 120;
            fixture.attempts = new CompiledAttempts(
                    clientRetries == 0 ? 0 : 1500 * MILLI,
                    clientCancels,
                    Collections.nCopies(clientRetries, new Wait(0, Quantiles.fixed(5e7))),
                    0.9,
                    true,
                    true,
                    UNBOUNDED,
                    0,
                    0);
            fixture.resilience = resilience(gateway(2, 700 * MILLI, EVERYTHING, gatewayCancels));
            PlantRun run = new PlantRun(fixture);
            SplittableRandom random = new SplittableRandom(11);

            int step = 0;
            for (long now = 0; now < 60 * SECOND; now += 1 + random.nextLong(400 * MILLI)) {
                run.plant.advance(now);
                if (step == 0 && now > 25 * SECOND) {
                    run.plant.zoneSilenced(1, now);
                    run.plant.podEnded(1, true, now);
                    step++;
                } else if (step == 1 && now > 30 * SECOND) {
                    run.plant.zoneRestored(1, now);
                    run.plant.podStarted(1, 0, 1, 1, now);
                    step++;
                } else if (step == 2 && now > 40 * SECOND) {
                    run.plant.databaseLost(now);
                    run.plant.podEnded(2, false, now);
                    step++;
                }
            }
            run.plant.databaseReachable(0, 60 * SECOND);
            run.toTheEnd();

            long arrived = 20 * 150 + 15 * 640 + 25 * 120;
            assertEquals(arrived, run.arrived());
            assertEquals(arrived, run.plant.ended());
            assertEquals(arrived, run.clients().succeeded() + run.clients().failedTotal());
            assertEquals(0, run.residents());
            for (int zone = 0; zone < 2; zone++) {
                for (int pod = 0; pod < 4; pod++) {
                    assertEquals(0, run.plant.outstanding(zone, 0, pod));
                }
            }
            GatewayCounts counts = run.plant.measures().gateway();
            assertEquals(0, run.plant.measures().heldAtGateway(), counts.toString());
            assertTrue(counts.retries() > 500, counts.toString());
            assertTrue(run.clients().failedTotal() > 20);
        }
    }
}
