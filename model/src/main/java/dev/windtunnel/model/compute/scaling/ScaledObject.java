package dev.windtunnel.model.compute.scaling;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A KEDA ScaledObject, which makes a HorizontalPodAutoscaler of its own (S24; Kubernetes sheet, section 3, whose defaults these are). */
@Doc("KEDA ScaledObject, instead of autoscaling")
public record ScaledObject(
        @Doc("Triggers; the largest proposal counts") List<Trigger> triggers,
        @Doc("Fewest pods, 0 included") @Default("0") int minReplicaCount,
        @Doc("Most pods") @Default("100") int maxReplicaCount,

        @Doc("Pods while no trigger is active, below minReplicaCount; absent means minReplicaCount") @Nullable Integer idleReplicaCount,

        @Doc("Time between two looks at the triggers") @Default("30s")
        Duration pollingInterval,

        @Doc("Time after the last active trigger until the last pod goes") @Default("300s")
        Duration cooldownPeriod,

        @Doc("Time after its creation before it may go to 0") @Default("0s")
        Duration initialCooldownPeriod,

        @Doc("Pods while a trigger cannot be read; absent means that nothing is changed then") @Nullable Fallback fallback,

        @Doc("Pace of its HorizontalPodAutoscaler; absent means Kubernetes' default") @Nullable ScalingBehavior behavior) {

    /** What counts while a trigger cannot be read. */
    @Doc("What counts while a trigger cannot be read")
    public record Fallback(
            @Doc("Failures in a row after which it counts") int failureThreshold,
            @Doc("Pods then") int replicas) {

        /** @throws IllegalArgumentException if a number is out of its range */
        public Fallback {
            if (failureThreshold < 1) {
                throw new IllegalArgumentException("failureThreshold is at least 1, found " + failureThreshold);
            }
            if (replicas < 0) {
                throw new IllegalArgumentException("replicas is not negative, found " + replicas);
            }
        }
    }

    /** @throws IllegalArgumentException without triggers, or if the counts contradict each other */
    public ScaledObject {
        triggers = List.copyOf(triggers);
        if (triggers.isEmpty()) {
            throw new IllegalArgumentException("triggers holds at least one trigger");
        }
        if (minReplicaCount < 0) {
            throw new IllegalArgumentException("minReplicaCount is not negative, found " + minReplicaCount);
        }
        if (maxReplicaCount < 1 || maxReplicaCount < minReplicaCount) {
            throw new IllegalArgumentException("maxReplicaCount is at least 1 and at least minReplicaCount, found "
                    + maxReplicaCount + " and " + minReplicaCount);
        }
        if (idleReplicaCount != null && (idleReplicaCount < 0 || idleReplicaCount >= minReplicaCount)) {
            throw new IllegalArgumentException("idleReplicaCount lies below minReplicaCount, found " + idleReplicaCount
                    + " and " + minReplicaCount);
        }
        if (pollingInterval.isZero()) {
            throw new IllegalArgumentException("pollingInterval is longer than 0s");
        }
        boolean onlyCpu = triggers.stream().allMatch(trigger -> trigger instanceof Trigger.Cpu);
        if (onlyCpu && minReplicaCount == 0) {
            throw new IllegalArgumentException(
                    "minReplicaCount is at least 1 where CPU is the only trigger: without pods there is none to measure");
        }
    }
}
