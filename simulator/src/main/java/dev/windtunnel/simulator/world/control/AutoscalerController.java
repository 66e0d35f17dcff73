package dev.windtunnel.simulator.world.control;

import dev.windtunnel.simulator.compile.CompiledWorkload;
import dev.windtunnel.simulator.policy.autoscaling.AutoscalerDecision;
import dev.windtunnel.simulator.policy.autoscaling.AutoscalerSettings;
import dev.windtunnel.simulator.policy.autoscaling.HorizontalPodAutoscalerPolicy;
import dev.windtunnel.simulator.policy.autoscaling.Recommendation;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The HorizontalPodAutoscalers: each reconciles every 15 s at its own phase (Kubernetes sheet, section 1.1). */
final class AutoscalerController {

    private static final long SYNC_NANOS = 15_000_000_000L;

    private final WorldState world;
    private final MetricsPipeline metrics;
    private final ReplicaSetController replicaSets;
    private final List<@Nullable AutoscalerSettings> settings = new ArrayList<>();
    private final List<List<Recommendation>> histories = new ArrayList<>();

    AutoscalerController(WorldState world, MetricsPipeline metrics, ReplicaSetController replicaSets) {
        this.world = world;
        this.metrics = metrics;
        this.replicaSets = replicaSets;
        for (CompiledWorkload workload : world.scenario().workloads()) {
            settings.add(
                    workload.targetPercent() == 0
                            ? null
                            : AutoscalerSettings.withDefaults(
                                            workload.minReplicas(), workload.maxReplicas(), workload.targetPercent())
                                    .withDownscaleStabilization(workload.scaleDownStabilizationNanos()));
            histories.add(List.of());
        }
    }

    /** The first reconcile of each, and so all others. */
    void start() {
        for (int workload = 0; workload < settings.size(); workload++) {
            if (settings.get(workload) != null) {
                long phase = world.luck().phase("autoscaler/sync", workload, SYNC_NANOS);
                world.calendar().at(phase, ControlEvent.AUTOSCALER_SYNC, workload);
            }
        }
    }

    /** One reconcile. */
    void sync(int workload, long now) {
        AutoscalerSettings its = settings.get(workload);
        if (its == null) {
            return;
        }
        int current = replicaSets.desired(workload);
        AutoscalerDecision decision = HorizontalPodAutoscalerPolicy.decide(
                its, current, metrics.metrics(workload), histories.get(workload), now);
        histories.set(workload, decision.history());
        if (decision.desiredReplicas() != current) {
            String name = world.scenario().workloads().get(workload).name();
            replicaSets.scale(workload, decision.desiredReplicas(), "hpa/" + name, decision.reason(), now);
        }
        world.calendar().at(now + SYNC_NANOS, ControlEvent.AUTOSCALER_SYNC, workload);
    }

    /** Takes over another's state. */
    void copyFrom(AutoscalerController other) {
        histories.clear();
        histories.addAll(other.histories);
    }
}
