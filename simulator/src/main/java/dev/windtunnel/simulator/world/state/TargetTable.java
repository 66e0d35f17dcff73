package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.kernel.Copies;
import java.util.Arrays;

/**
 * Which pods each load balancer node sends to: for each zone's node and each workload a list of the registered pods, and
 * of those that the node holds healthy (each node checks on its own, ALB-13). Lists keep the order of registration.
 */
public final class TargetTable {

    private final int zones;
    private final int workloads;
    private final boolean crossZone;
    private final int[][] registered;
    private final int[] registeredCounts;
    private final int[][] healthy;
    private final int[] healthyCounts;
    private final int[] versions;
    private int[] zoneOfPod = new int[64];

    /** Empty lists; without cross-zone balancing a node's lists hold only pods of its own zone (ALB-18). */
    public TargetTable(int zones, int workloads, boolean crossZone) {
        this.zones = zones;
        this.workloads = workloads;
        this.crossZone = crossZone;
        registered = new int[zones * workloads][16];
        registeredCounts = new int[zones * workloads];
        healthy = new int[zones * workloads][16];
        healthyCounts = new int[zones * workloads];
        versions = new int[zones * workloads];
    }

    /** A number that changes whenever the targets that {@link #count} measures may have changed. */
    public int version(int zone, int workload) {
        return versions[zone * workloads + workload];
    }

    /** The zone that a registered pod is in. */
    public int zoneOf(int pod) {
        return zoneOfPod[pod];
    }

    /** How many targets the node of the zone sends to: the healthy ones, or all if none is (fail-open, ALB-15). */
    public int count(int zone, int workload) {
        int list = zone * workloads + workload;
        return healthyCounts[list] > 0 ? healthyCounts[list] : registeredCounts[list];
    }

    /** The pod at a place of the list that {@link #count} measures. */
    public int target(int zone, int workload, int place) {
        int list = zone * workloads + workload;
        return healthyCounts[list] > 0 ? healthy[list][place] : registered[list][place];
    }

    /** How many pods are registered with the node of the zone. */
    public int registeredCount(int zone, int workload) {
        return registeredCounts[zone * workloads + workload];
    }

    /** How many pods the node of the zone holds healthy. */
    public int healthyCount(int zone, int workload) {
        return healthyCounts[zone * workloads + workload];
    }

    /** Whether a pod is registered with the node of the zone. */
    public boolean isRegistered(int zone, int workload, int pod) {
        int list = zone * workloads + workload;
        return indexOf(registered[list], registeredCounts[list], pod) >= 0;
    }

    /** Whether the node of the zone holds a pod healthy. */
    public boolean isHealthy(int zone, int workload, int pod) {
        int list = zone * workloads + workload;
        return indexOf(healthy[list], healthyCounts[list], pod) >= 0;
    }

    /** Registers a pod of a zone; no node holds it healthy yet. */
    public void register(int workload, int pod, int podZone) {
        if (pod >= zoneOfPod.length) {
            zoneOfPod = Arrays.copyOf(zoneOfPod, Math.max(pod + 1, 2 * zoneOfPod.length));
        }
        zoneOfPod[pod] = podZone;
        for (int zone = 0; zone < zones; zone++) {
            int list = zone * workloads + workload;
            if (crossZone || zone == podZone) {
                registered[list] = roomFor(registered[list], registeredCounts[list]);
                registered[list][registeredCounts[list]++] = pod;
                versions[list]++;
            }
        }
    }

    /** Removes a pod from all lists it is in. */
    public void deregister(int workload, int pod) {
        for (int list = workload; list < registered.length; list += workloads) {
            registeredCounts[list] = without(registered[list], registeredCounts[list], pod);
            healthyCounts[list] = without(healthy[list], healthyCounts[list], pod);
            versions[list]++;
        }
    }

    /** The node of the zone changes its mind about a registered pod; returns whether that was news. */
    public boolean setHealthy(int zone, int workload, int pod, boolean isHealthy) {
        int list = zone * workloads + workload;
        int at = indexOf(healthy[list], healthyCounts[list], pod);
        if (isHealthy == (at >= 0) || !isRegistered(zone, workload, pod)) {
            return false;
        }
        versions[list]++;
        if (isHealthy) {
            healthy[list] = roomFor(healthy[list], healthyCounts[list]);
            healthy[list][healthyCounts[list]++] = pod;
        } else {
            healthyCounts[list] = removeAt(healthy[list], healthyCounts[list], at);
        }
        return true;
    }

    private static int indexOf(int[] list, int count, int pod) {
        for (int i = 0; i < count; i++) {
            if (list[i] == pod) {
                return i;
            }
        }
        return -1;
    }

    private static int without(int[] list, int count, int pod) {
        int place = indexOf(list, count, pod);
        return place < 0 ? count : removeAt(list, count, place);
    }

    private static int[] roomFor(int[] list, int count) {
        return count == list.length ? Arrays.copyOf(list, 2 * count) : list;
    }

    private static int removeAt(int[] list, int count, int place) {
        System.arraycopy(list, place + 1, list, place, count - place - 1);
        return count - 1;
    }

    /** Takes over another's state. */
    void copyFrom(TargetTable other) {
        for (int list = 0; list < versions.length; list++) {
            registered[list] = Copies.of(other.registered[list], registered[list]);
            registeredCounts[list] = other.registeredCounts[list];
            healthy[list] = Copies.of(other.healthy[list], healthy[list]);
            healthyCounts[list] = other.healthyCounts[list];
            versions[list] = other.versions[list];
        }
        zoneOfPod = Copies.of(other.zoneOfPod, zoneOfPod);
    }
}
