package dev.windtunnel.simulator.policy.provisioning;

import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A node claim that still grows. Lives for one round. */
final class ClaimDraft {

    private final String pool;
    private final List<PodNeed> pods = new ArrayList<>();
    private List<Offering> options;
    private long cpuMillis;
    private long memoryBytes;

    /** What the DaemonSets of a new node request. */
    record Overhead(long cpuMillis, long memoryBytes) {}

    ClaimDraft(String pool, List<Offering> options, Overhead daemons) {
        this.pool = pool;
        this.options = options;
        this.cpuMillis = daemons.cpuMillis();
        this.memoryBytes = daemons.memoryBytes();
    }

    String pool() {
        return pool;
    }

    int podCount() {
        return pods.size();
    }

    /** The most that the claim may count against the pool's limit. */
    long largestCpuMillis() {
        return options.stream()
                .mapToLong(offering -> offering.vcpus() * 1_000L)
                .max()
                .orElse(0);
    }

    /** Takes the pod if some offering, in any zone, holds it with the others. */
    boolean tryAdd(PodNeed pod) {
        return narrow(pod, options);
    }

    /** Takes the pod if some offering in the zone holds it with the others; from then on the claim stays in that zone. */
    boolean tryAdd(PodNeed pod, String zone) {
        return narrow(
                pod,
                options.stream()
                        .filter(offering -> offering.zone().equals(zone))
                        .toList());
    }

    /** The zone that the claim can no longer leave, if there is one. */
    Optional<String> onlyZone() {
        String first = options.getFirst().zone();
        return options.stream().allMatch(offering -> offering.zone().equals(first))
                ? Optional.of(first)
                : Optional.empty();
    }

    private boolean narrow(PodNeed pod, List<Offering> candidates) {
        long cpu = cpuMillis + pod.cpuMillis();
        long memory = memoryBytes + pod.memoryBytes();
        List<Offering> fitting = candidates.stream()
                .filter(offering -> cpu <= offering.allocatableCpuMillis()
                        && memory <= offering.allocatableMemoryBytes()
                        && pods.size() < offering.maxPods())
                .toList();
        if (fitting.isEmpty()) {
            return false;
        }
        options = fitting;
        cpuMillis = cpu;
        memoryBytes = memory;
        pods.add(pod);
        return true;
    }

    /**
     * Takes the cheapest offering left: of the spot ones, if there are any that are not dearer than the cheapest on-demand one.
     * At equal prices the zone with the fewest nodes wins.
     */
    NodeClaim close(SortedMap<String, Integer> nodesByZone) {
        Comparator<Offering> cheapest = Comparator.comparingLong(Offering::priceNanoUsdPerHour)
                .thenComparingInt(offering -> nodesByZone.getOrDefault(offering.zone(), 0))
                .thenComparing(Offering::zone)
                .thenComparing(Offering::instanceType);
        long onDemandNanoUsd = options.stream()
                .filter(offering -> offering.capacity() == CapacityType.ON_DEMAND)
                .mapToLong(Offering::priceNanoUsdPerHour)
                .min()
                .orElse(Long.MAX_VALUE);
        Offering chosen = options.stream()
                .filter(offering ->
                        offering.capacity() == CapacityType.SPOT && offering.priceNanoUsdPerHour() <= onDemandNanoUsd)
                .min(cheapest)
                .or(() -> options.stream().min(cheapest))
                .orElseThrow();
        return new NodeClaim(pool, chosen, pods.stream().map(PodNeed::pod).toList(), reason(chosen));
    }

    private String reason(Offering chosen) {
        SortedMap<String, Integer> byWorkload = new TreeMap<>();
        for (PodNeed pod : pods) {
            byWorkload.merge(pod.workload(), 1, Integer::sum);
        }
        String who = byWorkload.entrySet().stream()
                .map(entry -> entry.getValue() + " of " + entry.getKey())
                .collect(Collectors.joining(", "));
        String price = BigDecimal.valueOf(chosen.priceNanoUsdPerHour(), 9)
                .stripTrailingZeros()
                .toPlainString();
        return pods.size() + (pods.size() == 1 ? " pod fits" : " pods fit") + " nowhere (" + who + "): "
                + chosen.instanceType() + " " + (chosen.capacity() == CapacityType.SPOT ? "spot" : "on-demand")
                + " in zone " + chosen.zone() + " at " + price + " USD/h is the cheapest of " + options.size()
                + (options.size() == 1 ? " offering" : " offerings") + " of pool " + pool;
    }
}
