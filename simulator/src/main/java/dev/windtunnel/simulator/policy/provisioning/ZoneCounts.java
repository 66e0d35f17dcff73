package dev.windtunnel.simulator.policy.provisioning;

import dev.windtunnel.simulator.policy.scheduling.PodNeed;
import dev.windtunnel.simulator.policy.scheduling.TopologySpread;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pods by workload and zone, as they will stand when the plan so far has come true. Lives for one round. */
final class ZoneCounts {

    private final SortedMap<String, SortedMap<String, Integer>> podsByWorkloadAndZone = new TreeMap<>();

    ZoneCounts(SortedMap<String, SortedMap<String, Integer>> atStart) {
        atStart.forEach((workload, pods) -> podsByWorkloadAndZone.put(workload, new TreeMap<>(pods)));
    }

    void add(PodNeed pod, String zone) {
        of(pod).merge(zone, 1, Integer::sum);
    }

    boolean allows(PodNeed pod, String zone, NavigableSet<String> zones) {
        return TopologySpread.allows(zone, zones, of(pod));
    }

    /** The zones that may take the pod, the one with fewest of its workload's pods first. */
    List<String> allowed(PodNeed pod, NavigableSet<String> zones) {
        SortedMap<String, Integer> pods = of(pod);
        return zones.stream()
                .filter(zone -> TopologySpread.allows(zone, zones, pods))
                .sorted(Comparator.comparingInt((String zone) -> pods.getOrDefault(zone, 0)))
                .toList();
    }

    private SortedMap<String, Integer> of(PodNeed pod) {
        return podsByWorkloadAndZone.computeIfAbsent(pod.workload(), workload -> new TreeMap<>());
    }
}
