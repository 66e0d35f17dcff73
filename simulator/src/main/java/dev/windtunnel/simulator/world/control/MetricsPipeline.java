package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.policy.Phase;
import dev.windtunnel.simulator.policy.autoscaling.PodMetrics;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Node;
import dev.windtunnel.simulator.world.state.Plant;
import dev.windtunnel.simulator.world.state.Pod;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;

/**
 * From a pod's CPU to the number that the autoscaler reads (Kubernetes sheet, section 2): kubelet samples each node every 15
 * s at the node's own phase, metrics-server scrapes all nodes every 15 s and reports the rate between the two latest samples.
 */
final class MetricsPipeline {

    /** Period of kubelet's samples and of the scrapes: 15 s. */
    static final long PERIOD_NANOS = 15_000_000_000L;

    private final WorldState world;
    private final Plant plant;

    MetricsPipeline(WorldState world, Plant plant) {
        this.world = world;
        this.plant = plant;
    }

    /** The first scrape, and so all others. */
    void start() {
        world.calendar().at(world.luck().phase("metrics/scrape", "", 0, PERIOD_NANOS), ControlEvent.METRICS_SCRAPE, 0);
    }

    /** A node's first sample, and so all others. */
    static void startSampling(WorldState world, Node node, long now) {
        long phase = world.luck().phase("metrics/sample", node.name(), 0, PERIOD_NANOS);
        world.calendar().at(now + phase, ControlEvent.CPU_SAMPLE, node.slot, node.slot);
    }

    /** Kubelet samples its pods. Computes what they used; stores it beside the plant, never in it. */
    void sample(Node node, long now) {
        for (Pod pod : world.pods().onNode(node.slot)) {
            boolean runs = pod.state == Pod.State.RUNNING || pod.state == Pod.State.TERMINATING;
            if (runs && !pod.isSilent) {
                pod.sampledCoreNanos = plant.cpuUsedCoreNanos(pod.slot, now);
                pod.sampledNanos = now;
            }
        }
        world.calendar().at(now + PERIOD_NANOS, ControlEvent.CPU_SAMPLE, node.slot, node.slot);
    }

    /** metrics-server takes over what is new; pods of nodes that do not answer drop out. */
    void scrape(long now) {
        for (Pod pod : world.pods().all()) {
            if (pod.isSilent) {
                pod.forgetSamples();
            } else if (pod.sampledNanos != Pod.NONE && pod.sampledNanos != pod.scrapedNanos) {
                pod.previousCoreNanos = pod.scrapedCoreNanos;
                pod.previousNanos = pod.scrapedNanos;
                pod.scrapedCoreNanos = pod.sampledCoreNanos;
                pod.scrapedNanos = pod.sampledNanos;
            }
        }
        world.calendar().at(now + PERIOD_NANOS, ControlEvent.METRICS_SCRAPE, 0);
    }

    /** The pods of a workload as the autoscaler sees them. */
    List<PodMetrics> metrics(int workload) {
        CompiledWorkload compiled = world.scenario().workloads().get(workload);
        List<PodMetrics> metrics = new ArrayList<>();
        for (Pod pod : world.pods().all()) {
            if (pod.workload == workload) {
                boolean hasRate = pod.scrapedNanos != Pod.NONE && pod.previousNanos != Pod.NONE;
                long window = hasRate ? pod.scrapedNanos - pod.previousNanos : 0;
                double cores = hasRate ? (pod.scrapedCoreNanos - pod.previousCoreNanos) / window : 0;
                metrics.add(new PodMetrics(
                        pod.state == Pod.State.RUNNING || pod.state == Pod.State.TERMINATING
                                ? Phase.RUNNING
                                : Phase.PENDING,
                        pod.isDeleted(),
                        pod.isReady,
                        pod.startNanos,
                        pod.readyTransitionNanos,
                        compiled.requestCpuMillis(),
                        hasRate ? Math.round(cores * 1000) : PodMetrics.NONE,
                        pod.scrapedNanos,
                        window));
            }
        }
        return metrics;
    }
}
