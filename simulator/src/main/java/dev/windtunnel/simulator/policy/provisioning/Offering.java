package dev.windtunnel.simulator.policy.provisioning;

import dev.windtunnel.model.compute.CapacityType;

/**
 * An instance type in one zone under one capacity type: what EC2 can be asked for.
 *
 * @param instanceType such as t4g.large
 * @param zone availability zone
 * @param capacity on-demand or spot
 * @param vcpus what the type counts against a pool's CPU limit
 * @param allocatableCpuMillis what its node offers to pods, DaemonSets included
 * @param allocatableMemoryBytes the same of memory
 * @param maxPods pod slots for workloads: the node's maximum less the slots of its DaemonSets
 * @param priceNanoUsdPerHour launch price
 * @param available false while EC2 has no capacity for it or the zone is lost
 */
public record Offering(
        String instanceType,
        String zone,
        CapacityType capacity,
        int vcpus,
        long allocatableCpuMillis,
        long allocatableMemoryBytes,
        int maxPods,
        long priceNanoUsdPerHour,
        boolean available) {}
