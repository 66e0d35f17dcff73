package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class QueueAllocationTest {

    private static final long SECOND = QueueFixture.SECOND;

    @Test
    void allocatesNothingForAMillionMessages() {
        QueueFixture fixture = new QueueFixture();
        // A pod's CPU has room for eight who compute from the beginning.
        fixture.plant.pods = 25;
        fixture.plant.concurrency = 8;
        fixture.plant.cpu = Quantiles.exponential(0.5e6);
        fixture.waiting = Quantiles.exponential(0.5e6);
        fixture.requestNanos = Quantiles.exponential(0.2e6);
        fixture.batch = 5;
        fixture.errors = 0.01;
        fixture.visibilityNanos = SECOND;
        fixture.maxReceives = 3;
        fixture.messages = second -> 50_000;
        fixture.plant.horizonSeconds = 60;
        ExactPlant plant = fixture.start();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        plant.advance(10 * SECOND);
        threads.getCurrentThreadAllocatedBytes();
        long before = plant.queues().inFlight(QueueFixture.ORDERS);

        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        plant.advance(32 * SECOND);
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        assertEquals(0, bytes, "in flight before " + before);
        long deleted = plant.queueCounts(QueueFixture.ORDERS).deleted();
        assertTrue(deleted >= 1_000_000, "deleted " + deleted);
    }
}
