package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.compile.CompiledCapacity;
import dev.windtunnel.simulator.compile.CompiledClients;
import dev.windtunnel.simulator.compile.CompiledCluster;
import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledPath;
import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.compile.CompiledResilience;
import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.CompiledStatements;
import dev.windtunnel.simulator.compile.CompiledSurroundings;
import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plant made by hand: one workload, pods that stand still, defaults that stay out of the way. */
public final class PlantFixture {

    static final long SECOND = 1_000_000_000L;

    long seed = 1;
    int zones = 1;
    int pods = 1;
    int podsPerNode = 1;
    int concurrency = 1;
    int podMillis = 1000;
    int nodeMillis = 1_000_000;
    int backlog = 1_000_000;
    CompiledWorkload.Line line = CompiledWorkload.Line.PLAIN;
    int queries;
    boolean writes;
    long horizonSeconds = 60;
    long clientTimeoutNanos = 600 * SECOND;
    long idleTimeoutNanos = 4000 * SECOND;
    long workerTimeoutNanos;
    QuantileTable cpu = Quantiles.exponential(0.01 * SECOND);
    QuantileTable query = Quantiles.exponential(0.001 * SECOND);
    QuantileTable overhead = Quantiles.fixed(0);
    long roundTripNanos;
    CountsBySecond arrivals = second -> 50;

    /** Instead of {@link #arrivals}. */
    @Nullable Arrivals source;

    CompiledAttempts attempts = CompiledAttempts.SINGLE;

    CompiledWorkload.@Nullable DatabaseConnections connections;
    int databaseCpus = 4;
    int usableConnections = 1000;
    CompiledBalancer.Routing routing = CompiledBalancer.Routing.IN_TURNS;
    double commitNanos;
    CompiledCapacity capacity = CompiledCapacity.NONE;
    CompiledStatements statements = CompiledStatements.NONE;
    CompiledResilience resilience = CompiledResilience.NONE;

    CompiledPath path = CompiledPath.PLAIN;
    CompiledRuntime runtime = CompiledRuntime.PLAIN;
    CompiledSurroundings surroundings = CompiledSurroundings.NONE;

    /** Where the NAT gateway of each zone stands; -1 without one. */
    List<Integer> natZones = List.of(-1, -1, -1);

    CompiledQueues queues = CompiledQueues.NONE;

    CompiledScenario scenario() {
        CompiledWorkload workload = new CompiledWorkload(
                "app",
                pods,
                pods,
                pods,
                0,
                0,
                podMillis,
                1 << 20,
                podMillis,
                concurrency,
                backlog,
                true,
                workerTimeoutNanos,
                connections,
                List.of(),
                ZoneSpread.NONE,
                0,
                Quantiles.fixed(0),
                SECOND,
                0,
                0,
                line,
                runtime);
        CompiledEndpoint endpoint = new CompiledEndpoint(
                "page",
                "GET",
                "/",
                0,
                1.0,
                cpu,
                queries,
                query,
                writes,
                1000,
                8000,
                0.01 * SECOND,
                0.001 * SECOND,
                statements,
                path);
        CompiledClients clients = new CompiledClients(
                clientTimeoutNanos,
                0.05,
                300 * SECOND,
                60 * SECOND,
                overhead,
                0,
                Quantiles.uniform(3e9, 21e9),
                60 * SECOND,
                false,
                attempts);
        CompiledBalancer balancer = new CompiledBalancer(
                true,
                idleTimeoutNanos,
                10 * SECOND,
                15 * SECOND,
                5 * SECOND,
                2,
                2,
                overhead,
                0,
                Quantiles.fixed(0),
                routing);
        CompiledDatabase database = connections == null
                ? null
                : new CompiledDatabase(
                        "db.test",
                        true,
                        0,
                        -1,
                        databaseCpus,
                        1.0,
                        usableConnections,
                        Quantiles.fixed(commitNanos),
                        commitNanos,
                        0,
                        4096,
                        100,
                        5 * SECOND,
                        capacity);
        List<String> zoneNames = List.of("a", "b", "c").subList(0, zones);
        List<Long> roundTrips = Collections.nCopies(zones * zones, roundTripNanos);
        CompiledCluster cluster = new CompiledCluster(List.of(), 0, 0, natZones.subList(0, zones), "1.34");
        return new CompiledScenario(
                seed,
                horizonSeconds * SECOND,
                zoneNames,
                List.of(workload),
                List.of(endpoint),
                source == null ? new Arrivals.Counted(arrivals) : source,
                clients,
                balancer,
                database,
                cluster,
                roundTrips,
                List.of(),
                surroundings,
                resilience,
                queues);
    }

    /** All pods serve and are held healthy from the beginning. */
    Running start() {
        CompiledScenario scenario = scenario();
        WorldState world = new WorldState(scenario);
        ExactPlant plant = new ExactPlant(scenario, world, true);
        for (int pod = 0; pod < pods; pod++) {
            int node = pod / podsPerNode;
            if (pod % podsPerNode == 0) {
                plant.nodeAdded(node, nodeMillis, 1.0);
            }
            int zone = node % zones;
            plant.podStarted(pod, 0, node, zone, 0);
            world.targets().register(0, pod, zone);
            for (int nodeZone = 0; nodeZone < zones; nodeZone++) {
                world.targets().setHealthy(nodeZone, 0, pod, true);
            }
        }
        return new Running(plant, world);
    }

    /** A started plant and its world. */
    record Running(ExactPlant plant, WorldState world) {}
}
