package dev.windtunnel.simulator.policy.scheduling;

/**
 * A node as the scheduler sees it.
 *
 * @param node its number
 * @param name its name
 * @param zone its availability zone
 * @param pool the node pool it was launched for
 * @param freeCpuMillis allocatable CPU less the requests of its pods, DaemonSets included; thousandths of a core
 * @param freeMemoryBytes allocatable memory less the requests of its pods
 * @param freePods pod slots left
 * @param allocatableCpuMillis what it offers in all
 * @param allocatableMemoryBytes what it offers in all
 * @param schedulable whether it takes new pods: neither tainted unreachable nor cordoned
 */
public record NodeView(
        int node,
        String name,
        String zone,
        String pool,
        long freeCpuMillis,
        long freeMemoryBytes,
        int freePods,
        long allocatableCpuMillis,
        long allocatableMemoryBytes,
        boolean schedulable) {}
