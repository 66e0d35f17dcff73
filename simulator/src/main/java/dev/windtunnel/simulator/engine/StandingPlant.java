package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.world.state.WorldState;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.StationProbe;

/**
 * The exact plant under pods that stand still: all of them serve and are healthy from the beginning, each on a node that
 * gives it all it asks for, and no controller changes anything. What is left is queueing.
 */
public final class StandingPlant {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int NODE_MILLIS = 2_000_000_000;

    private final ExactPlant plant;
    private final int pods;
    private long now;

    /**
     * The plant at time 0.
     *
     * @param probe sees every visit to a station
     */
    public StandingPlant(CompiledScenario scenario, StationProbe probe) {
        WorldState world = new WorldState(scenario);
        plant = new ExactPlant(scenario, world, false);
        plant.watch(probe);
        int pod = 0;
        for (int workload = 0; workload < scenario.workloads().size(); workload++) {
            for (int i = 0; i < scenario.workloads().get(workload).initialReplicas(); i++) {
                plant.nodeAdded(pod, NODE_MILLIS, 1.0);
                plant.podStarted(pod, workload, pod, 0, 0);
                world.targets().register(workload, pod, 0);
                world.targets().setHealthy(0, workload, pod, true);
                pod++;
            }
        }
        pods = pod;
    }

    /** Simulates until, and without, an instant. */
    public void advance(long untilNanos) {
        while (now < untilNanos) {
            long next = Math.min(untilNanos, (now / MINUTE_NANOS + 1) * MINUTE_NANOS);
            plant.advance(next);
            now = next;
            if (now % MINUTE_NANOS == 0) {
                plant.closeMinutes(now);
            }
        }
    }

    /** From now on all nodes work at this speed; 0 halts them. */
    public void speed(double speed) {
        for (int node = 0; node < pods; node++) {
            plant.speedChanged(node, speed, now);
        }
    }

    /** Sum over all outcomes; equal runs have equal digests. */
    public long digest() {
        return plant.digest();
    }
}
