package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** Settings of kubelet; what is absent is what EKS computes of the instance type (Kubernetes sheet, section 13). */
@Doc("Settings of kubelet")
public record Kubelet(
        @Doc(
                "Most pods of a node; absent means by its network interfaces: ENIs x (IPv4 - 1) + 2, more with prefix delegation")
        @Nullable Integer maxPods,

        @Doc(
                "CPU and memory kept for kubelet and the container runtime; absent means 6 % of the first core and so on, 255 MiB + 11 MiB per pod")
        @Nullable ResourceAmount kubeReserved,

        @Doc("CPU and memory kept for the operating system; absent means none, as on EKS") @Nullable ResourceAmount systemReserved) {

    /** @throws IllegalArgumentException if maxPods is outside 1..250 */
    public Kubelet {
        if (maxPods != null && (maxPods < 1 || maxPods > 250)) {
            throw new IllegalArgumentException("maxPods lies between 1 and 250, found " + maxPods);
        }
    }
}
