package dev.windtunnel.model.compute.pod;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.CountOrShare;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many pods of a workload an eviction must leave, or may take (Kubernetes sheet, section 8). */
@Doc("PodDisruptionBudget; written with minAvailable or maxUnavailable")
public record PodDisruptionBudget(
        @Doc("Pods that stay, as a number or a share, rounded up; absent if maxUnavailable is written") @Nullable CountOrShare minAvailable,

        @Doc("Pods that may go, as a number or a share, rounded up; absent if minAvailable is written") @Nullable CountOrShare maxUnavailable,

        @Doc("When pods that are not ready may be evicted: if-healthy-budget or always-allow")
        @Default("if-healthy-budget")
        UnhealthyPods unhealthyPodEvictionPolicy) {

    /** When pods that are not ready may be evicted. */
    public enum UnhealthyPods {
        /** While the budget is met. */
        IF_HEALTHY_BUDGET,
        /** Always. */
        ALWAYS_ALLOW
    }

    /** @throws IllegalArgumentException unless exactly one of the two is there */
    public PodDisruptionBudget {
        if ((minAvailable == null) == (maxUnavailable == null)) {
            throw new IllegalArgumentException(
                    "minAvailable or maxUnavailable is written, found " + (minAvailable == null ? "neither" : "both"));
        }
    }

    /** Evictions that it allows of so many pods, all of them ready. */
    public int allowedOf(int pods) {
        if (minAvailable != null) {
            return Math.max(0, pods - minAvailable.roundedUp(pods));
        }
        return Math.min(
                pods, Objects.requireNonNull(maxUnavailable, "maxUnavailable").roundedUp(pods));
    }
}
