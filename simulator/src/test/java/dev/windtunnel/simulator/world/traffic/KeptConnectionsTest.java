package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.compile.CompiledSurroundings;
import dev.windtunnel.simulator.compile.CompiledSurroundings.Targets;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Connections that load balancer nodes keep to pods, and that servers close. */
class KeptConnectionsTest {

    private static final long ROUND_TRIP = 4 * MILLI;

    private static PlantFixture tracked(long keepaliveNanos, Targets targets) {
        PlantFixture fixture = new PlantFixture();
        fixture.cpu = Quantiles.fixed(10.0 * MILLI);
        fixture.arrivals = second -> second % 5 == 0 && second < 10 ? 1 : 0;
        fixture.roundTripNanos = ROUND_TRIP;
        fixture.idleTimeoutNanos = 60 * SECOND;
        fixture.runtime = new CompiledRuntime(1, false, null, keepaliveNanos);
        fixture.surroundings =
                new CompiledSurroundings(List.of(), List.of(), CompiledSurroundings.NAT_CONNECTIONS, targets);
        return fixture;
    }

    private static PlantFixture tracked(long keepaliveNanos) {
        return tracked(keepaliveNanos, new Targets(true, false, 0));
    }

    /** How long the connection of the first of two requests has been idle when the second comes. */
    private static long idle() {
        PlantRun run = new PlantRun(tracked(SECOND));
        return run.arrival(5, 0) - run.arrival(0, 0) - 10 * MILLI;
    }

    @Nested
    class WhenTheServerClosesFirst {

        @Test
        void answers502ToWhatCrossesItsClosing() {
            for (long crossing : List.of(-ROUND_TRIP / 2 + 1, 0L, ROUND_TRIP / 2)) {
                PlantRun run = new PlantRun(tracked(idle() + crossing)).toTheEnd();

                assertEquals(Map.of(502, 1L), run.balancer().statuses(), "crossing " + crossing);
                assertEquals(Map.of(Cause.KEEPALIVE_RACE, 1L), run.clients().failed());
                assertEquals(1, run.clients().succeeded());
            }
        }

        @Test
        void losesNothingBeforeAndAfter() {
            for (long apart : List.of(-ROUND_TRIP / 2, ROUND_TRIP / 2 + 1)) {
                PlantRun run = new PlantRun(tracked(idle() + apart)).toTheEnd();

                assertEquals(2, run.clients().succeeded(), "apart " + apart);
            }
        }

        /** A gap of Poisson arrivals falls into the window with probability exp(-l (K - r/2)) - exp(-l (K + r/2)). */
        @Test
        void losesTheShareOfGapsThatFallIntoTheWindow() {
            PlantFixture fixture = tracked(2 * SECOND);
            fixture.source = new Arrivals.Renewal(Quantiles.exponential((double) SECOND), (double) SECOND);
            fixture.cpu = Quantiles.fixed(1000);
            fixture.roundTripNanos = 100 * MILLI;
            fixture.horizonSeconds = 40_000;
            PlantRun run = new PlantRun(fixture).toTheEnd();

            double requests = run.clients().counted();
            double share = StrictMath.exp(-1.95) - StrictMath.exp(-2.05);
            double raced = Objects.requireNonNull(run.clients().failed().get(Cause.KEEPALIVE_RACE));
            // What raced leaves no connection behind, so the next request cannot race.
            double expected = requests * share / (1 + share);
            assertEquals(expected, raced, 4 * Math.sqrt(expected));
        }
    }

    @Test
    void areClosedByTheNodeWhereTheServerKeepsThemLonger() {
        PlantFixture fixture = tracked(75 * SECOND);
        fixture.source = new Arrivals.Renewal(Quantiles.exponential(50.0 * SECOND), 50.0 * SECOND);
        fixture.roundTripNanos = SECOND / 2;
        fixture.horizonSeconds = 40_000;
        PlantRun run = new PlantRun(fixture).toTheEnd();

        assertTrue(run.clients().counted() > 500);
        assertEquals(Map.of(), run.clients().failed());
    }

    @Test
    void areOfOneNodeOnly() {
        PlantFixture two = tracked(20 * SECOND);
        two.zones = 2;
        two.pods = 2;
        KeptConnections kept = new PlantRun(two).plant.surroundings().kept();
        PodStation station = new PodStation(1, 0, 1, new NodeCpu(0, 1000, 1), 1000, 1, 0);

        kept.keep(0, station, SECOND);

        assertEquals(KeptConnections.NONE, kept.take(1, station, ROUND_TRIP, 2 * SECOND));
        assertEquals(KeptConnections.KEPT, kept.take(0, station, ROUND_TRIP, 2 * SECOND));
        assertEquals(KeptConnections.NONE, kept.take(0, station, ROUND_TRIP, 2 * SECOND));
    }

    @Test
    void areForgottenWhenTheyAreOldAndManyCanBeKept() {
        KeptConnections kept =
                new PlantRun(tracked(20 * SECOND)).plant.surroundings().kept();
        PodStation station = new PodStation(0, 0, 0, new NodeCpu(0, 1000, 1), 1000, 1, 0);
        for (int connection = 0; connection < 1000; connection++) {
            kept.keep(0, station, connection * SECOND);
        }

        assertEquals(20, kept.forget(station, 999 * SECOND), 1);
        assertEquals(0, kept.forget(station, 999 * SECOND));
    }

    @Test
    void takeAHandshakeOfThePodWhereTheyAreEncrypted() {
        PlantRun plain = new PlantRun(tracked(SECOND)).toTheEnd();
        PlantRun encrypted = new PlantRun(tracked(SECOND, new Targets(true, true, 3 * MILLI))).toTheEnd();
        PlantRun kept = new PlantRun(tracked(20 * SECOND, new Targets(true, true, 3 * MILLI))).toTheEnd();

        assertEquals(20.0 * MILLI, plain.plant.cpuUsedCoreNanos(0, 100 * SECOND), 1);
        assertEquals(26.0 * MILLI, encrypted.plant.cpuUsedCoreNanos(0, 100 * SECOND), 1);
        assertEquals(23.0 * MILLI, kept.plant.cpuUsedCoreNanos(0, 100 * SECOND), 1);
    }
}
