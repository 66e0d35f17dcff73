package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.compile.CompiledResilience;
import dev.windtunnel.simulator.result.Cause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An endpoint that answers one request in five with 500, whatever its server does. */
class ErrorShareTest {

    private static PlantFixture many() {
        PlantFixture fixture = new PlantFixture();
        fixture.concurrency = 100;
        fixture.podMillis = 100_000;
        fixture.arrivals = second -> 500;
        return fixture;
    }

    @Test
    void isAnsweredWith500AfterTheWorkWasDone() {
        PlantFixture fixture = many();
        fixture.resilience = new CompiledResilience(null, List.of(), List.of(0.2));
        PlantFixture faultless = many();

        PlantRun run = new PlantRun(fixture).toTheEnd();
        PlantRun without = new PlantRun(faultless).toTheEnd();

        long failed = run.clients().failedTotal();
        assertEquals(6000, (double) failed, 280);
        assertEquals(Map.of(500, failed), run.clients().statuses());
        assertEquals(Map.of(Cause.APPLICATION_ERROR, failed), run.clients().failed());
        assertEquals(Map.of(500, failed), run.balancer().statuses());
        assertEquals(
                without.plant.cpuUsedCoreNanos(0, 1000 * SECOND),
                run.plant.cpuUsedCoreNanos(0, 1000 * SECOND),
                SECOND / 1e6);
    }
}
