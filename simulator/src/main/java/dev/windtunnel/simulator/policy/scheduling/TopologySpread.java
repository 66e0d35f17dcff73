package dev.windtunnel.simulator.policy.scheduling;

import java.util.NavigableSet;
import java.util.SortedMap;

/**
 * The arithmetic of a topology spread constraint with maxSkew 1 whose pods match their own selector: a zone may take a pod if
 * afterwards it has at most one more than the emptiest zone (Kubernetes sheet, section 6). kube-scheduler and Karpenter share
 * it.
 *
 * <p>A zone counts as long as it has a node that the pod could select, a dead or full one too; that is why a hard constraint
 * can keep pods Pending after a zone was lost.
 */
public final class TopologySpread {

    private static final int MAX_SKEW = 1;

    private TopologySpread() {}

    /** Pods in the emptiest of the zones; 0 without zones. */
    public static int minimum(NavigableSet<String> zones, SortedMap<String, Integer> podsByZone) {
        return zones.stream()
                .mapToInt(zone -> podsByZone.getOrDefault(zone, 0))
                .min()
                .orElse(0);
    }

    /** Whether one more pod in the zone keeps the skew within 1. */
    public static boolean allows(String zone, NavigableSet<String> zones, SortedMap<String, Integer> podsByZone) {
        return podsByZone.getOrDefault(zone, 0) + 1 - minimum(zones, podsByZone) <= MAX_SKEW;
    }
}
