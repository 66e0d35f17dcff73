package dev.windtunnel.benchmarks;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.StationNetwork;
import dev.windtunnel.simulator.world.state.WorldState;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import java.util.ArrayList;
import java.util.List;

/** Our engine: each station a workload of one pod with a worker and a CPU for each server, behind the load balancer. */
final class WindtunnelEngine implements QueueEngine {

    private static final long SECOND = 1_000_000_000L;

    @Override
    public Measured run(Network network, long customers, long seed) {
        CompiledScenario scenario = scenario(network, customers).compile(seed);
        WorldState world = new WorldState(scenario);
        ExactPlant plant = new ExactPlant(scenario, world, true);
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

    /** The network for so many customers, none of whom gives up. */
    static CompiledScenario standing(Network network, long customers, long seed) {
        StationNetwork patient = scenario(network, customers);
        return new StationNetwork(
                        patient.arrivals(),
                        patient.stations(),
                        patient.routing(),
                        patient.horizonNanos() + 1,
                        patient.horizonNanos())
                .compile(seed);
    }

    private static StationNetwork scenario(Network network, long customers) {
        List<StationNetwork.Station> stations = new ArrayList<>();
        int last = network.stations().size() - 1;
        for (int i = 0; i <= last; i++) {
            Network.Station station = network.stations().get(i);
            stations.add(new StationNetwork.Station(
                    "station" + i,
                    1,
                    station.servers(),
                    0,
                    StationNetwork.Station.ENDLESS,
                    new Distribution.Exponential(station.meanServiceSeconds()),
                    null,
                    i < last ? List.of(new StationNetwork.Next(i + 1, 1)) : List.of()));
        }
        double gap = 1 / network.arrivalsPerSecond();
        return new StationNetwork(
                new StationNetwork.Renewal(new Distribution.Exponential(gap)),
                stations,
                CompiledBalancer.Routing.IN_TURNS,
                60 * SECOND,
                (long) (customers * gap * SECOND));
    }
}
