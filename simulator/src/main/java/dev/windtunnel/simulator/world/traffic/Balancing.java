package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.model.edge.BalancingAlgorithm;
import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.world.state.TargetTable;
import java.util.Arrays;

/**
 * Which target gets a request: for each load balancer node and workload the pools that it chooses from, kept in step with
 * the {@link TargetTable}, and what it has outstanding at each pod.
 *
 * <p>A request is outstanding from when its node sent it until its outcome is written, whatever that is, or until the
 * node's zone falls silent. A request remembers which start of its pod it was sent to, so that one that outlives its pod is
 * not taken from the counts of the pod's successor.
 */
final class Balancing {

    private static final int STALE = -1;

    private final RequestTable requests;
    private final TargetTable targets;
    private final CompiledBalancer.Routing routing;
    private final boolean counts;
    private final int zones;
    private final int workloads;
    private final boolean[] silentZone;
    private final int[] workloadOfEndpoint;

    // By node's zone and workload: the pool of all targets and, if zones count, one of each zone's.
    private final TargetPool[][] pools;
    private final ZonePreference[] preferences;
    private final OutstandingCounts[] outstanding;
    private final int[] versions;

    private int[] incarnations = new int[64];
    private int[] scratch = new int[64];
    private final int[] perZone;
    private final boolean[] hasNode;

    Balancing(Traffic traffic) {
        requests = traffic.requests;
        targets = traffic.world.targets();
        routing = traffic.scenario.balancer().routing();
        counts = routing.algorithm() == BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS
                || routing.algorithm() == BalancingAlgorithm.TWO_CHOICES
                || routing.anomalyMitigation();
        zones = traffic.zones;
        workloads = traffic.workloads.length;
        silentZone = traffic.silentZone;
        workloadOfEndpoint = new int[traffic.endpoints.length];
        for (int endpoint = 0; endpoint < workloadOfEndpoint.length; endpoint++) {
            workloadOfEndpoint[endpoint] = traffic.endpoints[endpoint].workload();
        }
        perZone = new int[zones];
        hasNode = new boolean[zones];
        int lists = zones * workloads;
        pools = new TargetPool[lists][routing.zoneAware() ? 1 + zones : 1];
        preferences = new ZonePreference[lists];
        outstanding = new OutstandingCounts[lists];
        versions = new int[lists];
        Arrays.fill(versions, STALE);
        for (int list = 0; list < lists; list++) {
            preferences[list] = new ZonePreference(zones);
            outstanding[list] = new OutstandingCounts();
            for (int pool = 0; pool < pools[list].length; pool++) {
                pools[list][pool] = newPool(outstanding[list]);
            }
        }
    }

    private TargetPool newPool(OutstandingCounts ofNode) {
        return switch (routing.algorithm()) {
            case ROUND_ROBIN -> new RoundRobinPool(routing.slowStartNanos());
            case LEAST_OUTSTANDING_REQUESTS -> new LeastOutstandingPool(ofNode);
            case WEIGHTED_RANDOM -> new WeightedRandomPool(routing.anomalyMitigation());
            case RANDOM -> new RandomPool();
            case TWO_CHOICES -> new TwoChoicesPool(ofNode);
        };
    }

    /** The pod that the node of a zone sends a request to, counted as outstanding from now on; -1 if there is none. */
    int send(int slot, int zone, int workload, long now) {
        int list = zone * workloads + workload;
        if (versions[list] != targets.version(zone, workload)) {
            refresh(list, zone, workload, now);
        }
        long key = requests.key(slot);
        TargetPool pool = pools[list][0];
        if (pool.size() == 0) {
            if (!routing.zoneAware() || targets.count(zone, workload) == 0) {
                return -1;
            }
            pool = pools[list][1 + preferences[list].pick(key)];
        }
        int pod = pool.pick(key, now);
        if (counts) {
            int before = outstanding[list].add(pod, 1);
            for (TargetPool each : pools[list]) {
                each.sent(pod, before);
            }
            requests.sentTo(slot, incarnations[pod]);
        }
        return pod;
    }

    private void refresh(int list, int zone, int workload, long now) {
        versions[list] = targets.version(zone, workload);
        int count = targets.count(zone, workload);
        if (count > scratch.length) {
            scratch = new int[Math.max(count, 2 * scratch.length)];
        }
        for (int place = 0; place < count; place++) {
            scratch[place] = targets.target(zone, workload, place);
            reserve(scratch[place]);
            outstanding[list].reserve(scratch[place]);
        }
        boolean zonesCount = routing.zoneAware()
                && count >= ZonePreference.FEWEST_TARGETS
                && targets.healthyCount(zone, workload) > 0;
        pools[list][0].members(scratch, zonesCount ? 0 : count, now);
        if (routing.zoneAware()) {
            refreshZones(list, zone, workload, zonesCount ? count : 0, now);
        }
    }

    private void refreshZones(int list, int zone, int workload, int count, long now) {
        for (int other = 0; other < zones; other++) {
            int inZone = 0;
            for (int place = 0; place < count; place++) {
                int pod = targets.target(zone, workload, place);
                if (targets.zoneOf(pod) == other) {
                    scratch[inZone++] = pod;
                }
            }
            perZone[other] = inZone;
            hasNode[other] = !silentZone[other];
            pools[list][1 + other].members(scratch, inZone, now);
        }
        if (count > 0) {
            preferences[list].prefer(zone, perZone, hasNode);
        }
    }

    /** The request has its outcome: it is not outstanding any more. Does nothing if it was not. */
    void ended(int slot, int status, long now) {
        int incarnation = requests.sentTo(slot);
        if (incarnation == 0) {
            return;
        }
        requests.sentTo(slot, 0);
        int pod = requests.pod(slot);
        if (incarnations[pod] != incarnation) {
            return;
        }
        int list = requests.balancerZone(slot) * workloads + workloadOfEndpoint[requests.endpoint(slot)];
        int before = outstanding[list].add(pod, -1);
        for (TargetPool each : pools[list]) {
            each.ended(pod, before, status, now);
        }
    }

    /** Requests that the node of a zone has outstanding at a pod. */
    int outstanding(int zone, int workload, int pod) {
        return outstanding[zone * workloads + workload].of(pod);
    }

    /** A pod starts in a slot: nothing is outstanding there. */
    void podStarted(int pod) {
        reserve(pod);
        incarnations[pod]++;
        for (int list = 0; list < versions.length; list++) {
            outstanding[list].reserve(pod);
            outstanding[list].clear(pod);
            for (TargetPool pool : pools[list]) {
                pool.started(pod);
            }
        }
        changed();
    }

    /** Nodes fell silent or stand again, or pods started: shares and counts are looked at anew. */
    void changed() {
        Arrays.fill(versions, STALE);
    }

    private void reserve(int pod) {
        if (pod >= incarnations.length) {
            incarnations = Arrays.copyOf(incarnations, Math.max(pod + 1, 2 * incarnations.length));
        }
    }

    /** Takes over another's state; which zones are silent, and the targets, are their owners'. */
    void copyFrom(Balancing other) {
        for (int list = 0; list < versions.length; list++) {
            for (int pool = 0; pool < pools[list].length; pool++) {
                pools[list][pool].copyFrom(other.pools[list][pool]);
            }
            preferences[list].copyFrom(other.preferences[list]);
            outstanding[list].copyFrom(other.outstanding[list]);
            versions[list] = other.versions[list];
        }
        incarnations = Copies.of(other.incarnations, incarnations);
    }
}
