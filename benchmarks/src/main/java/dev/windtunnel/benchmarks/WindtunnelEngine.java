package dev.windtunnel.benchmarks;

import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.compile.CompiledClients;
import dev.windtunnel.simulator.compile.CompiledCluster;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.compile.CompiledWorkload.Line;
import dev.windtunnel.simulator.compile.CompiledWorkload.Onward;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.world.state.WorldState;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import java.util.ArrayList;
import java.util.List;

/** Our engine: each station a workload of one pod with a worker and a CPU for each server, behind the load balancer. */
final class WindtunnelEngine implements QueueEngine {

    private static final long SECOND = 1_000_000_000L;

    @Override
    public String name() {
        return "Windtunnel, exact plant";
    }

    @Override
    public Measured run(Network network, long customers, long seed) {
        CompiledScenario scenario = scenario(network, customers, seed);
        WorldState world = new WorldState(scenario);
        ExactPlant plant = new ExactPlant(scenario, world);
        for (int i = 0; i < network.stations().size(); i++) {
            plant.nodeAdded(i, network.stations().get(i).servers() * 1000, 1);
            plant.podStarted(i, i, i, 0, 0);
            world.targets().register(i, i, 0);
            world.targets().setHealthy(0, i, i, true);
        }
        for (long now = 0; now < scenario.horizonNanos(); now += 60 * SECOND) {
            plant.advance(Math.min(now + 60 * SECOND, scenario.horizonNanos()));
            plant.closeMinutes(now);
        }
        return new Measured(plant.ended(), plant.events(), plant.waitedNanos() / 1e9 / plant.ended());
    }

    private static CompiledScenario scenario(Network network, long customers, long seed) {
        QuantileTable nothing = Quantiles.fixed(0);
        List<CompiledWorkload> workloads = new ArrayList<>();
        List<CompiledEndpoint> endpoints = new ArrayList<>();
        int stations = network.stations().size();
        for (int i = 0; i < stations; i++) {
            Network.Station station = network.stations().get(i);
            double mean = station.meanServiceSeconds() * SECOND;
            List<Onward> onward = i + 1 < stations ? List.of(new Onward(i + 1, 1)) : List.of();
            workloads.add(new CompiledWorkload(
                    "station" + i,
                    1,
                    1,
                    1,
                    0,
                    0,
                    1000,
                    1,
                    station.servers() * 1000,
                    station.servers(),
                    1 << 30,
                    true,
                    0,
                    null,
                    List.of(),
                    ZoneSpread.NONE,
                    0,
                    nothing,
                    SECOND,
                    0,
                    0,
                    new Line(false, null, onward)));
            endpoints.add(new CompiledEndpoint(
                    "visit" + i,
                    "GET",
                    "/",
                    i,
                    i == 0 ? 1 : 0,
                    Quantiles.exponential(mean),
                    0,
                    nothing,
                    false,
                    0,
                    0,
                    mean,
                    0));
        }
        double gap = SECOND / network.arrivalsPerSecond();
        return new CompiledScenario(
                seed,
                (long) (customers * gap),
                List.of("a"),
                workloads,
                endpoints,
                new Arrivals.Renewal(Quantiles.exponential(gap), gap),
                new CompiledClients(60 * SECOND, 1e-12, 1L << 60, 1L << 60, nothing, 0, nothing, 60 * SECOND, false),
                new CompiledBalancer(
                        true, 4000 * SECOND, 10 * SECOND, 15 * SECOND, 5 * SECOND, 2, 2, nothing, 0, nothing),
                null,
                new CompiledCluster(List.of(), 0, 0, List.of(-1), "1.34"),
                List.of(0L),
                List.of());
    }
}
