package dev.windtunnel.simulator.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in numbers: zones, workloads and endpoints are indices into lists sorted by name.
 *
 * @param seed of every draw
 * @param horizonNanos when it ends
 * @param arrivals when requests set out
 * @param roundTripNanos between two zones, by {@code from * zones + to}; constant during a run, drawn for each pair (EC2-49,
 *     EC2-50)
 * @param database null if the environment is simulated without one
 * @param effects what is done to the world, by start time
 * @param surroundings what the application uses beside the database
 */
public record CompiledScenario(
        long seed,
        long horizonNanos,
        List<String> zones,
        List<CompiledWorkload> workloads,
        List<CompiledEndpoint> endpoints,
        Arrivals arrivals,
        CompiledClients clients,
        CompiledBalancer balancer,
        @Nullable CompiledDatabase database,
        CompiledCluster cluster,
        List<Long> roundTripNanos,
        List<Effect> effects,
        CompiledSurroundings surroundings) {

    /** Copies. */
    public CompiledScenario {
        zones = List.copyOf(zones);
        workloads = List.copyOf(workloads);
        endpoints = List.copyOf(endpoints);
        roundTripNanos = List.copyOf(roundTripNanos);
        effects = List.copyOf(effects);
    }

    /** Seconds that have begun before the end. */
    public int horizonSeconds() {
        return (int) ((horizonNanos + 999_999_999L) / 1_000_000_000L);
    }
}
