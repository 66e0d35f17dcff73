package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BalancingTest {

    /** A thousand requests that stay where they are sent. */
    private static PlantFixture staying(int pods) {
        PlantFixture fixture = PlantRun.burst(1000);
        fixture.pods = pods;
        fixture.concurrency = 300;
        fixture.cpu = Quantiles.fixed(1000.0 * SECOND);
        return fixture;
    }

    @Test
    void sendsTheSameNumberToEachHealthyPod() {
        PlantRun run = new PlantRun(staying(5));

        run.plant.advance(SECOND);

        for (int pod = 0; pod < 5; pod++) {
            assertEquals(200, run.plant.residents(pod), "pod " + pod);
        }
    }

    @Test
    void sendsTheSameNumberFromTheNodesOfAllZones() {
        PlantFixture fixture = staying(6);
        fixture.zones = 3;
        PlantRun run = new PlantRun(fixture);

        run.plant.advance(SECOND);

        for (int pod = 0; pod < 6; pod++) {
            // Each of the three nodes counts on its own and is off by at most one.
            assertEquals(1000 / 6.0, run.plant.residents(pod), 3, "pod " + pod);
        }
    }

    @Test
    void sendsNothingToAPodThatIsHeldUnhealthy() {
        PlantRun run = new PlantRun(staying(5));
        run.world.targets().setHealthy(0, 0, 2, false);

        run.plant.advance(SECOND);

        assertEquals(0, run.plant.residents(2));
        assertEquals(250, run.plant.residents(4));
    }

    @Test
    void sendsToAllWhenNoneIsHealthy() {
        PlantRun run = new PlantRun(staying(5));
        for (int pod = 0; pod < 5; pod++) {
            run.world.targets().setHealthy(0, 0, pod, false);
        }

        run.plant.advance(SECOND);

        for (int pod = 0; pod < 5; pod++) {
            assertEquals(200, run.plant.residents(pod), "pod " + pod);
        }
    }

    @Test
    void answers503AtOnceWhenNoneIsRegistered() {
        PlantRun run = new PlantRun(staying(2));
        run.world.targets().deregister(0, 0);
        run.world.targets().deregister(0, 1);

        assertEquals(1000, run.endedBefore(SECOND));
        run.toTheEnd();

        assertEquals(Map.of(503, 1000L), run.balancer().statuses());
        assertEquals(Map.of(Cause.NO_TARGET, 1000L), run.balancer().failed());
    }
}
