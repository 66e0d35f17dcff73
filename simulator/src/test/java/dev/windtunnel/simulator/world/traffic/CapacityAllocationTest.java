package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledCapacity.Replica;
import dev.windtunnel.simulator.compile.CompiledCapacity.Replication;
import dev.windtunnel.simulator.compile.CompiledStatements;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityAllocationTest {

    private static final long SECOND = PlantFixture.SECOND;

    @Test
    void allocatesNothingForTheStatementsOfAMillionRequests() {
        CapacityFixture.Narrowed storage = new CapacityFixture.Narrowed();
        storage.cacheHits = 0.5;
        storage.iops = CapacityFixture.perSecond(1e6);
        PlantFixture fixture = new PlantFixture();
        fixture.pods = 4;
        fixture.concurrency = 64;
        fixture.podMillis = 4000;
        fixture.queries = 2;
        fixture.writes = true;
        fixture.cpu = Quantiles.exponential(20_000);
        fixture.query = Quantiles.exponential(10_000);
        fixture.connections = new DatabaseConnections(64, 64, SECOND, SECOND, SECOND);
        fixture.clientTimeoutNanos = SECOND;
        fixture.idleTimeoutNanos = SECOND / 2;
        fixture.arrivals = second -> 50_000;
        fixture.commitNanos = 100_000;
        fixture.statements = new CompiledStatements(4, false, 0.1, 10_000);
        fixture.capacity = new CompiledCapacity(
                0.02,
                0.0005,
                storage.storage(),
                new Replication(0.6, Quantiles.fixed(0), Long.MAX_VALUE),
                List.of(new Replica("db.test", 0, 2, 1.0, 1000, null)));
        PlantRun run = new PlantRun(fixture);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // As in PlantAllocationTest: visits have room until second 52.
        run.plant.advance(30 * SECOND);
        threads.getCurrentThreadAllocatedBytes();
        long endedBefore = run.plant.ended();

        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        run.plant.advance(51 * SECOND);
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        assertTrue(run.plant.ended() - endedBefore >= 1_000_000, "ended " + (run.plant.ended() - endedBefore));
        // Less than a thousandth of a byte each: the JVM itself may need a few dozen when it recompiles.
        assertTrue(bytes < 1000, "allocated " + bytes);
    }
}
