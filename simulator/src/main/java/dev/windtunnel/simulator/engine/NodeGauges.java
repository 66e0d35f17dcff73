package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.result.Limits;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * CPU of the nodes in one minute, and what was offered to them. The busiest node counts: load balancers send its pods as much
 * as others. What is offered to a pod is an even share of its workload's work. One is made for each minute.
 */
final class NodeGauges {

    private final int workloads;
    private final TreeMap<Integer, Load> loads = new TreeMap<>();

    private static final class Load {
        private final int[] ready;
        private double used;
        private double asked;
        private double offered;

        private Load(int workloads) {
            ready = new int[workloads];
        }
    }

    NodeGauges(int workloads) {
        this.workloads = workloads;
    }

    private Load load(int node) {
        return loads.computeIfAbsent(node, absent -> new Load(workloads));
    }

    /**
     * What a pod used in the minute.
     *
     * @param coreNanos CPU, sidecar included
     * @param asked the same, had nothing but the minute's own messages been worked on
     * @param offered of that, what is offered whatever requests ask: in core-nanoseconds
     */
    void used(int node, double coreNanos, double asked, double offered) {
        Load load = load(node);
        load.used += coreNanos;
        load.asked += asked;
        load.offered += offered;
    }

    /** A pod is ready for requests. */
    void ready(int node, int workload) {
        load(node).ready[workload]++;
    }

    /** Puts the minute's gauges. */
    void record(WorldState world, OfferedGauges offered, long elapsed, OfferedGauges.Sink sink) {
        int[] pods = new int[workloads];
        loads.values().forEach(load -> {
            for (int workload = 0; workload < workloads; workload++) {
                pods[workload] += load.ready[workload];
            }
        });
        double busiest = 0;
        double most = 0;
        double inUse = 0;
        long requests = 0;
        for (var entry : loads.entrySet()) {
            Load load = entry.getValue();
            @Nullable Node node = world.nodes().get(entry.getKey());
            if (node == null) {
                continue;
            }
            double capacity = (double) elapsed * node.type.vcpus();
            busiest = Math.max(busiest, load.asked / capacity);
            double work = load.offered;
            long asked = 0;
            for (int workload = 0; workload < workloads; workload++) {
                if (load.ready[workload] > 0) {
                    double share = (double) load.ready[workload] / pods[workload];
                    work += share * offered.work(workload) / node.type.speed();
                    asked += Math.round(share * offered.requests(workload));
                }
            }
            if (work / capacity > most) {
                most = work / capacity;
                inUse = load.used / capacity;
                requests = asked;
            }
        }
        sink.put("utilization", busiest, "limit", Limits.BUSIEST_NODE);
        offered.put(Limits.BUSIEST_NODE, most, inUse, requests, sink);
    }
}
