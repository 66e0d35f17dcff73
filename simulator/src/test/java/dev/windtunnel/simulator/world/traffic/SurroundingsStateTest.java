package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.windtunnel.simulator.compile.CompiledPath;
import dev.windtunnel.simulator.compile.CompiledPath.Call;
import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.compile.CompiledRuntime.Proxy;
import dev.windtunnel.simulator.compile.CompiledSurroundings;
import dev.windtunnel.simulator.compile.CompiledSurroundings.Cache;
import dev.windtunnel.simulator.compile.CompiledSurroundings.Service;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All of the surroundings at once: nothing allocated, nothing lost, the state copied. */
class SurroundingsStateTest {

    private static final long SECOND = PlantFixture.SECOND;

    private static PlantFixture everything(int perSecond) {
        PlantFixture fixture = new PlantFixture();
        fixture.pods = 20;
        fixture.zones = 2;
        fixture.concurrency = 64;
        fixture.podMillis = 530;
        fixture.queries = 2;
        fixture.roundTripNanos = 300_000;
        fixture.cpu = Quantiles.exponential(100_000);
        fixture.query = Quantiles.exponential(10_000);
        fixture.connections = new DatabaseConnections(64, 64, SECOND, SECOND, SECOND);
        fixture.databaseCpus = 40;
        fixture.usableConnections = 10_000;
        fixture.clientTimeoutNanos = SECOND;
        fixture.natZones = List.of(0, 0, 0);
        fixture.arrivals = second -> perSecond;
        Proxy proxy = new Proxy(Quantiles.exponential(100_000), 100_000, Quantiles.exponential(3000), 100, 1000);
        fixture.runtime = new CompiledRuntime(4, true, proxy);
        fixture.surroundings = new CompiledSurroundings(
                List.of(new Service(
                        "payments", Quantiles.exponential(2e6), 2e6, 0.1, SECOND / 2, 1000, 5000, Integer.MAX_VALUE)),
                List.of(new Cache(
                        "items",
                        false,
                        0.7,
                        1_000_000,
                        true,
                        Quantiles.exponential(100_000),
                        100_000,
                        0,
                        SECOND / 4,
                        1000,
                        2048)));
        fixture.path = new CompiledPath(List.of(new Call(0, 1, 0.3, true)), 0, List.of(new Call(0, 2, 0.1, true)), 0);
        return fixture;
    }

    @Test
    void allocatesNothingForAMillionRequests() {
        PlantFixture fixture = everything(100_000);
        // A rush at first, so that every line has had room for more than will ever wait again.
        fixture.arrivals = second -> second == 5 ? 130_000 : 100_000;
        PlantRun run = new PlantRun(fixture);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Visits, 5,000 new ones a second, have room from second 13.2 until second 25.9.
        run.plant.advance(14 * SECOND);
        threads.getCurrentThreadAllocatedBytes();
        long endedBefore = run.plant.ended();

        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        run.plant.advance(25 * SECOND);
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        assertEquals(0, bytes);
        assertTrue(run.plant.ended() - endedBefore >= 1_000_000, "ended " + (run.plant.ended() - endedBefore));
        assertTrue(run.plant.surroundings().throttledPeriods(0) > 0, "nothing was throttled");
    }

    @Test
    void losesNoRequest() {
        PlantFixture fixture = everything(3000);
        fixture.arrivals = second -> second < 30 ? 3000 : 0;
        PlantRun run = new PlantRun(fixture);
        run.plant.advance(10 * SECOND);
        run.plant.podEnded(3, false, 10 * SECOND);
        run.plant.podStarted(3, 0, 3, 1, 10 * SECOND);
        run.plant.advance(15 * SECOND);
        run.plant.cacheLost(0, 15 * SECOND);
        run.toTheEnd();

        assertEquals(run.arrived(), run.plant.ended());
        assertEquals(run.arrived(), run.clients().counted());
        assertEquals(0, run.residents());
        run.plant.surroundings().peakNatShare(0);
        assertEquals(0, run.plant.surroundings().peakNatShare(0));
    }

    @Test
    void copiesItsCounters() {
        PlantRun run = new PlantRun(everything(3000));
        run.plant.advance(5 * SECOND);
        Surroundings copy = new PlantRun(everything(3000)).plant.surroundings();

        copy.copyFrom(run.plant.surroundings());

        Surroundings original = run.plant.surroundings();
        assertTrue(original.calls(0) > 0 && original.hits(0) > 0);
        assertEquals(original.calls(0), copy.calls(0));
        assertEquals(original.failedCalls(0), copy.failedCalls(0));
        assertEquals(original.lookups(0), copy.lookups(0));
        assertEquals(original.hits(0), copy.hits(0));
        assertEquals(original.caches.full(0), copy.caches.full(0));
        assertEquals(original.activePeriods(0), copy.activePeriods(0));
        assertEquals(original.throttledNanos(0), copy.throttledNanos(0));
        assertEquals(original.peakNatShare(0), copy.peakNatShare(0));
    }
}
