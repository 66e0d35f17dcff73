package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.compute.node.ResourceAmount;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** A namespace's ResourceQuota: creation beyond it is refused, and no autoscaler hears of it (S20; Kubernetes sheet, section 6). */
@Doc("ResourceQuota of the namespace; what is absent is not bounded")
public record ResourceQuota(
        @Doc("Most CPU and memory that all pods request") @Nullable ResourceAmount requests,

        @Doc("Most CPU and memory that all pods have as limits") @Nullable ResourceAmount limits,

        @Doc("Most pods") @Nullable Integer pods,
        @Doc("Most persistent volume claims") @Nullable Integer persistentVolumeClaims,
        @Doc("Most services") @Nullable Integer services,
        @Doc("Most services of type LoadBalancer") @Nullable Integer loadBalancers) {

    /** @throws IllegalArgumentException if a count is negative or limits lie below requests */
    public ResourceQuota {
        notNegative("pods", pods);
        notNegative("persistentVolumeClaims", persistentVolumeClaims);
        notNegative("services", services);
        notNegative("loadBalancers", loadBalancers);
        if (limits != null && requests != null && !limits.covers(requests)) {
            throw new IllegalArgumentException("limits are at least the requests");
        }
    }

    private static void notNegative(String key, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(key + " is not negative, found " + value);
        }
    }
}
