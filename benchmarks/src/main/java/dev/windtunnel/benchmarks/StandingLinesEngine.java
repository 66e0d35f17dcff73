package dev.windtunnel.benchmarks;

import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.world.traffic.StandingLines;

/**
 * Our engine where nothing can change: what a customer will do is known when it comes, to the nanosecond of the exact plant,
 * with the same draws, histograms, causes and digest. Only for networks of queues; pods of a design go the other way.
 */
final class StandingLinesEngine implements QueueEngine {

    @Override
    public Measured run(Network network, long customers, long seed) {
        CompiledScenario scenario = WindtunnelEngine.standing(network, customers, seed);
        StandingLines lines = new StandingLines(scenario);
        lines.advance(scenario.horizonNanos());
        return new Measured(lines.ended(), lines.events(), lines.waitedNanos() / 1e9 / lines.ended());
    }
}
