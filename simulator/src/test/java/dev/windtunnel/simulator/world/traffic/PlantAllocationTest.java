package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class PlantAllocationTest {

    private static final long SECOND = PlantFixture.SECOND;

    @Test
    void allocatesNothingForAMillionRequests() {
        PlantFixture fixture = new PlantFixture();
        fixture.pods = 4;
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
        fixture.arrivals = second -> 50_000;
        PlantRun run = new PlantRun(fixture);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Half of the minute: visits, 2,500 new ones a second, then have room until second 52.
        run.plant.advance(30 * SECOND);
        threads.getCurrentThreadAllocatedBytes();
        long endedBefore = run.plant.ended();

        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        run.plant.advance(51 * SECOND);
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        assertEquals(0, bytes);
        assertTrue(run.plant.ended() - endedBefore >= 1_000_000, "ended " + (run.plant.ended() - endedBefore));
    }
}
