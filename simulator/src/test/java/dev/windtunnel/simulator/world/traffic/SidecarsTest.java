package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.compile.CompiledRuntime.Proxy;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Service mesh proxies beside the application. */
class SidecarsTest {

    private static CompiledRuntime meshed(long latencyNanos, long cpuNanos, int limitMillis) {
        return new CompiledRuntime(
                1,
                false,
                new Proxy(
                        Quantiles.fixed((double) latencyNanos),
                        (double) latencyNanos,
                        Quantiles.fixed((double) cpuNanos),
                        100,
                        limitMillis));
    }

    /** Latencies as clients see them. */
    private static List<Long> latencies(PlantFixture fixture) {
        List<Long> seen = new ArrayList<>();
        PlantRun run = new PlantRun(fixture);
        run.plant.watch(new StationProbe() {
            @Override
            public void came(int workload, long now) {}

            @Override
            public void refused(int workload, long now) {}

            @Override
            public void started(int workload, long waitedNanos, long now) {}

            @Override
            public void leftLine(int workload, long waitedNanos, long now) {}

            @Override
            public void left(int workload, long sojournNanos, long now) {}

            @Override
            public void answered(int endpoint, boolean good, long latencyNanos, long now) {
                seen.add(latencyNanos);
            }
        });
        run.toTheEnd();
        return seen;
    }

    private static PlantFixture single() {
        PlantFixture fixture = PlantRun.burst(1);
        fixture.cpu = Quantiles.fixed(10.0 * MILLI);
        return fixture;
    }

    @Test
    void addTheirTimeToBothWaysAndTheirCpuToTheWayIn() {
        PlantFixture fixture = single();
        long plain = latencies(fixture).getFirst();
        fixture.runtime = meshed(2 * MILLI, 3 * MILLI, 2000);

        long meshed = latencies(fixture).getFirst();

        assertTrue(
                Math.abs(meshed - (plain + 2 * 2 * MILLI + 3 * MILLI)) <= 2,
                () -> plain + " ns, then " + meshed + " ns");
    }

    @Test
    void chargeTheirCpuToThePod() {
        PlantFixture fixture = new PlantFixture();
        fixture.concurrency = 100;
        fixture.cpu = Quantiles.fixed((double) MILLI);
        fixture.runtime = meshed(0, MILLI / 2, 2000);
        PlantRun run = new PlantRun(fixture).toTheEnd();

        long requests = run.clients().succeeded();
        assertEquals(60 * 50, requests);
        assertEquals(1.5 * MILLI * requests, run.plant.cpuUsedCoreNanos(0, 100 * SECOND), 1000);
        assertEquals(0.5 * MILLI * requests, run.plant.surroundings().sidecarUsedCoreNanos(0, 100 * SECOND), 1000);
    }

    @Test
    void areHeldBackByTheirOwnLimit() {
        PlantFixture fixture = single();
        fixture.runtime = meshed(0, 50 * MILLI, 100);
        PlantRun run = new PlantRun(fixture);
        long ends = run.arrival(0, 0) + 500 * MILLI + 10 * MILLI;

        assertEquals(0, run.endedBefore(ends - 10));
        assertEquals(1, run.plant.residents(0));
        assertEquals(1, run.endedAt(ends + 10));
        run.toTheEnd();

        assertEquals(List.of(Cause.SIDECAR), List.copyOf(run.clients().latency().keySet()));
    }

    @Test
    void areThrottledByTheirOwnQuota() {
        PlantFixture fixture = single();
        Proxy proxy = new Proxy(Quantiles.fixed(0), 0, Quantiles.fixed(50.0 * MILLI), 100, 100);
        fixture.runtime = new CompiledRuntime(1, true, proxy);
        PlantRun run = new PlantRun(fixture).toTheEnd();

        // 50 ms of work at 10 ms a period: held four times before the rest.
        assertEquals(4, (double) run.plant.surroundings().throttledPeriods(0), 1);
        assertEquals(1, run.clients().succeeded());
    }

    @Test
    void shareTheNodeWithTheApplication() {
        PlantFixture fixture = single();
        fixture.nodeMillis = 500;
        fixture.runtime = meshed(0, 10 * MILLI, 2000);
        PlantRun run = new PlantRun(fixture);
        // Each alone on half a core, one after the other.
        long ends = run.arrival(0, 0) + 40 * MILLI;

        assertEquals(0, run.endedBefore(ends - 10));
        assertEquals(1, run.endedAt(ends + 10));
    }

    @Test
    void endWithTheirPodAndAllThatIsInThem() {
        PlantFixture fixture = PlantRun.burst(20);
        fixture.runtime = meshed(0, 10 * SECOND, 2000);
        PlantRun run = new PlantRun(fixture);
        run.plant.advance(2 * SECOND);
        assertEquals(20, run.plant.residents(0));

        run.plant.podEnded(0, false, 2 * SECOND);
        assertEquals(20, run.plant.ended());
        run.plant.podStarted(0, 0, 0, 0, 2 * SECOND);
        run.toTheEnd();

        assertEquals(Map.of(Cause.POD_STOPPED, 20L), run.clients().failed());
        assertEquals(0.0, run.plant.cpuUsedCoreNanos(0, 100 * SECOND));
    }

    @Test
    void areWhatAClientThatGaveUpHadWaitedFor() {
        PlantFixture fixture = single();
        fixture.clientTimeoutNanos = 3 * SECOND;
        fixture.runtime = meshed(0, 10 * SECOND, 1000);
        PlantRun run = new PlantRun(fixture).toTheEnd();

        assertEquals(Map.of(Cause.SIDECAR, 1L), run.clients().failed());
        assertEquals(0, run.plant.residents(0));
        // Nobody told the proxy or the application: both work to the end.
        assertTrue(run.plant.cpuUsedCoreNanos(0, 100 * SECOND) > 10.0 * SECOND);
    }
}
