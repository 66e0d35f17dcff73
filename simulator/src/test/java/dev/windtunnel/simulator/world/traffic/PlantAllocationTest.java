package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.windtunnel.model.compute.StatementCancel;
import dev.windtunnel.simulator.compile.CompiledAttempts.Wait;
import dev.windtunnel.simulator.compile.CompiledResilience;
import dev.windtunnel.simulator.compile.CompiledResilience.Gateway;
import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantAllocationTest {

    private static final long SECOND = PlantFixture.SECOND;

    @Test
    void allocatesNothingForTenMillionRequests() {
        assertAllocatesNothing(new PlantFixture());
    }

    /** One try in twenty fails at the application, and one pod refuses; statements have the code of retries around them. */
    @Test
    void allocatesNothingWhereGatewayAndDatabaseClientTryAgain() {
        List<Wait> waits = List.of(new Wait(0, Quantiles.exponential(20_000)), new Wait(0, Quantiles.fixed(1000)));
        PlantFixture fixture = new PlantFixture();
        fixture.resilience = new CompiledResilience(
                new Gateway(waits, SECOND / 4, 127, 0.5, true, 3, true),
                List.of(new Statements(waits, 7, 0.5, StatementCancel.CLOSE, 0)),
                List.of(0.05));

        PlantRun run = assertAllocatesNothing(fixture);

        assertTrue(run.plant.measures().gateway().retries() > 500_000);
    }

    private static PlantRun assertAllocatesNothing(PlantFixture fixture) {
        fixture.pods = 40;
        fixture.concurrency = 16;
        fixture.podMillis = 2000;
        fixture.queries = 2;
        fixture.roundTripNanos = 300_000;
        fixture.cpu = Quantiles.exponential(20_000);
        fixture.query = Quantiles.exponential(10_000);
        fixture.overhead = Quantiles.exponential(5_000);
        fixture.connections = new DatabaseConnections(16, 16, SECOND, SECOND, SECOND);
        fixture.clientTimeoutNanos = SECOND;
        fixture.idleTimeoutNanos = SECOND / 2;
        fixture.arrivals = second -> 500_000;
        fixture.databaseCpus = 40;
        fixture.usableConnections = 10_000;
        PlantRun run = new PlantRun(fixture);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Visits, 25,000 new ones a second, have room from second 21 until second 41.9.
        run.plant.advance(21_500 * SECOND / 1000);
        threads.getCurrentThreadAllocatedBytes();
        long endedBefore = run.plant.ended();

        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        run.plant.advance(41_800 * SECOND / 1000);
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        assertEquals(0, bytes);
        assertTrue(run.plant.ended() - endedBefore >= 10_000_000, "ended " + (run.plant.ended() - endedBefore));
        return run;
    }
}
