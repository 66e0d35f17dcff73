package dev.windtunnel.simulator.policy.provisioning;

import java.util.List;

/**
 * A node pool as the provisioner sees it.
 *
 * @param name its name
 * @param weight higher is tried first
 * @param remainingCpuMillis its CPU limit less the vCPUs of its nodes, in-flight ones included; {@link #UNLIMITED} without one
 * @param offerings what it may launch, unavailable ones included: their zones count for a hard spread
 */
public record PoolView(String name, int weight, long remainingCpuMillis, List<Offering> offerings) {

    /** No CPU limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** Copies the offerings. */
    public PoolView {
        offerings = List.copyOf(offerings);
    }
}
